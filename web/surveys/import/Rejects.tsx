// Rows that cannot be taken, each with its line and reason; the list can be taken along to whoever exported the file.
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import type { Preview } from './ImportAnswersPage.tsx'
import { importWords as words } from './words-import-page.ts'

type Reject = Preview['rejects'][number]
const shownMax = 50

export function Rejects({ rejects, all }: { rejects: Reject[]; all: number }) {
  const { t } = useWords()
  if (rejects.length === 0) return null
  const shown = rejects.slice(0, shownMax)
  return (
    <section>
      <SectionHeading
        end={all > shown.length ? t(words.shownOf, { shown: shown.length, all: count(all) }) : ''}
      >
        {t(words.rejects)}
      </SectionHeading>
      <Table
        caption={t(words.rejects)}
        rows={shown}
        rowKey={({ line, fault }) => `${line} ${fault}`}
        columns={[
          {
            key: 'line',
            head: t(words.line),
            figure: true,
            width: '64px',
            cell: ({ line }) => line,
          },
          { key: 'why', head: t(words.why), cell: ({ words: why }) => t(why) },
          { key: 'about', head: t(words.about), cell: ({ about }) => about || '–' },
        ]}
      />
      <p>
        <Button look="quiet" icon="download" onClick={() => save(rejects)}>
          {t(words.download)}
        </Button>
      </p>
    </section>
  )
}

/** A cell that begins like a formula is text. */
const cell = (text: string) =>
  `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

function save(rejects: Reject[]): void {
  const lines = rejects.map(({ line, fault, words: why, about }) =>
    [String(line), fault, why.zh, why.en, about].map(cell).join(','),
  )
  const text = `\uFEFF${['line,reason,reason_zh,reason_en,about', ...lines].join('\r\n')}\r\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = 'rejects.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
