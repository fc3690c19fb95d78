// A community asks a level above for what it has not: what, for whom, when and why.
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { countResources } from '#core/resources/contract.ts'
import { askResource, listRequests } from '#core/resources/contract-requests.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, NoPermission, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { RefusalError } from '#web/kit/api.ts'
import { useCounts } from './Tabs.tsx'
import { requestPageWords as words, resourcePageWords } from './words-desk.ts'
import './resources.css'

export function AskPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const navigate = useNavigate()
  const counts = useCounts(code)
  const [asked, setAsked] = useState({
    to: '',
    what: '',
    forWhom: '',
    why: '',
    wantedFrom: '',
    wantedUntil: '',
    answerBy: '',
  })
  const ask = useCommand(askResource, {
    refresh: [listRequests, countResources],
    onDone: ({ id }) => void navigate(paths.desk.resourceRequest(id)),
  })
  const view = counts.data
  if (view === undefined)
    return counts.error ? (
      <Problem
        error={counts.error}
        refusals={resourceRefusals}
        onRetry={() => void counts.refetch()}
      />
    ) : (
      <Loading />
    )
  if (!view.mayKeep)
    return (
      <NoPermission
        title={t(resourcePageWords.notKeeper)}
        because={t(resourcePageWords.notKeeperAsk)}
      />
    )
  const area = t(view.area.name)
  const fields = ask.error instanceof RefusalError ? ask.error.fields : {}
  const to = asked.to || (view.askable[0]?.code ?? '')
  const field = (name: keyof typeof asked) => ({
    value: asked[name],
    error: fields[name] ?? null,
    onChange: (event: { target: { value: string } }) =>
      setAsked({ ...asked, [name]: event.target.value }),
  })
  const send = () =>
    ask.mutate({
      area: code,
      to,
      what: asked.what.trim(),
      forWhom: asked.forWhom.trim(),
      why: asked.why.trim(),
      wantedFrom: asked.wantedFrom || null,
      wantedUntil: asked.wantedUntil || null,
      answerBy: asked.answerBy || null,
    })
  const today = now().slice(0, 10)
  return (
    <section className="res-page is-narrow">
      <Breadcrumb
        steps={[{ label: area, to: paths.desk.resources(code) }]}
        here={t(resourcePageWords.ask)}
      />
      <PageHeading title={t(words.askTitle, { area })} sub={t(words.askSub)} />
      {ask.error && (
        <ErrorSummary
          errors={
            Object.keys(fields).length > 0
              ? Object.values(fields)
              : [t(wordsOfError(ask.error, resourceRefusals))]
          }
        />
      )}
      <RadioTiles
        label={t(words.askTo)}
        columns={3}
        value={to}
        onChange={(value) => setAsked({ ...asked, to: value })}
        options={view.askable.map((level) => ({ value: level.code, label: t(level.name) }))}
      />
      <TextField
        label={t(words.askWhat)}
        hint={t(words.askWhatHint)}
        need="required"
        maxLength={120}
        {...field('what')}
      />
      <TextField
        label={t(words.askFor)}
        hint={t(words.askForHint)}
        need="required"
        maxLength={120}
        {...field('forWhom')}
      />
      <TextArea
        label={t(words.askWhy)}
        need="required"
        rows={4}
        maxLength={1000}
        {...field('why')}
      />
      <div className="res-pair">
        <TextField
          label={t(words.wantedFrom)}
          need="optional"
          type="date"
          min={today}
          {...field('wantedFrom')}
        />
        <TextField
          label={t(words.wantedUntil)}
          need="optional"
          type="date"
          min={today}
          {...field('wantedUntil')}
        />
        <TextField
          label={t(words.askBy)}
          hint={t(words.askByHint)}
          need="optional"
          type="date"
          min={today}
          {...field('answerBy')}
        />
      </div>
      <Buttons>
        <Button look="pri" big busy={ask.isPending} onClick={send}>
          {t(words.send)}
        </Button>
      </Buttons>
    </section>
  )
}
