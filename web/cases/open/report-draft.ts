// What a resident has begun to say stays on the device until it is receipted. The command's id stays with the content:
// pressing twice on a bad line says it once.
import { useRef, useState } from 'react'
import { reportCase } from '#core/cases/contract-report.ts'
import type { ParticularAnswers } from '#core/cases/particulars.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { uploadPhoto } from '#core/files/contract.ts'
import { RefusalError, upload } from '#web/kit/api.ts'
import { newCommandId, putAside, sendCommand } from '#web/kit/outbox.ts'
import { useOwner } from '#web/kit/owner.ts'
import type { Spot } from '#web/places/where-am-i.ts'

export type ReportDraft = {
  text: string
  category: string | null
  /** The managed thing whose code was scanned: troubles of its kind are offered first. */
  thing: { tag: string; kind: string } | null
  /** Answers to what the category asks. */
  particulars: ParticularAnswers
  /** The community, and the grid where the list or a tap said so. */
  area: string | null
  areaName: string | null
  grid: string | null
  spot: Spot | null
  address: string
  name: string
  phone: string
}

export const emptyDraft: ReportDraft = {
  text: '',
  category: null,
  thing: null,
  particulars: {},
  area: null,
  areaName: null,
  grid: null,
  spot: null,
  address: '',
  name: '',
  phone: '',
}

const place = 'linli.report-draft'

function readDraft(start: Partial<ReportDraft>): ReportDraft {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Partial<ReportDraft> | null
    return { ...emptyDraft, ...start, ...kept }
  } catch {
    return { ...emptyDraft, ...start } // storage closed or damaged: the page alone keeps it
  }
}

function writeDraft(draft: ReportDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // storage closed: the draft lasts as long as the page
  }
}

export function useDraft(start: Partial<ReportDraft>) {
  const [draft, setDraft] = useState(() => readDraft(start))
  const change = (part: Partial<ReportDraft>) =>
    setDraft((was) => {
      const next = { ...was, ...part }
      writeDraft(next)
      return next
    })
  const clear = () => {
    writeDraft(null)
    setDraft({ ...emptyDraft, ...start })
  }
  return { draft, change, clear }
}

type Input = InputOf<typeof reportCase>
export type Receipt = OutputOf<typeof reportCase>
export type Sending = { photo: number; of: number } | null

/** The photo that did not arrive, by its number. */
export class PhotoTrouble extends Error {
  override name = 'PhotoTrouble'
  readonly photo: number
  constructor(photo: number, cause: unknown) {
    super('a photo did not arrive', { cause })
    this.photo = photo
  }
}

/** Photos first, each once; then the words. Throws PhotoTrouble, RefusalError or NoConnectionError. */
export function useReport() {
  const owner = useOwner()
  const sent = useRef(new Map<File, string>())
  const pending = useRef<{ content: string; id: string } | null>(null)
  const [sending, setSending] = useState<Sending>(null)

  const hashes = async (photos: File[]): Promise<string[]> => {
    const found: string[] = []
    for (const [i, photo] of photos.entries()) {
      setSending({ photo: i + 1, of: photos.length })
      const known = sent.current.get(photo)
      const hash = known ?? (await keepPhoto(photo, i + 1))
      sent.current.set(photo, hash)
      found.push(hash)
    }
    return found
  }

  const commandFor = async (content: Omit<Input, 'commandId'>): Promise<Input> => {
    const text = JSON.stringify(content)
    if (pending.current !== null && pending.current.content !== text)
      await putAside(pending.current.id)
    if (pending.current?.content !== text) pending.current = { content: text, id: newCommandId() }
    return { ...content, commandId: pending.current.id }
  }

  const report = async (content: Omit<Input, 'commandId'>, photos: File[]): Promise<Receipt> => {
    try {
      const command = await commandFor({ ...content, photos: await hashes(photos) })
      const receipt = await sendCommand(reportCase, command, { owner })
      pending.current = null
      return receipt
    } catch (error) {
      // Its author reads the refusal on this page: the command is not to be sent again by itself.
      if (error instanceof RefusalError && pending.current !== null) {
        await putAside(pending.current.id)
        pending.current = null
      }
      throw error
    } finally {
      setSending(null)
    }
  }
  return { report, sending }
}

async function keepPhoto(photo: File, number: number): Promise<string> {
  try {
    return (await upload(uploadPhoto, {}, photo, photo.name)).hash
  } catch (error) {
    throw new PhotoTrouble(number, error)
  }
}

/** The wire's form of a draft: a tapped point says more than the list, the list more than the community. */
export function contentOf(draft: ReportDraft): Omit<Input, 'commandId'> {
  const area = draft.grid ?? draft.area
  const filled = (text: string) => (text.trim() === '' ? undefined : text.trim())
  const maybe = {
    category: draft.category ?? undefined,
    particulars: Object.keys(draft.particulars).length > 0 ? draft.particulars : undefined,
    area: area ?? undefined,
    point: draft.spot ?? undefined,
    address: filled(draft.address),
    name: filled(draft.name),
    phone: filled(draft.phone),
  }
  const given = Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== undefined))
  return { text: draft.text.trim(), ...given }
}
