// Publishing is a decision of people: which tables, who decided, why now. What is not ticked stays on the desk.
import { useState } from 'react'
import type { OutputOf } from '#core/kit/contract.ts'
import {
  type ResultsView,
  type TableView,
  listPublications,
  publishResults,
} from '#core/surveys/contract-results.ts'
import { listSteps } from '#core/surveys/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField, Tick } from '#web/kit/ui/Field.tsx'
import { resultRefusals, resultWords as words } from './words-results.ts'

export type Crossing = { row: string; group: string; table: TableView }
type Props = {
  id: string
  results: ResultsView
  /** The table by groups that is being looked at, if any. */
  crossed: Crossing | null
  onClose: () => void
}

type Choice = {
  key: string
  asked: { row: string; group: string | null }
  label: string
  hidden: number
}

/** Every question, and the pair that is being looked at. */
function useTables({ results, crossed }: Pick<Props, 'results' | 'crossed'>) {
  const { t, lang } = useWords()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const titled = (table: { title: TableView['title'] }) => table.title[lang] || table.title.zh
  const questions = results.tables.map((table): Choice => ({
    key: table.key,
    asked: { row: table.key, group: null },
    label: titled(table),
    hidden: table.hidden,
  }))
  const pair = (of: Crossing): Choice => ({
    key: of.table.key,
    asked: { row: of.row, group: of.group },
    label: t(words.tableOf, {
      row: titled(of.table),
      group: of.table.by === null ? of.group : titled(of.table.by),
    }),
    hidden: of.table.hidden,
  })
  const all = crossed === null ? questions : [...questions, pair(crossed)]
  const choose = (key: string, on: boolean) => {
    const next = new Set(left)
    if (on) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  const chosen = all.filter(({ key }) => !left.has(key))
  const chooseAll = () => setLeft(new Set())
  const chooseNone = () => setLeft(new Set(all.map(({ key }) => key)))
  return { all, chosen, left, choose, chooseAll, chooseNone }
}

export function PublishDialog({ id, results, crossed, onClose }: Props) {
  const { t } = useWords()
  const tables = useTables({ results, crossed })
  const [decidedBy, setDecidedBy] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const publish = useCommand(publishResults, { refresh: [listPublications, listSteps] })
  const { version, scheme } = results
  const missing = [
    ...(tables.chosen.length === 0 ? [t(words.noTable)] : []),
    ...(decidedBy.trim().length < 2 ? [t(words.decidedBy)] : []),
    ...(reason.trim().length < 2 ? [t(words.reason)] : []),
  ]
  if (publish.data) return <Published id={id} done={publish.data} onClose={onClose} />
  const send = () => {
    setTried(true)
    const decision = { decidedBy: decidedBy.trim(), reason: reason.trim() }
    const asked = tables.chosen.map((each) => each.asked)
    if (missing.length === 0) publish.mutate({ id, version, scheme, tables: asked, ...decision })
  }
  return (
    <AskDialog
      wide
      title={t(words.publishTitle)}
      says={t(words.publishSo)}
      verb={t(words.publish, { n: tables.chosen.length })}
      busy={publish.isPending}
      missing={tried ? missing : []}
      error={publish.error}
      refusals={resultRefusals}
      onClose={onClose}
      onSubmit={send}
    >
      <TableChoice tables={tables} crossed={crossed !== null} />
      <TextField
        label={t(words.decidedBy)}
        hint={t(words.decidedByHint)}
        maxLength={200}
        value={decidedBy}
        onChange={(event) => setDecidedBy(event.target.value)}
      />
      <TextField
        label={t(words.reason)}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  )
}

type Done = OutputOf<typeof publishResults>

function Published({ id, done, onClose }: { id: string; done: Done; onClose: () => void }) {
  const { t } = useWords()
  return (
    <AskDialog
      title={t(words.publishTitle)}
      verb={t(words.back)}
      onSubmit={onClose}
      onClose={onClose}
    >
      <p>{t(words.published, { n: done.number, hidden: done.hidden })}</p>
      <a href={paths.open.surveyResults(id)}>{t(words.seePublic)}</a>
    </AskDialog>
  )
}

type ChoiceProps = { tables: ReturnType<typeof useTables>; crossed: boolean }

function TableChoice({ tables, crossed }: ChoiceProps) {
  const { t } = useWords()
  return (
    <fieldset>
      <legend className="k-label">{t(words.whichTables)}</legend>
      <p className="k-note">{t(words.whichNote)}</p>
      <Buttons>
        <Button look="quiet" onClick={tables.chooseAll}>
          {t(words.all)}
        </Button>
        <Button look="quiet" onClick={tables.chooseNone}>
          {t(words.noneOf)}
        </Button>
      </Buttons>
      <div className="res-pick">
        {tables.all.map(({ key, label, hidden }) => (
          <Tick
            key={key}
            label={label}
            {...(hidden > 0 && { note: t(words.hiddenIn, { n: hidden }) })}
            checked={!tables.left.has(key)}
            onChange={(on) => tables.choose(key, on)}
          />
        ))}
      </div>
      {!crossed && <p className="k-note">{t(words.addPair)}</p>}
    </fieldset>
  )
}
