// What needs a day or a written reason: opening, another last day, the next version, closing.
import { useState } from 'react'
import {
  type SurveyDesk,
  closeSurvey,
  extendSurvey,
  listSteps,
  listSurveys,
  openSurvey,
  openVersion,
  readSurveyDesk,
} from '#core/surveys/contract.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { useWords, useToday } from '#web/kit/language.ts'
import { plusDays } from '#web/kit/dates.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { deskWords as words } from './words-desk.ts'

export type ActName = 'open' | 'extend' | 'turn' | 'close'
type Props = { survey: SurveyDesk; act: ActName | null; onClose: () => void }

const titles = { open: words.openTitle, extend: words.extend, close: words.close }

type Asked = { opensOn: string; closesOn: string; reason: string; next: number }

function useActs({ id }: SurveyDesk, act: ActName | null, onDone: () => void, asked: Asked) {
  const extras = { refresh: [readSurveyDesk, listSteps, listSurveys], onDone }
  const open = useCommand(openSurvey, extras)
  const extend = useCommand(extendSurvey, extras)
  const turn = useCommand(openVersion, extras)
  const close = useCommand(closeSurvey, extras)
  const { opensOn, closesOn, reason, next } = asked
  const send = () => {
    if (act === 'open') open.mutate({ id, opensOn, closesOn })
    if (act === 'extend') extend.mutate({ id, closesOn, reason })
    if (act === 'turn') turn.mutate({ id, version: next, reason })
    if (act === 'close') close.mutate({ id, reason })
  }
  return { doing: { open, extend, turn, close }[act ?? 'open'], send }
}

export function Acts({ survey, act, onClose }: Props) {
  const { t } = useWords()
  const today = useToday()
  const [opensOn, setOpensOn] = useState(today)
  const [closesOn, setClosesOn] = useState(survey.closesOn ?? plusDays(today, 21))
  const [reason, setReason] = useState('')
  const next = survey.versions.find((each) => each.openedAt === null)?.version ?? 1
  const { doing, send } = useActs(survey, act, onClose, {
    opensOn,
    closesOn,
    reason: reason.trim(),
    next,
  })
  const needsReason = act !== 'open' && reason.trim().length < 2
  const title = act === 'turn' ? t(words.openVersion, { n: next }) : t(titles[act ?? 'open'])
  const note = {
    open: words.openNote,
    close: words.closeNote,
    turn: words.openVersionNote,
    extend: null,
  }[act ?? 'open']
  return (
    <Dialog
      open={act !== null}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(kitWords.close)}</Button>
          <Button
            look={act === 'close' ? 'grave' : 'pri'}
            busy={doing.isPending}
            whyNot={needsReason ? t(words.reasonHint) : null}
            onClick={send}
          >
            {title}
          </Button>
        </>
      }
    >
      {note !== null && <p>{t(note)}</p>}
      {act === 'open' && (
        <TextField
          label={t(words.opensOn)}
          type="date"
          value={opensOn}
          onChange={(event) => setOpensOn(event.target.value)}
        />
      )}
      {(act === 'open' || act === 'extend') && (
        <TextField
          label={t(words.closesOn)}
          type="date"
          value={closesOn}
          onChange={(event) => setClosesOn(event.target.value)}
        />
      )}
      {act !== 'open' && (
        <TextField
          label={t(words.reason)}
          hint={t(words.reasonHint)}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Wrong error={doing.error} />
    </Dialog>
  )
}

function Wrong({ error }: { error: unknown }) {
  const { t } = useWords()
  if (!error) return null
  return (
    <p className="k-field-error" role="alert">
      {t(wordsOfError(error, surveyRefusals))}
    </p>
  )
}
