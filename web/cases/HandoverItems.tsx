// The cases of a note, each with why it is named and as it stands now.
import { Link } from 'react-router'
import type { HandoverView } from '#core/cases/contract-handover.ts'
import { handoverWhyWords } from '#core/cases/words-handover.ts'
import { stateWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { nearPlace, titleOf } from './case-text.ts'
import { faceOf } from './face.ts'
import { handoverWords as words } from './words-handover.ts'
import './handover.css'

type Item = HandoverView['items'][number]
type Props = { items: Item[]; counts: HandoverView['counts']; caption: string }

export const useCounts = (counts: HandoverView['counts']): string => {
  const { t } = useWords()
  return t(words.counts, counts)
}

export function HandoverItems({ items, counts, caption }: Props) {
  const { t, lang } = useWords()
  const at = useNow()
  return (
    <>
      <p className="k-compact">{useCounts(counts)}</p>
      <Table
        caption={caption}
        rows={items}
        rowKey={(item) => item.number}
        columns={[
          {
            key: 'why',
            head: t(words.why),
            width: '13em',
            cell: ({ why }) => why.map((one) => t(handoverWhyWords[one])).join(' · '),
          },
          {
            key: 'matter',
            head: t(words.matter),
            cell: ({ number, case: row }) =>
              row === null ? (
                <>
                  {number}
                  <small>{t(words.hidden)}</small>
                </>
              ) : (
                <Link to={paths.desk.case(number)}>
                  {titleOf(row.text, row.category, lang)}
                  <small>
                    {number} · {nearPlace(row.place, lang)}
                  </small>
                </Link>
              ),
          },
          {
            key: 'state',
            head: t(words.state),
            width: '11em',
            cell: ({ case: row }) => row && t(stateWords[row.state]),
          },
          {
            key: 'due',
            head: t(words.due),
            width: '17em',
            cell: ({ case: row }) => row?.clock && <Countdown face={faceOf(row.clock, at)} />,
          },
        ]}
      />
    </>
  )
}
