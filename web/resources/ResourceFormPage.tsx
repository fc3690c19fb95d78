// Adding an entry, or changing one with a reason.
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import {
  addResource,
  changeResource,
  countResources,
  getResource,
  listResourceKinds,
  listResources,
  type ResourceView,
} from '#core/resources/contract.ts'
import { reasonOf } from '#core/resources/resource.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords, useToday } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, TextField } from '#web/kit/ui/Field.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, NoPermission, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { EntryFields } from './EntryFields.tsx'
import { type Draft, draftOf, emptyDraft, entryOf } from './entry-draft.ts'
import { useCounts } from './Tabs.tsx'
import { resourcePageWords as words } from './words-desk.ts'
import './resources.css'

export function NewResourcePage() {
  const { code = '' } = useParams()
  const counts = useCounts(code)
  if (counts.error && !counts.data)
    return (
      <Problem
        error={counts.error}
        refusals={resourceRefusals}
        onRetry={() => void counts.refetch()}
      />
    )
  if (!counts.data) return <Loading />
  return (
    <Form code={code} areaName={counts.data.area.name} may={counts.data.mayKeep} resource={null} />
  )
}

export function ChangeResourcePage() {
  const { id = '' } = useParams()
  const found = useEndpoint(getResource, { id })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={resourceRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading />
  const { owner, mayKeep } = found.data
  return (
    <Form key={id} code={owner.code} areaName={owner.name} may={mayKeep} resource={found.data} />
  )
}

type Props = {
  code: string
  areaName: { zh: string; en: string }
  may: boolean
  resource: ResourceView | null
}

function Form({ code, areaName, may, resource }: Props) {
  const { t, lang } = useWords()
  const navigate = useNavigate()
  const kinds = useEndpoint(listResourceKinds, { area: code })
  const today = useToday()
  const [draft, setDraft] = useState<Draft>(() =>
    resource === null ? emptyDraft(today) : draftOf(resource, lang),
  )
  const [reason, setReason] = useState('')
  const [hoursWrong, setHoursWrong] = useState(false)
  const after = {
    refresh: [listResources, countResources, getResource],
    onDone: ({ id }: { id: string }) => void navigate(paths.desk.resource(id)),
  }
  const add = useCommand(addResource, after)
  const change = useCommand(changeResource, after)
  if (!may) return <NoPermission title={t(words.notKeeper)} because={t(words.notKeeperAsk)} />
  if (!kinds.data) return kinds.error ? <Problem error={kinds.error} /> : <Loading />
  const unit = kinds.data.items.find((kind) => kind.code === draft.kind)?.unit[lang] ?? ''
  const send = () => {
    const entry = entryOf(draft, unit)
    setHoursWrong(entry === null)
    if (entry === null) return
    if (resource === null) add.mutate({ area: code, entry })
    else
      change.mutate({
        id: resource.id,
        expectedVersion: resource.version,
        entry,
        reason: reason.trim(),
      })
  }
  const error = add.error ?? change.error
  const fields = fieldsOf(error, hoursWrong ? t(reasonOf('bad_hours')) : null)
  const area = t(areaName)
  const title =
    resource === null ? t(words.newTitle, { area }) : t(words.changeTitle, { name: resource.name })
  return (
    <section className="res-page">
      <Breadcrumb steps={[{ label: area, to: paths.desk.resources(code) }]} here={title} />
      <PageHeading title={title} sub={t(words.formSub)} />
      {error && <ErrorSummary errors={summary(error, t(wordsOfError(error, resourceRefusals)))} />}
      <EntryFields
        draft={draft}
        kinds={kinds.data.items}
        errors={fields}
        set={(more) => setDraft({ ...draft, ...more })}
        area={{ code, name: area }}
      />
      {resource !== null && (
        <TextField
          label={t(words.reason)}
          hint={t(words.reasonHint)}
          need="required"
          maxLength={500}
          value={reason}
          error={fields['reason'] ?? null}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Send resource={resource} code={code} busy={add.isPending || change.isPending} send={send} />
    </section>
  )
}

type SendProps = { resource: ResourceView | null; code: string; busy: boolean; send: () => void }

function Send({ resource, code, busy, send }: SendProps) {
  const { t } = useWords()
  const back = resource === null ? paths.desk.resources(code) : paths.desk.resource(resource.id)
  return (
    <Buttons>
      <Button look="pri" big busy={busy} onClick={send}>
        {t(resource === null ? words.save : words.saveChange)}
      </Button>
      <ButtonLink look="quiet" to={back}>
        {t(words.cancel)}
      </ButtonLink>
    </Buttons>
  )
}

/** The server names `entry.phone` for a shape and `phone` for a rule. */
function fieldsOf(error: unknown, hours: string | null): Record<string, string> {
  const said = error instanceof RefusalError ? error.fields : {}
  const fields = Object.fromEntries(
    Object.entries(said).map(([name, sentence]) => [
      name.replace(/^entry\./, '').replace(/\..*$/, ''),
      sentence,
    ]),
  )
  return hours === null ? fields : { ...fields, openings: hours }
}

const summary = (error: unknown, whole: string): string[] => {
  const fields = Object.values(fieldsOf(error, null))
  return fields.length > 0 ? [...new Set(fields)] : [whole]
}
