// The rules of a place as a file: taken out, and a file put in force from a day. What it would change is shown first.
import { useState } from 'react'
import type { OutputOf } from '#core/kit/contract.ts'
import {
  listRuleChanges,
  listRules,
  previewRulePack,
  putRulePack,
} from '#core/places/contract-rules.ts'
import { packFaultWords } from '#core/places/words-rule-pack.ts'
import { call, RefusalError } from '#web/kit/api.ts'
import { dayIn } from '#web/kit/dates.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { files } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { RulesProps } from './AmountsView.tsx'
import { sayChange } from './ChangesView.tsx'
import { ReasonField } from './setting.tsx'
import { packRefusals, packWords as words } from './words-pack.ts'
import { ruleWords } from './words-rules.ts'

type Preview = OutputOf<typeof previewRulePack>
type Change = Preview['changes'][number]

export function PackView({ code, rules }: RulesProps) {
  const { t } = useWords()
  return (
    <>
      <section>
        <SectionHeading>{t(words.take)}</SectionHeading>
        <p className="k-sub">{t(words.takeSays)}</p>
        <p>
          <a className="k-btn" href={files.rulePack(code)} download={`rules-${code}.json`}>
            {t(words.takeVerb)}
          </a>
        </p>
      </section>
      <section>
        <SectionHeading>{t(words.put)}</SectionHeading>
        <p className="k-sub">{t(rules.mayKeep ? words.putSays : ruleWords.notYours)}</p>
        {rules.mayKeep && <PutPack key={code} code={code} />}
      </section>
    </>
  )
}

function PutPack({ code }: { code: string }) {
  const { t } = useWords()
  const { zone } = useSettings()
  const [from, setFrom] = useState(dayIn(now(), zone))
  const [pack, setPack] = useState<unknown>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [unread, setUnread] = useState(false)
  const look = async (given: unknown, day: string) => {
    setPack(given)
    setPreview(null)
    setError(null)
    if (given === null || day === '') return
    try {
      setPreview(await call(previewRulePack, { area: code, pack: given, validFrom: day }))
    } catch (trouble) {
      setError(trouble)
    }
  }
  const choose = async (file: File | undefined) => {
    const given = file === undefined ? null : await readJson(file)
    setUnread(file !== undefined && given === null)
    await look(given, from)
  }
  return (
    <>
      <div className="rules-pack">
        <TextField
          label={t(words.file)}
          type="file"
          accept=".json,application/json"
          error={unread ? t(words.noJson) : null}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <TextField
          label={t(ruleWords.validFrom)}
          type="date"
          value={from}
          onChange={(event) => {
            setFrom(event.target.value)
            void look(pack, event.target.value)
          }}
        />
      </div>
      {error !== null && <Faults error={error} onRetry={() => void look(pack, from)} />}
      {preview !== null && <Looked code={code} pack={pack} from={from} preview={preview} />}
    </>
  )
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown
  } catch {
    return null
  }
}

/** Each part of the file that cannot be used, by its path. */
function Faults({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  const fields = error instanceof RefusalError ? Object.entries(error.fields ?? {}) : []
  if (fields.length === 0)
    return <Problem error={error} refusals={packRefusals} onRetry={onRetry} />
  return (
    <>
      <p role="alert">{t(words.faults)}</p>
      <ErrorSummary errors={fields.map(([path, fault]) => `${path}: ${sayFault(fault, t)}`)} />
    </>
  )
}

function sayFault(fault: string, t: Say): string {
  const known = packFaultWords[fault as keyof typeof packFaultWords]
  return known === undefined ? fault : t(known)
}

type LookedProps = { code: string; pack: unknown; from: string; preview: Preview }

function Looked({ code, pack, from, preview }: LookedProps) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { changes, categories, takenFrom, takenOn } = preview
  const act = useCommand(putRulePack, {
    refresh: [listRules, listRuleChanges, previewRulePack],
    onDone: ({ set, validFrom }) => toast(t(words.done, { n: set, day: times.date(validFrom) })),
  })
  const submit = () => {
    const lacks = reason.trim().length < 2
    setMissing(lacks ? [t(ruleWords.need, { what: t(ruleWords.reason) })] : [])
    if (!lacks) act.mutate({ area: code, pack, validFrom: from, reason: reason.trim() })
  }
  const origin = takenFrom === '' ? '' : t(words.from, { code: takenFrom, day: takenOn })
  return (
    <>
      {categories > 0 && <p className="k-note">{t(words.categories, { n: categories })}</p>}
      {changes.length === 0 ? (
        <Empty title={t(words.same)} />
      ) : (
        <>
          <SectionHeading end={origin}>
            {t(act.isSuccess ? words.changed : words.changes, { n: changes.length })}
          </SectionHeading>
          <ChangesTable changes={changes} />
          {act.isSuccess ? null : (
            <form
              className="rules-pack"
              onSubmit={(event) => {
                event.preventDefault()
                submit()
              }}
            >
              <ReasonField value={reason} onChange={setReason} />
              {missing.length > 0 && <ErrorSummary errors={missing} />}
              {act.error !== null && <Faults error={act.error} onRetry={submit} />}
              <Button look="pri" type="submit" busy={act.isPending}>
                {t(words.verb)}
              </Button>
            </form>
          )}
        </>
      )}
    </>
  )
}

function ChangesTable({ changes }: { changes: Change[] }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.put)}
      columns={[
        {
          key: 'what',
          head: t(ruleWords.what),
          cell: (row) =>
            row.part === 'day' ? t(words.day, { day: times.date(row.key) }) : row.key,
        },
        { key: 'before', head: t(words.before), cell: (row) => lines(sayPart(row, row.before, t)) },
        { key: 'after', head: t(words.after), cell: (row) => lines(sayPart(row, row.after, t)) },
      ]}
      rows={changes}
      rowKey={(row) => `${row.part} ${row.key}`}
    />
  )
}

const lines = (said: string[]) => said.map((line) => <div key={line}>{line}</div>)

function sayPart({ part, key }: Change, value: unknown, t: Say): string[] {
  if (value === null || value === undefined) return [t(ruleWords.usual)]
  if (part === 'day') {
    const { kind, name } = value as { kind: 'off' | 'work' | 'plain'; name: string }
    return [`${name} · ${t(ruleWords[kind])}`]
  }
  return sayChange({ key, value }, t)
}
