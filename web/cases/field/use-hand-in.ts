// One press: photos and the place where one stands, then the command that names them. Without a line all of it waits in
// the outbox; a refusal is read here, beside what is missing.
import { useState } from 'react'
import { type CaseView, getCase, listCases } from '#core/cases/contract.ts'
import { metresOff } from '#core/cases/evidence.ts'
import { handleCase, selfHandle } from '#core/cases/contract-moves.ts'
import { NoConnectionError, RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { WaitsBehindError } from '#web/kit/outbox.ts'
import { useCommand } from '#web/kit/queries.ts'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { askPosition } from '#web/places/where-am-i.ts'
import { takenAt, useCarrying, usePhotosToSend } from './use-photos.ts'
import { useVoice } from './use-voice.ts'
import { fieldWords } from './words-field.ts'
import { handInWords } from './words-hand-in.ts'
import { shotWords } from './words-shots.ts'
import { fieldSentences } from './refused.ts'

type Given = { text: string; outcome: 'solved' | 'referred' | 'unfounded'; reporterTold: boolean }

/** What handing in asks of a case, whether the server has it yet or only this phone. */
export type Subject = Pick<
  CaseView,
  'number' | 'text' | 'category' | 'evidence' | 'closing' | 'photos' | 'point'
> &
  Partial<Pick<CaseView, 'home' | 'place' | 'ladder' | 'clock'>> & { reporter: { voices: number } }

type Begun = { before: File[]; after: File[]; voice?: File | null }

export function useHandIn(view: Subject, self: boolean, begun: Begun, onGone: () => void) {
  const { t } = useWords()
  const toast = useToast()
  const after = usePhotosToSend(begun.after)
  const before = usePhotosToSend(begun.before)
  const voice = useVoice(begun.voice ?? null)
  const progress = useCarrying()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<{ errors: string[]; fields: Record<string, string> }>(none)
  const extras = { about: view.number, refresh: [getCase, listCases] }
  const handle = useCommand(handleCase, extras)
  const settle = useCommand(selfHandle, extras)

  const fail = (errors: string[]) => setTrouble({ errors, fields: {} })
  const send = async ({ text, outcome, reporterTold }: Given) => {
    setTrouble(none)
    setBusy(true)
    try {
      const photosBefore = await before.keep()
      const photosAfter = await after.keep()
      const asked = view.evidence.placeWithinM !== null && view.point !== null
      const point = asked ? await position() : null
      const far = metresOff(view, point)
      // Said at the place, where it can be mended, instead of hours later when the line is back.
      if (outcome === 'solved' && far !== null && far > (view.evidence.placeWithinM ?? far))
        throw new TooFar(far)
      const proof = { text, photosBefore, photosAfter, takenAt: takenAt(after.photos), point }
      const about = { number: view.number, madeAt: now() }
      await voice.attachTo(view.number)
      if (self) await settle.mutateAsync({ ...about, proof, reporterTold })
      else await handle.mutateAsync({ ...about, proof, outcome })
      toast(t(handInWords.handedIn))
      onGone()
    } catch (error) {
      if (error instanceof NoConnectionError) {
        toast(t(error instanceof WaitsBehindError ? handInWords.keptBehind : fieldWords.keptToSend))
        onGone()
      } else setTrouble(await troubleOf(error, t, view.evidence.placeWithinM ?? 0))
    } finally {
      setBusy(false)
    }
  }
  return {
    after,
    before,
    voice,
    send,
    fail,
    busy: busy ? t(progress ? fieldWords.sendingPhotos : fieldWords.sending, progress ?? {}) : null,
    errors: trouble.errors,
    fields: trouble.fields,
  }
}

const none = { errors: [], fields: {} }

class PositionLost extends Error {
  override name = 'PositionLost'
}

class TooFar extends Error {
  override name = 'TooFar'
  readonly metres: number
  constructor(metres: number) {
    super(`${metres} m off`)
    this.metres = metres
  }
}

async function position() {
  const found = await askPosition()
  if (typeof found === 'string') throw new PositionLost()
  return found
}

async function troubleOf(error: unknown, t: ReturnType<typeof useWords>['t'], max: number) {
  if (error instanceof TooFar)
    return { errors: [t(shotWords.tooFar, { n: error.metres, max })], fields: {} }
  if (error instanceof PositionLost) return { errors: [t(fieldWords.positionLost)], fields: {} }
  if (!(error instanceof RefusalError)) return { errors: [t(wordsOfError(error))], fields: {} }
  const sentences = await fieldSentences()
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([field, code]) => [
      field,
      t(sentences[code] ?? wordsOfError(error)),
    ]),
  )
  const each = Object.values(fields)
  return { errors: each.length > 0 ? each : [t(wordsOfError(error, sentences))], fields }
}
