// Writing a questionnaire: the outline at the left, what is being written in the middle, how residents see it at the
// right. Faults stand at their place in sentences. What has been opened is shown and not edited.
import { useEffect, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { SurveyDesk } from '#core/surveys/contract.ts'
import { newVersion, readSurveyDesk, saveQuestionnaire } from '#core/surveys/contract.ts'
import { type Questionnaire, allQuestions, estimatedMinutes } from '#core/surveys/question.ts'
import { faultsOfQuestionnaire } from '#core/surveys/questionnaire-faults.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { deskWords } from '../desk/words-desk.ts'
import { Editor } from './Editor.tsx'
import { type At, readForm } from './form-edit.ts'
import { Outline } from './Outline.tsx'
import { Preview } from './Preview.tsx'
import { builderWords as words } from './words-builder.ts'
import '../desk/desk.css'

export function FormPage() {
  const { id = '' } = useParams()
  const survey = useEndpoint(readSurveyDesk, { id })
  if (survey.error && !survey.data)
    return (
      <Problem
        error={survey.error}
        refusals={surveyRefusals}
        onRetry={() => void survey.refetch()}
      />
    )
  if (!survey.data) return <Loading />
  return <Builder key={`${id} ${survey.data.shownVersion}`} survey={survey.data} />
}

function Builder({ survey }: { survey: SurveyDesk }) {
  const { t, lang } = useWords()
  const toast = useToast()
  const [form, setForm] = useState(survey.questionnaire)
  const [savedAs, setSavedAs] = useState(survey.questionnaire)
  const [changedAt, setChangedAt] = useState(survey.changedAt)
  const [at, setAt] = useState<At | null>(null)
  const frozen = survey.versions.find((each) => each.version === survey.shownVersion)?.openedAt
  const mayWrite = survey.mayKeep && frozen === null
  const faults = useMemo(() => faultsOfQuestionnaire(form), [form])
  const faultAt = (place: string) => {
    const found = faults.find((fault) => fault.at === place)
    return found === undefined ? null : t(found.words)
  }
  const dirty = form !== savedAs
  useLeaveGuard(dirty)
  const save = useCommand(saveQuestionnaire, {
    refresh: [readSurveyDesk],
    onDone: (answer) => {
      setChangedAt(answer.changedAt)
      setSavedAs(form)
      toast(t(words.saved))
    },
  })
  const keep = () =>
    save.mutate({ id: survey.id, version: survey.shownVersion, changedAt, questionnaire: form })
  const stale = save.error instanceof RefusalError && save.error.refusal === 'changed_meanwhile'
  return (
    <div className="srv-page">
      <PageHeading
        title={form.title[lang] || form.title.zh || t(words.title)}
        sub={t(words.minutes, {
          n: allQuestions(form).length,
          minutes: estimatedMinutes(form),
        })}
      >
        <Link className="k-link" to={paths.desk.survey(survey.id)}>
          {t(words.back)}
        </Link>
        <Files form={form} mayWrite={mayWrite} onRead={setForm} />
        {mayWrite && (
          <Button look="pri" busy={save.isPending} onClick={keep}>
            {t(words.save)}
          </Button>
        )}
      </PageHeading>
      {frozen !== null && <Frozen survey={survey} />}
      {dirty && mayWrite && <p className="k-note">{t(words.unsaved)}</p>}
      {save.error && (
        <Notice tone="zhu" live>
          {t(stale ? words.changedMeanwhile : wordsOfError(save.error, surveyRefusals))}
        </Notice>
      )}
      <div className="bld">
        <Outline {...{ form, at, faults, mayWrite }} onChange={setForm} onGo={setAt} />
        <fieldset className="bld-middle" disabled={!mayWrite}>
          <Editor form={form} at={at} onChange={setForm} faultAt={faultAt} />
        </fieldset>
        <Preview form={form} at={at} faults={faults} onGo={setAt} />
      </div>
    </div>
  )
}

function Frozen({ survey }: { survey: SurveyDesk }) {
  const { t } = useWords()
  const begin = useCommand(newVersion, { refresh: [readSurveyDesk] })
  const can = survey.mayKeep && survey.state === 'OPEN'
  return (
    <Notice tone="accent">
      <p>{t(words.frozen, { version: survey.shownVersion })}</p>
      {can && (
        <Button busy={begin.isPending} onClick={() => begin.mutate({ id: survey.id })}>
          {t(deskWords.newVersion)}
        </Button>
      )}
      {begin.error && <p>{t(wordsOfError(begin.error, surveyRefusals))}</p>}
    </Notice>
  )
}

function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [dirty])
}

type FilesProps = {
  form: Questionnaire
  mayWrite: boolean
  onRead: (form: Questionnaire) => void
}

function Files({ form, mayWrite, onRead }: FilesProps) {
  const { t } = useWords()
  const toast = useToast()
  const url = useMemo(
    () =>
      `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(form, null, 2))}`,
    [form],
  )
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    const found = readForm(await file.text())
    if (found === null) toast(t(words.badFile))
    else onRead(found)
  }
  return (
    <>
      <a className="k-link" href={url} download={`${form.title.zh || 'survey'}.json`}>
        {t(words.exportJson)}
      </a>
      {mayWrite && (
        <label className="k-link srv-file">
          {t(words.importJson)}
          <input
            type="file"
            accept="application/json,.json"
            className="k-sr"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </label>
      )}
    </>
  )
}
