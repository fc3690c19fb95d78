// The surveys of an area and of what lies in it: drafts, what is open, what is done.
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { readArea } from '#core/places/contract.ts'
import { blankQuestion, words as both } from '#core/surveys/blank.ts'
import type { SurveyHead } from '#core/surveys/contract-parts.ts'
import { listSurveys, makeSurvey } from '#core/surveys/contract.ts'
import { textIn } from '#core/surveys/question.ts'
import {
  type AnsweredBy,
  type SurveyState,
  answeredBy,
  surveyStates,
} from '#core/surveys/survey.ts'
import { answeredByWords, surveyRefusals, surveyStateWords } from '#core/surveys/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ChipSelect } from '#web/kit/ui/Chip.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { RadioTiles, TextField } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useDeskArea } from '#web/people/desk-area.ts'
import { deskWords as words } from './words-desk.ts'
import './desk.css'

const step = 30

export function SurveyListPage() {
  const code = useDeskArea()
  return code === null ? <Loading /> : <SurveyList key={code} code={code} />
}

function SurveyList({ code }: { code: string }) {
  const { t, lang } = useWords()
  const [state, setState] = useState<SurveyState | null>(null)
  const [limit, setLimit] = useState(step)
  const [making, setMaking] = useState(false)
  const area = useEndpoint(readArea, { code }).data
  const asked = { area: code, limit, ...(state === null ? {} : { state }) }
  const list = useEndpoint(listSurveys, asked, { keepPrevious: true })
  const items = list.data?.items
  const open = items?.filter((one) => one.state === 'OPEN').length ?? 0
  const name = (lang === 'en' ? area?.nameEn : null) ?? area?.name ?? ''
  return (
    <section className="srv-page">
      <PageHeading
        title={
          items === undefined
            ? t(words.surveys)
            : t(open > 0 ? words.someOpen : words.noneOpen, { area: name, n: open })
        }
        sub={t(words.surveys)}
      >
        {list.data?.mayKeep && (
          <Button look="pri" icon="plus" onClick={() => setMaking(true)}>
            {t(words.make)}
          </Button>
        )}
      </PageHeading>
      <ChipSelect
        name={t(words.state)}
        any={t(words.any)}
        value={state}
        options={surveyStates.map((each) => ({ value: each, label: t(surveyStateWords[each]) }))}
        onChange={(next) => setState(next as SurveyState | null)}
      />
      {list.error && !items ? (
        <Problem error={list.error} refusals={surveyRefusals} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <Loading what={t(words.fetching)} lines={5} />
      ) : items.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <>
          <Rows items={items} here={code} />
          <Pager
            shown={items.length}
            step={step}
            more={list.data?.next !== null && limit < 200}
            busy={list.isFetching}
            onMore={() => setLimit(Math.min(200, limit + step))}
          />
        </>
      )}
      <Making open={making} code={code} onClose={() => setMaking(false)} />
    </section>
  )
}

function Rows({ items, here }: { items: SurveyHead[]; here: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const day = (on: string | null) => (on === null ? '–' : times.day(`${on}T04:00:00Z`))
  return (
    <Table
      caption={t(words.surveys)}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: t(words.name),
          cell: (row) => (
            <>
              <Link className="srv-name" to={paths.desk.survey(row.id)}>
                {textIn(row.title, lang)}
              </Link>
              {row.area.code !== here && <small className="k-note">{row.area.name}</small>}
            </>
          ),
        },
        { key: 'state', head: t(words.state), cell: (row) => t(surveyStateWords[row.state]) },
        {
          key: 'days',
          head: t(words.days),
          cell: (row) => (row.opensOn === null ? '–' : `${day(row.opensOn)}–${day(row.closesOn)}`),
        },
        { key: 'who', head: t(words.who), cell: (row) => t(answeredByWords[row.answersBy]) },
        {
          key: 'length',
          head: t(words.length),
          cell: (row) => t(words.lengthOf, { n: row.questions, minutes: row.minutes }),
        },
      ]}
    />
  )
}

function Making({ open, code, onClose }: { open: boolean; code: string; onClose: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [by, setBy] = useState<AnsweredBy>('household')
  const make = useCommand(makeSurvey, {
    refresh: [listSurveys],
    onDone: ({ id }) => void navigate(paths.desk.surveyForm(id)),
  })
  const begin = () => {
    const section = { code: 's1', title: both('', ''), note: null, showIf: null }
    const sections = [{ ...section, questions: [blankQuestion('q1', 'single')] }]
    const questionnaire = { title: both(title.trim(), ''), intro: both('', ''), sections }
    make.mutate({ area: code, answersBy: by, questionnaire })
  }
  return (
    <Dialog
      open={open}
      title={t(words.makeTitle)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(kitWords.close)}</Button>
          <Button look="pri" busy={make.isPending} onClick={begin}>
            {t(words.make)}
          </Button>
        </>
      }
    >
      <TextField
        label={t(words.makeName)}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <RadioTiles
        label={t(words.who)}
        columns={1}
        value={by}
        options={answeredBy.map((each) => ({ value: each, label: t(answeredByWords[each]) }))}
        onChange={setBy}
      />
      {make.error && (
        <p className="k-field-error" role="alert">
          {t(wordsOfError(make.error, surveyRefusals))}
        </p>
      )}
    </Dialog>
  )
}
