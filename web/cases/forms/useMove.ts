// One move of one case: the command, the version it was decided on, and what to do when a colleague was quicker.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type CaseView, countQueues, getCase, listCases } from '#core/cases/contract.ts'
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { formWords } from './words-forms.ts'

export type FormProps = {
  view: CaseView
  onClose: () => void
  /** The move was made; the page says so. */
  onDone: (moved?: { version: number }) => void
}

type Rest<E extends Endpoint> = Omit<
  InputOf<E>,
  'number' | 'commandId' | 'expectedVersion' | 'madeAt'
>

export type MoveState = {
  busy: boolean
  error: unknown
  /** What happened since the form was opened, where that stopped the move. */
  meanwhile: CaseView['timeline']
  /** The reader has seen it and goes on from there. */
  goOn: () => void
}

export function useMove<E extends Endpoint>(
  endpoint: E,
  { view, onClose, onDone }: FormProps,
): { send: (input: Rest<E>, on?: number) => void; move: MoveState } {
  const client = useQueryClient()
  const [version, setVersion] = useState(view.version)
  const whenKept = useWhenKept(onClose)
  const act = useCommand(endpoint, {
    about: view.number,
    refresh: [getCase, listCases, countQueues],
    onDone: (moved) => onDone(moved as { version: number }),
    onKept: whenKept,
  })
  const overtaken = act.error instanceof RefusalError && act.error.refusal === 'changed_meanwhile'
  useEffect(() => {
    if (overtaken) void client.invalidateQueries({ queryKey: [getCase.name] })
  }, [overtaken, client])
  const send = (input: Rest<E>, on = version) => {
    const whole = { number: view.number, expectedVersion: on, ...input }
    act.mutate(whole as never)
  }
  return {
    send,
    move: {
      busy: act.isPending,
      error: act.error,
      meanwhile: overtaken ? view.timeline.filter((entry) => entry.version > version) : [],
      goOn: () => {
        setVersion(view.version)
        act.reset()
      },
    },
  }
}

/** In the field a step without a line is done with: it waits on the phone. At the desk the form stays and says so. */
function useWhenKept(onClose: () => void): () => void {
  const { t } = useWords()
  const { door } = useSettings()
  const toast = useToast()
  return () => {
    if (door !== 'field') return
    toast(t(formWords.keptToSend))
    onClose()
  }
}
