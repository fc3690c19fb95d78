// A case as each door reads it. Rows and rules in, wire out; whatever a reader must not see is never put in.

import { reportedIt, topLeg } from '#core/cases/case.ts'
import type { CaseFile } from '#core/cases/case.ts'
import type { Entry } from '#core/cases/change.ts'
import { givingHead, holds } from '#core/cases/moves.ts'
import type { CaseView, EntryView, VoiceView } from '#core/cases/contract.ts'
import { clockView } from '#core/cases/countdown.ts'
import type { Settings } from '#core/cases/rules.ts'
import { madeAtOf } from '#core/cases/made-at.ts'
import { publicSentenceOf, sentenceOf, whoOf } from '#core/cases/sentences.ts'
import type { Naming } from '#core/cases/sentences.ts'
import { shownClock } from '#core/cases/shown.ts'
import { openRequest } from '#core/cases/requests.ts'
import { lastClock } from '#core/cases/ticking.ts'
import type { Actor } from '#core/people/actor.ts'
import type { Area } from '#core/places/area.ts'
import { movesOf } from './case-moves.ts'
import { ladderOf, nextOf } from './ladder.ts'
import { upwardView } from './upward.ts'
import { receiverName } from './receivers.ts'
import { watchingOf } from './watching-view.ts'
import type { Ground } from './settings.ts'

/** 'joined' has a voice on a matter somebody else reported: the sentences, never that person's words. */
export type Reader = 'staff' | 'voices' | 'joined' | 'public'

export const areaLabel = (area: Area) => ({
  code: area.code,
  name: area.name,
  nameEn: area.nameEn,
  level: area.level,
})

/** Street, community, grid: as far down as the case is placed. */
export function placeOf(ground: Ground, areaId: number) {
  const { geography } = ground.places
  const area = geography.find(areaId)
  if (area === null) return []
  const above = geography.ancestors(area).filter((each) => each.id !== area.id)
  return [...above, area].filter((each) => each.level !== 'city').map(areaLabel)
}

export function categoryLabel(s: Pick<Settings, 'category'>, code: string) {
  const category = s.category(code)
  return { code, zh: category?.zh ?? code, en: category?.en ?? code }
}

const names = (ground: Ground, c: CaseFile, s: Settings): Naming => ({
  timeZone: s.calendar.timeZone,
  number: c.number,
  area: (id) => {
    const area = ground.places.geography.find(id)
    return area === null ? null : ground.places.geography.label(area)
  },
  receiver: (serial) => nameOfLeg(ground, c, serial, 'receiver'),
  giver: (serial) => nameOfLeg(ground, c, serial, 'giver'),
  category: (code) => s.category(code),
})

function nameOfLeg(ground: Ground, c: CaseFile, serial: number, end: 'receiver' | 'giver') {
  const leg = c.legs.find((l) => l.serial === serial)
  return leg === undefined ? null : receiverName(ground, leg[end])
}

const audiences: Record<Reader, readonly Entry['audience'][]> = {
  staff: ['public', 'voices', 'staff'],
  voices: ['public', 'voices'],
  joined: ['public', 'voices'],
  public: ['public'],
}

/** Voices have no mutual view (loop.md 8.2): whoever joined reads what anybody may. */
const isForeign = (reader: Reader): boolean => reader === 'public' || reader === 'joined'

export function timelineOf(
  ground: Ground,
  c: CaseFile,
  s: Settings,
  entries: readonly Entry[],
  reader: Reader,
): EntryView[] {
  const naming = names(ground, c, s)
  return entries
    .filter((entry) => audiences[reader].includes(entry.audience))
    .map((entry) => ({
      version: entry.version,
      move: entry.move,
      at: entry.at,
      to: entry.to,
      sentence: isForeign(reader) ? publicSentenceOf(entry, naming) : sentenceOf(entry, naming),
      reason: isForeign(reader) ? null : entry.reason,
      who: whoOf(entry),
      photos: isForeign(reader) ? [] : filesOf(entry, 'photos'),
      documents: reader === 'staff' ? filesOf(entry, 'documents') : [],
      ...spokenIn(reader === 'staff' ? entry.facts : {}),
      madeAt: reader === 'staff' ? madeAtOf(entry) : null,
    }))
}

function spokenIn({ recordings, seconds, transcriptOf }: Entry['facts']) {
  return {
    recordings: Array.isArray(recordings) ? recordings : [],
    seconds: typeof seconds === 'number' ? seconds : null,
    transcriptOf: typeof transcriptOf === 'string' ? transcriptOf : null,
  }
}

const filesOf = (entry: Entry, key: 'photos' | 'documents'): string[] => {
  const hashes = entry.facts[key]
  return Array.isArray(hashes) ? hashes : []
}

const roundsOf = (c: CaseFile) =>
  c.rounds.map(
    ({
      round,
      selfHandled,
      handledAt,
      closedAt,
      outcome,
      closingWords,
      undoneBy,
      failedChecks,
      extensionsGranted,
      answer,
      grade,
    }) => ({
      round,
      selfHandled,
      handledAt,
      closedAt,
      outcome,
      closingWords,
      undoneBy,
      failedChecks,
      extensionsGranted,
      answer,
      grade,
    }),
  )

/** What every reader sees of a case. */
export function commonOf(
  ground: Ground,
  c: CaseFile,
  s: Settings,
  entries: readonly Entry[],
  reader: Reader,
) {
  const shown = shownClock(c)
  return {
    number: c.number,
    state: c.state,
    version: c.version,
    round: c.round,
    source: c.source,
    category: categoryLabel(s, c.category),
    tier: c.tier,
    matter: c.matter,
    urgent: c.urgent,
    place: placeOf(ground, c.filedAreaId),
    home: areaLabel(ground.places.geography.get(c.homeAreaId)),
    reportedAt: c.reportedAt,
    filedAt: c.filedAt,
    clock: shown === null ? null : clockView(shown, s.calendar, s.now),
    timeline: timelineOf(ground, c, s, entries, reader),
    rounds: isForeign(reader)
      ? roundsOf(c).map((r) => ({ ...r, grade: null, closingWords: null }))
      : roundsOf(c),
  }
}

const noWords = { zh: '', en: '' }
const anyEvidence = {
  text: true,
  photoAfter: false,
  photoBefore: false,
  placeWithinM: null,
  takenAfterDispatch: false,
  onSite: false,
}

/** The parts of the staff view that follow from the file alone. Names, whyMe and reporter come from case-page.ts. */
export function staffParts(ground: Ground, c: CaseFile, by: Actor, s: Settings) {
  const category = s.category(c.category)
  const request = openRequest(c)
  const suspension = c.suspension ?? c.suspensionAsk
  return {
    text: c.text,
    address: c.address,
    point: c.point,
    photos: c.photos,
    particulars: c.particulars,
    filing: category?.filing ?? noWords,
    closing: category?.closing ?? noWords,
    evidence: category?.evidence ?? anyEvidence,
    clocks: c.clocks.filter((k) => k.round === c.round).map((k) => clockView(k, s.calendar, s.now)),
    ladder: ladderOf(ground, c, s),
    next: nextOf(ground, c),
    upward: upwardView(ground, c, by, s),
    assists: assistsOf(ground, c, by, s),
    ...watchingOf(ground, c, by, s),
    refused:
      c.refused === null
        ? null
        : { code: c.refused.code, words: c.refused.words, body: c.refused.body },
    question: c.question,
    suspension:
      suspension === null
        ? null
        : {
            publicReason: suspension.publicReason,
            condition: suspension.condition,
            reviewOn: suspension.reviewOn,
            asked: c.suspension === null,
          },
    extension:
      request === null
        ? null
        : {
            amount: request.amount,
            unit: unitOf(c),
            reason: request.reason,
            mine: request.by === by.id,
          },
    linkedTo: c.linkedTo,
    mergedInto: c.merged?.into ?? null,
    moves: movesOf(c, by, s, 'staff'),
  } satisfies Partial<CaseView>
}

function assistsOf(ground: Ground, c: CaseFile, by: Actor, s: Settings): CaseView['assists'] {
  return c.legs
    .filter((leg) => leg.kind === 'assist' && leg.round === c.round && leg.howEnded !== 'undone')
    .map((leg) => ({
      leg: leg.serial,
      name: receiverName(ground, leg.receiver),
      task: leg.task,
      meetBy: leg.meetBy,
      doneAt: leg.endedAt,
      mine: holds(by, leg.receiver, s),
    }))
}

const unitOf = (c: CaseFile): string =>
  c.clocks.findLast((k) => k.kind === 'HANDLE')?.limitKind ?? 'WORK_DAY'

/** Whoever joined reads neither the words nor the photos of who reported it, be that a neighbour or a grid worker. */
const isJoined = (c: CaseFile, by: Actor): boolean =>
  by.kind === 'voice' && !reportedIt(c, by.voice)

export const readerOf = (c: CaseFile, by: Actor): Reader => (isJoined(c, by) ? 'joined' : 'voices')

export function voiceParts(ground: Ground, c: CaseFile, by: Actor, s: Settings) {
  const joined = isJoined(c, by)
  return {
    joined,
    ladder: ladderOf(ground, c, s),
    windows: {
      confirmBy: lastClock(c, 'CONFIRM')?.dueAt ?? null,
      reopenBy: lastClock(c, 'REOPEN')?.dueAt ?? null,
    },
    text: joined ? '' : c.text,
    address: joined ? null : c.address,
    photos: joined ? [] : c.photos,
    particulars: joined ? [] : c.particulars,
    question: joined ? null : c.question,
    refused: c.refused === null ? null : { words: c.refused.words, body: c.refused.body },
    resultPhotos: resultPhotosOf(c),
    moves: movesOf(c, by, s, 'voices'),
  } satisfies Partial<VoiceView>
}

/** Of each who handed in, what was handed in last, the newest first: a result that was sent back is not what it looks like now. */
function resultPhotosOf(c: CaseFile): string[] {
  const latest = new Map(c.proofs.filter((p) => p.round === c.round).map((p) => [p.leg, p]))
  return [...latest.values()]
    .toSorted((a, b) => b.serial - a.serial)
    .flatMap((proof) => proof.photosAfter)
}

/** What the voices of a merged case follow: the other one, as anybody who joined it does. */
export function mergedParts(
  ground: Ground,
  parent: CaseFile,
  by: Actor,
  s: Settings,
  entries: readonly Entry[],
): NonNullable<VoiceView['merged']> {
  const shown = shownClock(parent)
  return {
    into: parent.number,
    state: parent.state,
    clock: shown === null ? null : clockView(shown, s.calendar, s.now),
    timeline: timelineOf(ground, parent, s, entries, 'joined'),
    resultPhotos: resultPhotosOf(parent),
    moves: movesOf(parent, by, s, 'voices'),
  }
}

/** Whether this member of staff gave the work or heads the giver: says "you check what comes back". */
export const answersFor = (c: CaseFile, by: Actor, s: Settings): boolean =>
  topLeg(c) !== null && givingHead(c, by, s)
