// A report from the field as it is written and sent. Without a line it waits on this phone, and what is done about it on
// the spot follows it there, under the mark it has until it has a number.
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { listCases } from '#core/cases/contract.ts'
import { reportCase } from '#core/cases/contract-report.ts'
import type { ParticularAnswers } from '#core/cases/particulars.ts'
import { listCategories } from '#core/places/contract.ts'
import { NoConnectionError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { caseMark } from '#web/kit/placeholders.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { askPosition } from '#web/places/where-am-i.ts'
import { leaves } from '../open/suggest.ts'
import type { MyArea } from './my-grid.ts'
import { useCarrying, usePhotosToSend } from './use-photos.ts'
import { useVoice } from './use-voice.ts'
import { fieldWords } from './words-field.ts'
import { findWords } from './words-find.ts'
import { fieldSentences } from './refused.ts'

export type WherePick = 'spot' | 'grid'

const settleAt = (number: string) => `${paths.field.handle(number)}?self=1`

export function useFieldReport(area: MyArea | null) {
  const [text, setText] = useState('')
  const [category, choose] = useState<string | null>(null)
  const [particulars, setParticulars] = useState<ParticularAnswers>({})
  const [where, setWhere] = useState<WherePick>('spot')
  const [urgent, setUrgent] = useState(false)
  const pictures = usePhotosToSend()
  const voice = useVoice()
  const setCategory = (code: string | null) => {
    choose(code)
    setParticulars({})
  }
  const written = { text, category, particulars, where, urgent, pictures, voice, area }
  const sending = useSending(written)
  const categories =
    useEndpoint(listCategories, area === null ? {} : { area: area.code }).data?.items ?? []
  return {
    text,
    setText,
    category,
    setCategory,
    particulars,
    setParticulars,
    where,
    setWhere,
    urgent,
    setUrgent,
    categories,
    kinds: leaves(categories),
    photos: pictures.photos,
    setPhotos: pictures.setPhotos,
    voice,
    ...sending,
  }
}

type Written = {
  text: string
  category: string | null
  particulars: ParticularAnswers
  where: WherePick
  urgent: boolean
  pictures: ReturnType<typeof usePhotosToSend>
  voice: ReturnType<typeof useVoice>
  area: MyArea | null
}

function useSending(written: Written) {
  const { t } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const [errors, setErrors] = useState<string[]>([])
  const [working, setWorking] = useState<'spot' | 'send' | null>(null)
  const progress = useCarrying()
  const keptAs = useRef<string | null>(null)
  const act = useCommand(reportCase, {
    about: caseMark,
    refresh: [listCases],
    onKept: (id) => {
      keptAs.current = caseMark(id)
    },
  })
  const report = async (onTheSpot: boolean) => {
    const report = await reportOf(written, t(findWords.seeNote))
    if (report === null) return setErrors([t(fieldWords.positionLost)])
    const receipt = await act.mutateAsync(report)
    await written.voice.attachTo(receipt.number)
    toast(t(onTheSpot ? findWords.spotLead : findWords.reported, { number: receipt.number }))
    const next = onTheSpot ? settleAt(receipt.number) : paths.field.tasks()
    void navigate(next, { replace: true })
  }
  /** The report has no number yet: what belongs to it follows it under its mark. */
  const waits = async (onTheSpot: boolean) => {
    const mark = keptAs.current
    if (mark === null) return
    await written.voice.attachTo(mark)
    toast(t(fieldWords.keptToSend))
    void navigate(onTheSpot ? settleAt(mark) : paths.field.outbox(), { replace: true })
  }
  const send = async (onTheSpot: boolean) => {
    if (isEmpty(written)) return setErrors([t(findWords.needKind)])
    setErrors([])
    setWorking(onTheSpot ? 'spot' : 'send')
    try {
      await report(onTheSpot)
    } catch (error) {
      if (error instanceof NoConnectionError) await waits(onTheSpot)
      else setErrors([t(wordsOfError(error, await fieldSentences()))])
    } finally {
      setWorking(null)
    }
  }
  return {
    errors,
    busy:
      working === null
        ? null
        : t(progress ? fieldWords.sendingPhotos : fieldWords.sending, progress ?? {}),
    send: (onTheSpot: boolean) => void send(onTheSpot),
  }
}

const isEmpty = ({ text, category, pictures, voice }: Written): boolean =>
  text.trim() === '' && category === null && pictures.photos.length === 0 && voice.note === null

/** Null where the place was to be taken and the phone did not find it. */
async function reportOf(
  { text, category, particulars, where, urgent, pictures, area }: Written,
  spoken: string,
) {
  const photos = await pictures.keep()
  const point = where === 'spot' ? await askPosition() : null
  if (typeof point === 'string') return null
  return {
    // A voice note follows the report: what it is about is heard there.
    text: text.trim() === '' && category === null && photos.length === 0 ? spoken : text.trim(),
    photos,
    urgent,
    ...(category === null ? {} : { category, particulars }),
    ...(area === null ? {} : { area: area.code }),
    ...(point === null ? {} : { point }),
    madeAt: now(),
  }
}
