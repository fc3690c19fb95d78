// The themes of an area: what its communities made of them, and which of them look for one now.
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type ChoiceView, listThemeChoices, openThemeChoice } from '#core/themes/contract-choice.ts'
import { listThemePractices } from '#core/themes/contract-programme.ts'
import { readArea } from '#core/places/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { Problems } from './Problems.tsx'
import { useNameOf } from './name-of.ts'
import { type Asked, SurveyFields } from './SurveyForm.tsx'
import { actWords as words } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
import './themes.css'

export function ThemesPage() {
  const code = useDeskArea()
  return code === null ? <Loading /> : <Of key={code} code={code} />
}

function Of({ code }: { code: string }) {
  const { t, lang } = useWords()
  const area = useEndpoint(readArea, { code }).data
  const name = area === undefined ? '' : lang === 'en' ? (area.nameEn ?? area.name) : area.name
  const one = area?.level === 'community'
  return (
    <div className="th-page">
      <PageHeading
        title={t(one ? words.listOne : words.listTitle, { name })}
        {...(!one && { sub: t(words.listSub) })}
      >
        <Link className="k-link" to={paths.desk.themeCatalogue(code)}>
          {t(words.catalogue)}
        </Link>
      </PageHeading>
      <section className="th-block">
        <SectionHeading>{t(words.practices)}</SectionHeading>
        <Practices code={code} />
      </section>
      <section className="th-block">
        <SectionHeading>{t(words.choices)}</SectionHeading>
        <Choices code={code} />
      </section>
      {one && <OpenForm code={code} />}
    </div>
  )
}

const step = 50

function Practices({ code }: { code: string }) {
  const { t } = useWords()
  const found = usePages(listThemePractices, { code })
  const nameOf = useNameOf()
  if (found.data === undefined)
    return found.error ? (
      <Problem error={found.error} refusals={themeRefusals} onRetry={() => void found.refetch()} />
    ) : (
      <Loading />
    )
  if (found.data.length === 0)
    return <Empty title={t(words.noPractices)} then={t(words.noPracticesThen)} />
  return (
    <>
      <Table
        caption={t(words.practices)}
        rows={found.data}
        rowKey={(row) => row.themeId}
        columns={[
          {
            key: 'community',
            head: t(words.community),
            cell: (row) => (
              <Link className="k-link" to={paths.desk.theme(row.themeId)}>
                {nameOf(row)}
              </Link>
            ),
          },
          {
            key: 'theme',
            head: t(words.theme),
            cell: (row) => <b className="k-serif">{t(row.name)}</b>,
          },
          {
            key: 'promise',
            head: t(words.promise),
            cell: (row) => (
              <>
                {row.promise ?? '–'}
                {row.adoptedFrom !== null && (
                  <span className="k-note"> · {t(words.from, { name: row.adoptedFrom })}</span>
                )}
              </>
            ),
          },
          { key: 'state', head: t(words.state), cell: (row) => t(words.states[row.state]) },
          {
            key: 'result',
            head: t(words.result),
            cell: (row) => (row.evaluated === null ? '–' : t(words.resultOf, row.evaluated)),
          },
        ]}
      />
      <MorePages list={found} />
    </>
  )
}

type StateKey = keyof typeof words.choiceStates

const stateOf = ({ endKind, publicAt }: ChoiceView): StateKey =>
  endKind ?? (publicAt === null ? 'counting' : 'talking')

function Choices({ code }: { code: string }) {
  const { t } = useWords()
  const toDoOf = ({ waiting, openObjections }: ChoiceView) =>
    [
      waiting > 0 && t(words.waiting, { n: waiting }),
      openObjections > 0 && t(words.openObjections, { n: openObjections }),
    ]
      .filter(Boolean)
      .join(' · ')
  const times = useTimes()
  const [limit, setLimit] = useState(step)
  const found = useEndpoint(listThemeChoices, { area: code, limit }, { keepPrevious: true })
  if (found.data === undefined)
    return found.error ? (
      <Problem error={found.error} refusals={themeRefusals} onRetry={() => void found.refetch()} />
    ) : (
      <Loading />
    )
  if (found.data.items.length === 0) return <Empty title={t(words.noChoices)} />
  return (
    <>
      <Table
        caption={t(words.choices)}
        rows={found.data.items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'community',
            head: t(words.community),
            cell: (row) => (
              <Link
                className="k-link"
                to={
                  row.decisionId === null
                    ? paths.desk.themeChoice(row.id)
                    : paths.desk.themeDecision(row.decisionId)
                }
              >
                {row.community.name}
              </Link>
            ),
          },
          {
            key: 'state',
            head: t(words.state),
            cell: (row) => t(words.choiceStates[stateOf(row)]),
          },
          {
            key: 'waits',
            head: t(words.toDo),
            cell: (row) => <span className="k-zhe">{row.endedAt === null && toDoOf(row)}</span>,
          },
          {
            key: 'at',
            head: t(words.day),
            figure: true,
            cell: (row) => times.day(row.endedAt ?? row.openedAt),
          },
        ]}
      />
      <Pager
        shown={found.data.items.length}
        more={found.data.next !== null}
        step={step}
        rows
        onMore={() => setLimit(Math.min(200, limit + step))}
      />
    </>
  )
}

function OpenForm({ code }: { code: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked>({ surveyId: '', question: '' })
  const open = useCommand(openThemeChoice, {
    refresh: [listThemeChoices],
    onDone: ({ id }) => void navigate(paths.desk.themeChoice(id)),
  })
  const filled = asked.surveyId !== '' && asked.question !== ''
  return (
    <section className="th-block k-screen-only">
      <SectionHeading>{t(words.open)}</SectionHeading>
      <form
        className="th-form"
        onSubmit={(event) => {
          event.preventDefault()
          open.mutate({
            community: code,
            surveyId: filled ? asked.surveyId : null,
            question: filled ? asked.question : null,
          })
        }}
      >
        <SurveyFields code={code} asked={asked} onChange={setAsked} />
        <div className="is-wide">
          <p className="k-why">{t(words.openHint)}</p>
          <Problems error={open.error} />
          <Button type="submit" look="pri" busy={open.isPending}>
            {t(words.open)}
          </Button>
        </div>
      </form>
    </section>
  )
}
