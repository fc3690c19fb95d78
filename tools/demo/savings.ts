// From a life to the rows that hold it: number, secret of the voice, sealed contact, the way it was routed.
import { createHash } from 'node:crypto'
import { toMs } from '#core/kit/time.ts'
import type { App } from '#server/app.ts'
import { linkSecret, secretHash, voiceSecret } from '#server/cases/secrets.ts'
import type { NewVoice, Saving } from '#server/cases/store.ts'
import { lastDayOfContact } from '#core/cases/erasing.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { Arrival } from './arrivals.ts'
import { hashUnit } from './hash.ts'
import type { Life, World } from './life.ts'
import { idOf } from './staff.ts'
import { whole } from './stage.ts'

const zone = 'Asia/Shanghai'
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹']

/** Counts up per receiving area and year, as the server does. */
export type Serials = Map<string, { areaId: number; year: number; last: number }>

export function nextNumber(serials: Serials, receiving: Area, at: number): string {
  const year = Number(localDate(new Date(at).toISOString(), zone).slice(2, 4))
  const key = `${receiving.id} ${year}`
  const row = serials.get(key) ?? { areaId: receiving.id, year, last: 0 }
  row.last += 1
  serials.set(key, row)
  return numberOf(receiving, year, row.last)
}

export const numberOf = (receiving: Area, year: number, serial: number): string =>
  `${receiving.code}-${String(year).padStart(2, '0')}-${String(serial).padStart(5, '0')}`

/** The command that reported: follows from the number, so that the secret does too. */
export const commandOf = (number: string): string => idOf(`command ${number}`)

export function savingOf(app: App, world: World, life: Life, arrival: Arrival): Saving {
  const { file, entries } = life
  return {
    before: null,
    change: { file, entries },
    beside: { routing: arrival.route, externalId: null },
    commandId: commandOf(file.number),
    settings: world.settings(file.filedAreaId),
    voices: file.voices.map((voice) => voiceOf(app, life, voice.serial)),
  }
}

function voiceOf(app: App, { file }: Life, serial: number): NewVoice {
  const secret = voiceSecret(app.keys, file.number, commandOf(file.number))
  const link = linkSecret(app.keys, file.number, commandOf(file.number))
  const place = {
    table: 'cases.contacts',
    communityId: file.communityId,
    caseId: file.id,
    voice: serial,
  }
  const erase = file.archivedAt === null ? null : lastDayOfContact(file, 90, zone)
  const gone = erase !== null && erase < localDate(app.now(), zone)
  const kept = file.voices[serial - 1]?.hasContact === true && !gone
  const named = kept && hashUnit(`name ${file.number}`) < 0.55
  return {
    serial,
    secretHash: secretHash(app.keys, file.number, secret),
    linkHash: secretHash(app.keys, file.number, link),
    sealedName: named ? app.keys.seal(nameOf(file.number), { ...place, column: 'name' }) : null,
    sealedPhone: kept ? app.keys.seal(phoneOf(file.number), { ...place, column: 'phone' }) : null,
    phoneIndex: kept ? app.keys.blindIndex('phone', phoneOf(file.number)) : null,
    eraseAfter: kept ? erase : null,
    toldOn: null,
  }
}

/** How people give their names at a counter: a surname, and how to be called. */
function nameOf(number: string): string {
  const surname = surnames[Math.floor(hashUnit(`surname ${number}`) * surnames.length)] ?? '王'
  return surname + (hashUnit(`title ${number}`) < 0.5 ? '女士' : '先生')
}

/** 023-5555 is the prefix of invented lines in this project. */
function phoneOf(number: string): string {
  const digits =
    parseInt(createHash('sha256').update(number).digest('hex').slice(0, 6), 16) % 10_000
  return `0235555${String(digits).padStart(4, '0')}`
}

export const lastOf = (life: Life): number => whole(toMs(life.file.lastAt))
