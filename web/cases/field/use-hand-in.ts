// One press: photos first, then the place where one stands, then the command. Without a line the command waits in the
// outbox; a refusal is read here, beside what is missing.
import { useState } from 'react'
import { type CaseView, getCase, listCases } from '#core/cases/contract.ts'
import { handleCase, selfHandle } from '#core/cases/contract-moves.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import { NoConnectionError, RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { askPosition } from '#web/places/where-am-i.ts'
import { takenAt, usePhotosToSend } from './use-photos.ts'
import { fieldWords } from './words-field.ts'

type Given = { text: string; outcome: 'solved' | 'referred' | 'unfounded'; reporterTold: boolean }

const said: Readonly<Record<string, Words>> = refusalWords

export function useHandIn(view: CaseView, self: boolean, onGone: () => void) {
  const { t } = useWords()
  const toast = useToast()
  const after = usePhotosToSend()
  const before = usePhotosToSend()
  const progress = after.progress ?? before.progress
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<{ errors: string[]; fields: Record<string, string> }>(none)
  const extras = { about: view.number, refresh: [getCase, listCases] }
  const handle = useCommand(handleCase, extras)
  const settle = useCommand(selfHandle, extras)

  const send = async ({ text, outcome, reporterTold }: Given) => {
    setTrouble(none)
    setBusy(true)
    try {
      const photosBefore = await before.send().catch(lostOnTheWay)
      const photosAfter = await after.send().catch(lostOnTheWay)
      const asked = view.evidence.placeWithinM !== null && view.point !== null
      const point = asked ? await position() : null
      const proof = { text, photosBefore, photosAfter, takenAt: takenAt(after.photos), point }
      const about = { number: view.number, madeAt: new Date().toISOString() }
      if (self) await settle.mutateAsync({ ...about, proof, reporterTold })
      else await handle.mutateAsync({ ...about, proof, outcome })
      toast(t(fieldWords.handedIn))
      onGone()
    } catch (error) {
      if (error instanceof NoConnectionError) {
        toast(t(fieldWords.keptToSend))
        onGone()
      } else setTrouble(troubleOf(error, t))
    } finally {
      setBusy(false)
    }
  }
  return {
    after,
    before,
    send,
    busy: busy ? t(progress ? fieldWords.sendingPhotos : fieldWords.sending, progress ?? {}) : null,
    errors: trouble.errors,
    fields: trouble.fields,
  }
}

const none = { errors: [], fields: {} }

class PhotosLost extends Error {
  override name = 'PhotosLost'
}
class PositionLost extends Error {
  override name = 'PositionLost'
}

function lostOnTheWay(error: unknown): never {
  throw error instanceof NoConnectionError ? new PhotosLost() : error
}

async function position() {
  const found = await askPosition()
  if (typeof found === 'string') throw new PositionLost()
  return found
}

function troubleOf(error: unknown, t: ReturnType<typeof useWords>['t']) {
  if (error instanceof PhotosLost) return { errors: [t(fieldWords.photoLost)], fields: {} }
  if (error instanceof PositionLost) return { errors: [t(fieldWords.positionLost)], fields: {} }
  if (!(error instanceof RefusalError)) return { errors: [t(wordsOfError(error))], fields: {} }
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([field, code]) => [
      field,
      t(said[code] ?? wordsOfError(error)),
    ]),
  )
  const each = Object.values(fields)
  return { errors: each.length > 0 ? each : [t(wordsOfError(error, said))], fields }
}
