// What is said of personal data at a place: the texts that come with the program, in the place's own words where its rule
// keeper set some, with the days its rules give. Every earlier version can be read again.
import type { PrivacyView, readPrivacy as contract } from '#core/people/contract-privacy.ts'
import {
  type LocalWords,
  type PersonalField,
  type Version,
  changedParts,
  latestSince,
  lineOf,
  pointOf,
  privacyRule,
  versionOn,
  versionsOf,
} from '#core/people/personal-data.ts'
import { basisWords } from '#core/people/words-privacy.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'

type WithPlaces = Pick<App, 'places'>
type Local = App['places']['local']

/** Worked out once for the rules as they stand: a report must not wait for it. */
const known = new WeakMap<Local, Map<string, Version[]>>()

export function textsAt({ places }: WithPlaces, field: PersonalField, areaPath: string): Version[] {
  const { local } = places
  const kept = known.get(local) ?? new Map<string, Version[]>()
  known.set(local, kept)
  const key = `${areaPath} ${field.key}`
  const found = kept.get(key)
  if (found !== undefined) return found
  const rules = [privacyRule, ...(field.days === null ? [] : [field.days.rule])]
  const made = versionsOf(field, local.turnsOf(areaPath, rules), (day) => ({
    words: (local.ruleAt({ areaPath, day }, privacyRule) ?? {}) as LocalWords,
    days: daysAt(local, field, { areaPath, day }),
  }))
  kept.set(key, made)
  return made
}

function daysAt(local: Local, field: PersonalField, where: { areaPath: string; day: string }) {
  if (field.days === null) return null
  const rule = local.ruleAt(where, field.days.rule) as Record<string, unknown> | undefined
  const days = rule?.[field.days.part]
  return typeof days === 'number' ? days : null
}

/** The day of the text by which somebody who leaves these fields at a place is told. */
export function toldOn(
  app: WithPlaces,
  fields: readonly PersonalField[],
  areaId: number,
  at: string,
): string | null {
  const area = app.places.geography.get(areaId)
  const day = localDate(at, area.timeZone)
  return latestSince(fields.map((field) => versionOn(textsAt(app, field, area.path), day)))
}

/** What stood in the text of a day. */
export function textOn(
  app: WithPlaces,
  field: PersonalField,
  areaId: number,
  day: string,
): Version | null {
  return versionOn(textsAt(app, field, app.places.geography.get(areaId).path), day)
}

export function readPrivacy(
  app: Pick<App, 'places' | 'now'>,
  register: readonly PersonalField[],
  { area: code, point }: InputOf<typeof contract>,
): Result<PrivacyView, 'no_such_area'> {
  const { geography } = app.places
  const area = code === undefined ? geography.top() : geography.findByCode(code)
  if (code !== undefined && area === null) return refused('no_such_area')
  const day = localDate(app.now(), area?.timeZone ?? 'Asia/Shanghai')
  const asked = register.filter((field) => point === undefined || pointOf(field) === point)
  return done({
    place: code === undefined || area === null ? null : placeOf(area),
    day,
    fields: asked.map((field) => fieldView(app, field, area?.path ?? '', day)),
  })
}

const placeOf = ({ code, name, nameEn }: Area) => ({ code, name: { zh: name, en: nameEn ?? name } })

function fieldView(app: WithPlaces, field: PersonalField, areaPath: string, day: string) {
  const { texts: _t, columns, days: _d, ...said } = field
  const versions = textsAt(app, field, areaPath)
  const now = versionOn(versions, day)
  return {
    ...said,
    point: pointOf(field),
    basisWords: basisWords[field.basis],
    needed: now?.without === null,
    columns: [...columns],
    line: now === null ? { zh: '', en: '' } : lineOf(now),
    versions: versions.map((version, i) => ({
      ...version,
      changed: i === 0 ? [] : changedParts(versions[i - 1]!, version),
    })),
  }
}
