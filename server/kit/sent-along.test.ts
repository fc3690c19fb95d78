import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { done, refused } from '#core/kit/result.ts'
import { type Harness, openHarness } from '#testing/harness.ts'
import { inScope, once } from './db.ts'
import { type Statement, quoted } from './sent-along.ts'

let h: Harness
beforeAll(async () => {
  h = await openHarness()
  await h.owner.query(
    `create table kit.words (name text primary key, said text not null check (said <> 'wrong'));
     grant select, insert, update on kit.words to linli_app`,
  )
})

const readText = 'select said from kit.words where name = $1'
const look = (name: string): Statement => ({ name: 'words', text: readText, values: [name] })
const put = (name: string, said: string | null): Statement => ({
  name: 'put words',
  text: 'insert into kit.words values ($1, $2) on conflict (name) do update set said = excluded.said',
  values: [name, said],
})
const said = async (name: string) => {
  const { rows } = await h.owner.query<{ said: string }>(readText, [name])
  return rows[0]?.said ?? null
}
const say = (name: string, text: string | null, commandId = randomUUID(), refuse = false) =>
  once(h.app, { id: 'open' }, { kind: 'public' }, { commandId, content: text }, async (tx) => {
    await tx.last(put(name, text))
    return refuse ? refused('not_so') : done(text)
  })

const awkward = [
  "it's",
  `a \\ and 'two' "more"`,
  `\\'; drop table kit.words; --`,
  '$1 $$ ${x}',
  '换了灯泡\n亮了\t😀',
  '',
]

test.each(awkward)(
  '%j arrives letter by letter, and is read ahead as it was written',
  async (text) => {
    expect(await say('awkward', text)).toEqual({ ok: true, value: text })
    expect(await said('awkward')).toBe(text)
    const { rows } = await h.owner.query<{ text: string }>(`select ${quoted(text)} as text`)
    expect(rows[0]?.text).toBe(text)
  },
)

test('what is read ahead answers the question it was read for, and no other', async () => {
  await say('one', '1')
  await say('two', '2')
  const ask = (name: string) =>
    inScope(
      h.app.db,
      { kind: 'public' },
      async (tx) => {
        const first = await tx.prepared<{ said: string }>('words', readText, [name])
        const again = await tx.prepared<{ said: string }>('words', readText, [name])
        return [first[0]?.said, again[0]?.said]
      },
      look('one'),
    )
  expect(await ask('one')).toEqual(['1', '1'])
  expect(await ask('two')).toEqual(['2', '2'])
})

test('a refusal leaves the last statement unsent, and a broken one leaves nothing', async () => {
  await say('kept', 'first')
  expect(await say('kept', 'second', randomUUID(), true)).toMatchObject({ refusal: 'not_so' })
  expect(await said('kept')).toBe('first')
  const commandId = randomUUID()
  await expect(say('kept', 'wrong', commandId)).rejects.toThrow(/check constraint/)
  await expect(say('kept', null, commandId)).rejects.toThrow(/not-null/)
  expect(await said('kept')).toBe('first')
  expect(await say('kept', 'third', commandId)).toEqual({ ok: true, value: 'third' })
  expect(await said('kept')).toBe('third')
})

test('nothing is sent after the last statement', async () => {
  const late = inScope(h.app.db, { kind: 'public' }, async (tx) => {
    await tx.last(put('late', 'a'))
    return tx.prepared('words', readText, ['late'])
  })
  await expect(late).rejects.toThrow(/nothing is sent after/)
  expect(await said('late')).toBeNull()
})

test('the same command from many at once: one effect, one answer', async () => {
  const commandId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 6 }, () => say('many', 'm', commandId)))
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: 'm' })))
})
