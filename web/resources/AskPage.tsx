// A community asks a level above for what it has not: what, for whom, when and why.
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { countResources } from '#core/resources/contract.ts'
import { askResource, listRequests } from '#core/resources/contract-requests.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { useWords, useToday } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, NoPermission, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { RefusalError } from '#web/kit/api.ts'
import { type Counts, useCounts } from './Tabs.tsx'
import { requestPageWords as words, resourcePageWords } from './words-desk.ts'
import './resources.css'

type Asked = Record<
  'to' | 'what' | 'forWhom' | 'why' | 'wantedFrom' | 'wantedUntil' | 'answerBy',
  string
>
const nothing: Asked = {
  to: '',
  what: '',
  forWhom: '',
  why: '',
  wantedFrom: '',
  wantedUntil: '',
  answerBy: '',
}

export function AskPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const counts = useCounts(code)
  const { data, error } = counts
  if (error && !data)
    return (
      <Problem error={error} refusals={resourceRefusals} onRetry={() => void counts.refetch()} />
    )
  if (!data) return <Loading />
  if (!data.mayKeep)
    return (
      <NoPermission
        title={t(resourcePageWords.notKeeper)}
        because={t(resourcePageWords.notKeeperAsk)}
      />
    )
  return <Ask code={code} area={t(data.area.name)} askable={data.askable} />
}

type AskProps = { code: string; area: string; askable: Counts['askable'] }

function Ask({ code, area, askable }: AskProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(nothing)
  const ask = useCommand(askResource, {
    refresh: [listRequests, countResources],
    onDone: ({ id }) => void navigate(paths.desk.resourceRequest(id)),
  })
  const fields = ask.error instanceof RefusalError ? ask.error.fields : {}
  const said = Object.values(fields)
  const to = asked.to || (askable[0]?.code ?? '')
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
  return (
    <section className="res-page is-narrow">
      <Breadcrumb
        steps={[{ label: area, to: paths.desk.resources(code) }]}
        here={t(resourcePageWords.ask)}
      />
      <PageHeading title={t(words.askTitle, { area })} sub={t(words.askSub)} />
      {ask.error && (
        <ErrorSummary
          errors={said.length > 0 ? said : [t(wordsOfError(ask.error, resourceRefusals))]}
        />
      )}
      <RadioTiles
        label={t(words.askTo)}
        columns={3}
        value={to}
        onChange={(value) => setAsked({ ...asked, to: value })}
        options={askable.map((level) => ({ value: level.code, label: t(level.name) }))}
      />
      <Fields asked={asked} fields={fields} set={(more) => setAsked({ ...asked, ...more })} />
      <Buttons>
        <Button look="pri" big busy={ask.isPending} onClick={send}>
          {t(words.send)}
        </Button>
      </Buttons>
    </section>
  )
}

type FieldsProps = {
  asked: Asked
  fields: Record<string, string>
  set: (more: Partial<Asked>) => void
}

function Fields({ asked, fields, set }: FieldsProps) {
  const { t } = useWords()
  const min = useToday()
  const field = (name: keyof Asked) => ({
    value: asked[name],
    error: fields[name] ?? null,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  })
  const day = { need: 'optional', type: 'date', min } as const
  const text = { need: 'required', maxLength: 120 } as const
  return (
    <>
      <TextField
        label={t(words.askWhat)}
        hint={t(words.askWhatHint)}
        {...text}
        {...field('what')}
      />
      <TextField
        label={t(words.askFor)}
        hint={t(words.askForHint)}
        {...text}
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
        <TextField label={t(words.wantedFrom)} {...day} {...field('wantedFrom')} />
        <TextField label={t(words.wantedUntil)} {...day} {...field('wantedUntil')} />
        <TextField
          label={t(words.askBy)}
          hint={t(words.askByHint)}
          {...day}
          {...field('answerBy')}
        />
      </div>
    </>
  )
}
