// The moves of many voices and of checks after closing, with what is usually said in them.

import { decideCallback } from '#core/cases/callback.ts'
import type { Called } from '#core/cases/callback.ts'
import type { CaseFile } from '#core/cases/case.ts'
import type { Decided } from '#core/cases/change.ts'
import { decideMerge, decideUnmerge } from '#core/cases/merging.ts'
import { decideRedraw } from '#core/cases/redraw.ts'
import type { Redrawn } from '#core/cases/redraw.ts'
import type { Settings } from '#core/cases/rules.ts'
import { decideSampleCheck } from '#core/cases/sample.ts'
import type { Judged } from '#core/cases/sample.ts'
import { decideAffectedToo, decideStillBroken } from '#core/cases/voices.ts'
import type { Neighbour, StillBroken } from '#core/cases/voices.ts'
import { done } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'

type Move<M> = (c: CaseFile, by: Actor, s: Settings, more?: M) => Decided

const neighbour: Neighbour = { channel: 'RESIDENT_WEB', hasContact: true, known: false }

const affectedToo: Move<Partial<Neighbour>> = (c, by, s, more) =>
  decideAffectedToo(c, by, { ...neighbour, ...more }, s)
const stillBroken: Move<Partial<StillBroken>> = (c, by, s, more) => {
  const usual = { words: '又灭了', photos: [], point: c.point, neighbour }
  return decideStillBroken(c, by, { ...usual, ...more }, s)
}
const callback: Move<Partial<Called>> = (c, by, s, more = {}) => {
  const answered = { valid: true, solved: true, grade: 4, reason: null, reviewer: null }
  const silent = { solved: null, grade: null, reason: 'unreachable', reviewer: 'he' } as const
  return decideCallback(c, by, { ...answered, ...(more.valid === false && silent), ...more }, s)
}
const sampleCheck: Move<Partial<Judged>> = (c, by, s, more) =>
  decideSampleCheck(c, by, { judgement: 'done', words: '去看过', photos: [], ...more }, s)

/** The lamp next to it, reported by somebody else and in work. */
const next = (c: CaseFile, more: Partial<CaseFile> = {}): CaseFile => ({
  ...c,
  id: '00000000-0000-4000-8000-000000000002',
  number: '500108106003-26-00002',
  state: 'HANDLING',
  merged: null,
  ...more,
})
type Pair = { target?: Partial<CaseFile>; reason?: string }
const child = (both: ReturnType<typeof decideMerge>): Decided =>
  both.ok ? done(both.value.child) : both
const merge: Move<Pair> = (c, by, s, more = {}) =>
  child(decideMerge(c, next(c, more.target), by, { reason: more.reason ?? '同一盏灯' }, s))
const unmerge: Move<Pair> = (c, by, s, more = {}) =>
  child(decideUnmerge(c, next(c, more.target), by, { reason: more.reason ?? '是两盏灯' }, s))

/** The first grid ended; the second one of the town took over from it. */
const redraw: Move<Partial<Redrawn>> = (c, _by, s, more) => {
  const grid2 = { filedAreaId: 101, gridId: 101 }
  const heirOf = (areaId: number) => (areaId === 100 ? 101 : areaId)
  const told = { was: { zh: '第一网格', en: 'Grid 1' }, is: { zh: '第二网格', en: 'Grid 2' } }
  return decideRedraw(c, { ...grid2, ...told, since: '2026-03-03', heirOf, ...more }, s)
}

export const laterVerbs = {
  affectedToo,
  stillBroken,
  callback,
  sampleCheck,
  merge,
  unmerge,
  redraw,
}
