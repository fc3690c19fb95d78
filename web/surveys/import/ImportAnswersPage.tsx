// Answers collected elsewhere: the file is looked at, columns are put to questions and words to options, then it is taken.
import { Link, useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { importAnswers, previewAnswers } from '#core/surveys/contract-import.ts'
import { type SurveyDesk, listSteps, readSurveyDesk } from '#core/surveys/contract.ts'
import { readProgress } from '#core/surveys/contract-frame.ts'
import { type Question, allQuestions, textIn } from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useLookedFile } from '#web/kit/looked-file.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import { FileLead } from '#web/kit/ui/FileLead.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, NoPermission, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { resultWords } from '../results/words-results.ts'
import { Columns } from './Columns.tsx'
import { Rejects } from './Rejects.tsx'
import { importRefusals, importWords as words } from './words-import-page.ts'
import './import.css'

export type Preview = OutputOf<typeof previewAnswers>
export type Mapping = Preview['mapping']

const bytesMax = 4_000_000

export function ImportAnswersPage() {
  const { t, lang } = useWords()
  const id = useParams()['id'] ?? ''
  const survey = useEndpoint(readSurveyDesk, { id })
  return (
    <Room
      crumb={
        <Link className="k-link" to={paths.desk.survey(id)}>
          {t(resultWords.back)}
        </Link>
      }
      title={t(words.title)}
      {...(survey.data === undefined ? {} : { sub: textIn(survey.data.title, lang) })}
    >
      {survey.data === undefined ? (
        survey.error ? (
          <Problem
            error={survey.error}
            refusals={surveyRefusals}
            onRetry={() => void survey.refetch()}
          />
        ) : (
          <Loading />
        )
      ) : !survey.data.mayKeep ? (
        <NoPermission because={t(words.notYours)} />
      ) : survey.data.state !== 'OPEN' ? (
        <Notice tone="zhe">{t(words.notOpen)}</Notice>
      ) : (
        <Import survey={survey.data} />
      )}
    </Room>
  )
}

function useImport(id: string) {
  const take = useCommand(importAnswers, { refresh: [listSteps, readProgress] })
  const chosen = useLookedFile<Preview, Mapping>({
    bytesMax,
    look: (asked) => call(previewAnswers, { id, ...asked }),
    onOther: take.reset,
  })
  const send = (mapping: Mapping) => {
    if (chosen.file === null) return
    const { fileName, content } = chosen.file
    take.mutate({ id, fileName, content, mapping })
  }
  return { ...chosen, take, send }
}

function Import({ survey }: { survey: SurveyDesk }) {
  const { t } = useWords()
  const it = useImport(survey.id)
  const { seen, take } = it
  const error = it.error ?? take.error
  return (
    <>
      <FileLead
        lead={t(words.lead)}
        note={t(words.privacy)}
        label={t(words.file)}
        hint={t(words.fileHint)}
        accept=".xlsx,.csv,.txt"
        error={it.tooLarge ? t(words.tooLarge) : null}
        onChoose={it.choose}
      />
      {error && (
        <Notice tone="zhu" live>
          {t(wordsOfError(error, importRefusals))}
        </Notice>
      )}
      {take.data ? (
        <>
          <Notice tone="accent" title={t(words.done, countsOf(take.data))} live>
            {t(words.doneThen)}
          </Notice>
          <Rejects rejects={take.data.rejects} all={take.data.rejected} />
        </>
      ) : seen !== null ? (
        <Looked survey={survey} preview={seen} it={it} />
      ) : (
        it.looking && <Loading what={t(words.looking)} lines={4} />
      )}
    </>
  )
}

type Counted = { rows: number; taken: number; repeated: number; rejected: number }
const countsOf = ({ rows, taken, repeated, rejected }: Counted) => ({
  rows: count(rows),
  taken: count(taken),
  repeated: count(repeated),
  rejected: count(rejected),
})

type LookedProps = { survey: SurveyDesk; preview: Preview; it: ReturnType<typeof useImport> }

function Looked({ survey, preview, it }: LookedProps) {
  const { t, lang } = useWords()
  const questions = allQuestions(survey.questionnaire).filter(({ kind }) => kind !== 'photo')
  const { mapping, rows, ready, rejected, missing } = preview
  const cannot =
    missing.length > 0
      ? t(words.missing, { columns: listed(missing, lang) })
      : ready === 0
        ? t(words.nothing)
        : null
  return (
    <>
      <div className="imp-counts">
        <p role="status">
          {t(words.counts, { rows: count(rows), ready: count(ready), rejected: count(rejected) })}
        </p>
        <Buttons>
          <Button
            look="pri"
            busy={it.take.isPending || it.looking}
            whyNot={cannot}
            onClick={() => it.send(mapping)}
          >
            {t(words.take, { n: count(ready) })}
          </Button>
        </Buttons>
      </div>
      <Unknown questions={questions} preview={preview} onChange={(next) => it.again(next)} />
      <section>
        <SectionHeading end={t(words.columnsEnd)}>{t(words.columns)}</SectionHeading>
        <Columns questions={questions} preview={preview} onChange={(next) => it.again(next)} />
      </section>
      <Rejects rejects={preview.rejects} all={rejected} />
    </>
  )
}

type UnknownProps = {
  questions: Question[]
  preview: Preview
  onChange: (mapping: Mapping) => void
}

function Unknown({ questions, preview, onChange }: UnknownProps) {
  const { t, lang } = useWords()
  const { mapping, unknown } = preview
  if (unknown.length === 0) return null
  const means = (code: string, text: string, option: string) => {
    const asked = mapping.questions[code] ?? {}
    const values = { ...asked.values, [text]: option }
    onChange({ ...mapping, questions: { ...mapping.questions, [code]: { ...asked, values } } })
  }
  return (
    <section>
      <SectionHeading end={t(words.unknownEnd)}>{t(words.unknown)}</SectionHeading>
      <div className="imp-pairs">
        {unknown.map(({ question: code, text, rows }) => {
          const question = questions.find((each) => each.code === code)
          if (question === undefined) return null
          return (
            <Select
              key={`${code} ${text}`}
              label={t(words.unknownOf, { text, n: count(rows) })}
              hint={textIn(question.title, lang)}
              empty={t(words.noneOf)}
              value=""
              onChange={(event) => means(code, text, event.target.value)}
              options={question.options.map((option) => ({
                value: option.code,
                label: textIn(option.label, lang),
              }))}
            />
          )
        })}
      </div>
    </section>
  )
}
