// New keys for old rows: what a town has sealed is sealed anew, whatever stops half way, and while a server goes on.
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { followCase } from '#core/cases/contract.ts'
import { sealedColumns } from '#server/sealed-columns.ts'
import { type Town, openTown, report } from '#testing/town.ts'
import { addKey, readKeyFile } from './key-file.ts'
import { keyUses, resealColumn } from './reseal.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const left = { name: '李桂芳', phone: '13912345678' }
const file = () => t.app.config.keysFile
const phoneOf = async (of: { number: string; secret: string | null }) => {
  const input = { number: of.number, secret: of.secret ?? '' }
  const answer = await t.client().call(followCase, input)
  return answer.ok ? answer.value.contact.phone : answer.refusal
}
const uses = async () =>
  Object.fromEntries((await keyUses(t.app.db, sealedColumns)).map((use) => [use.id, use.values]))
const all = async (keys = readKeyFile(file())) => {
  if (keys === null) throw new Error('no keys')
  let done = 0
  for (const column of sealedColumns) done += await resealColumn({ db: t.app.db, keys }, column)
  return done
}

test('every sealed column of the database is named', async () => {
  const { rows } = await t.owner.query<{ found: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as found
       from information_schema.columns
      where column_name like 'sealed\\_%' and data_type = 'text'
      order by 1`,
  )
  expect(rows.map((row) => row.found)).toEqual(
    sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted(),
  )
})

test('rows get the new key in batches; a run that stops half way is taken up; the running server follows', async () => {
  const reports = []
  for (let i = 0; i < 5; i += 1) reports.push(await report(t.client(), left))
  expect(await uses()).toEqual({ key1: 10 })
  const id = addKey(file(), { suite: 'sm4-ctr-hmac-sm3' })
  expect(id).toBe('key2')
  const keys = readKeyFile(file())
  const [names] = sealedColumns
  if (keys === null || names === undefined) throw new Error('no keys')
  // Power fails after the second batch of two.
  let batches = 0
  const stopped = resealColumn({ db: t.app.db, keys }, names, {
    batch: 2,
    told: () => {
      batches += 1
      if (batches === 2) throw new Error('power')
    },
  })
  await expect(stopped).rejects.toThrow('power')
  expect(await uses()).toEqual({ key1: 6, key2: 4 })
  // The server was started before the new key: it reads rows of both.
  for (const of of reports) expect(await phoneOf(of)).toBe('139****5678')
  expect(await all()).toBe(6)
  expect(await all()).toBe(0)
  expect(await uses()).toEqual({ key2: 10 })
  for (const of of reports) expect(await phoneOf(of)).toBe('139****5678')
})

test('without the older key what is left of it opens no more, and nothing is overwritten', async () => {
  const of = await report(t.client(), left)
  const copy = join(t.app.config.dataFolder, 'copy.json')
  copyFileSync(file(), copy)
  addKey(file(), { suite: null })
  const grown = readKeyFile(file())
  expect(grown?.current()).toBe('key3')
  const old = readKeyFile(copy)
  renameSync(copy, file())
  // An older copy of the file came back: its keys open what they sealed, the newer key is unknown.
  await all(grown)
  expect(() => old?.open('key3.AAAA', sealedColumns[0]!.place(['1', 'x', '1']))).toThrow('key3')
  const before = await t.owner.query('select sealed_phone from cases.contacts order by case_id')
  if (old === null) throw new Error('no keys')
  await expect(resealColumn({ db: t.app.db, keys: old }, sealedColumns[0]!)).rejects.toThrow('key3')
  const after = await t.owner.query('select sealed_phone from cases.contacts order by case_id')
  expect(after.rows).toEqual(before.rows)
  expect(of.number).toContain('-26-')
  rmSync(file())
})
