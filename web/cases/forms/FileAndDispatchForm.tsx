// One form for the three steps with which a case begins: filed, sorted, given to somebody. A private matter is filed and
// guided instead of given. The single steps are here too, for whoever must take them one by one.
import { useEffect, useState } from 'react'
import { acceptCase, fileAndDispatch, triageCase } from '#core/cases/contract-moves.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { TextField } from '#web/kit/ui/Field.tsx'
import { assistsOf, HelpFields, useHelps } from './assists.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import {
  type AsIf,
  type Chosen,
  ReceiverPicker,
  receiverOf,
  useSuggested,
} from './ReceiverPicker.tsx'
import { CategoryFields, type Sorting, SortingFields, triageInput, useSorting } from './sorting.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { asks } from './words-asks.ts'
import { formWords } from './words-forms.ts'

/** What the form can see by itself before anything is sent, so that nobody waits for it. */
function useMissing() {
  const { t } = useWords()
  const ask = (words: Words) => t(formWords.choosePlease, { what: t(words) })
  const write = (words: Words) => t(formWords.writePlease, { what: t(words) })
  return (sorting: Sorting, of: { matter: boolean; condition: boolean }): string[] => [
    ...(sorting.category === null ? [ask(formWords.category)] : []),
    ...(of.condition && sorting.category !== null && !sorting.conditionMet
      ? [t(formWords.tickPlease, { what: t(formWords.condition) })]
      : []),
    ...(of.matter && sorting.matter === null ? [ask(formWords.matter)] : []),
    ...(of.matter && sorting.matter === 'private'
      ? [
          ...(sorting.guidance.trim() === '' ? [write(formWords.guidance)] : []),
          ...(sorting.nextStep.trim() === '' ? [write(formWords.nextStep)] : []),
        ]
      : []),
  ]
}

/** A private matter is not given to anybody: filed where it is not yet, then guided and so closed. */
function useGuiding(props: FormProps, sorting: Sorting) {
  const [filed, setFiled] = useState<number>()
  const guide = useMove(triageCase, props)
  const filing = useMove(acceptCase, {
    ...props,
    onDone: (moved) => {
      setFiled(moved?.version)
      guide.send(triageInput(sorting), moved?.version)
    },
  })
  const { category, conditionMet } = sorting
  const open = props.view.filedAt === null && filed === undefined
  return {
    move: open || filing.move.error ? filing.move : guide.move,
    send: () =>
      open
        ? filing.send({ category: category?.code ?? '', conditionMet })
        : guide.send(triageInput(sorting), filed),
  }
}

const askOf = (view: FormProps['view']) =>
  view.filedAt === null ? asks.fileAndDispatch : asks.sortAndDispatch

export function FileAndDispatchForm(props: FormProps) {
  const { view } = props
  const { t } = useWords()
  const sort = useSorting(view)
  const { sorting } = sort
  const asIf = { category: sorting.category?.code, tier: sorting.tier }
  const suggested = useSuggested(view.number, asIf)
  const [lead, setLead] = useState<Chosen | null>(null)
  const [touched, touch] = useState(false)
  const helps = useHelps()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const missingIn = useMissing()
  const all = useMove(fileAndDispatch, props)
  const guide = useGuiding(props, sorting)
  const own = sorting.matter === 'private'
  useEffect(() => {
    // Also when there is none yet: whoever is quick does not give it to the one meant before.
    if (!touched) setLead(suggested)
  }, [suggested, touched])

  const submit = () => {
    const lacks = missingIn(sorting, { matter: true, condition: view.filedAt === null })
    if (!own && lead === null) lacks.push(t(formWords.choosePlease, { what: t(formWords.lead) }))
    // Said before the filing that would come first.
    if (own && (view.urgent || sorting.urgent)) lacks.push(t(refusalWords.urgent_goes_first))
    setMissing(lacks)
    if (lacks.length > 0) return
    if (own) return guide.send()
    if (lead === null) return
    all.send({
      ...triageInput(sorting),
      conditionMet: sorting.conditionMet,
      lead: receiverOf(lead),
      assists: assistsOf(helps.helps),
      note: note.trim() === '' ? null : note.trim(),
    })
  }
  const words = own ? asks.triage : askOf(view)
  return (
    <MoveDialog
      wide
      title={t(words.title)}
      says={t(words.says)}
      verb={t(words.verb)}
      move={own ? guide.move : all.move}
      missing={missing}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <CategoryFields view={view} {...sort} />
      <SortingFields view={view} {...sort} />
      {!own && (
        <WorkFields
          number={view.number}
          asIf={asIf}
          lead={lead}
          onLead={(one) => {
            touch(true)
            setLead(one)
          }}
          helps={helps}
          note={note}
          onNote={setNote}
        />
      )}
    </MoveDialog>
  )
}

type WorkProps = {
  number: string
  asIf?: AsIf
  lead: Chosen | null
  onLead: (one: Chosen | null) => void
  helps: ReturnType<typeof useHelps>
  note: string
  onNote: (note: string) => void
}

/** Who leads, who helps, and a word to them. */
export function WorkFields({ number, asIf = {}, lead, onLead, helps, note, onNote }: WorkProps) {
  const { t } = useWords()
  return (
    <>
      <ReceiverPicker
        number={number}
        label={t(formWords.lead)}
        asIf={asIf}
        chosen={lead}
        onChoose={onLead}
      />
      <HelpFields number={number} {...helps} />
      <TextField
        label={t(formWords.note)}
        need="optional"
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
    </>
  )
}

export function AcceptForm(props: FormProps) {
  const { t } = useWords()
  const sort = useSorting(props.view)
  const [missing, setMissing] = useState<string[]>([])
  const missingIn = useMissing()
  const { send, move } = useMove(acceptCase, props)
  const { category, conditionMet } = sort.sorting
  return (
    <MoveDialog
      title={t(asks.accept.title)}
      says={t(asks.accept.says)}
      verb={t(asks.accept.verb)}
      move={move}
      missing={missing}
      onClose={props.onClose}
      onSubmit={() => {
        const lacks = missingIn(sort.sorting, { matter: false, condition: true })
        setMissing(lacks)
        if (lacks.length === 0 && category) send({ category: category.code, conditionMet })
      }}
    >
      <CategoryFields view={props.view} {...sort} />
    </MoveDialog>
  )
}

export function TriageForm(props: FormProps) {
  const { t } = useWords()
  const sort = useSorting(props.view)
  const [missing, setMissing] = useState<string[]>([])
  const missingIn = useMissing()
  const { send, move } = useMove(triageCase, props)
  return (
    <MoveDialog
      wide
      title={t(asks.triage.title)}
      says={t(asks.triage.says)}
      verb={t(asks.triage.verb)}
      move={move}
      missing={missing}
      onClose={props.onClose}
      onSubmit={() => {
        const lacks = missingIn(sort.sorting, { matter: true, condition: false })
        setMissing(lacks)
        if (lacks.length === 0) send(triageInput(sort.sorting))
      }}
    >
      <CategoryFields view={props.view} {...sort} />
      <SortingFields view={props.view} {...sort} />
    </MoveDialog>
  )
}
