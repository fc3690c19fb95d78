// A run that breaks in the middle goes on where it broke: nothing twice, nothing lost, each case with its own answer.
import { afterEach, expect, test, vi } from 'vitest'
import { noteCase } from '#core/cases/contract-moves.ts'
import { waiting } from '#web/kit/outbox.ts'
import { type BulkRun, beginRun, countOf, giveUp, goOn } from './bulk-run.ts'
import { between } from './usePicks.ts'

const numberOf = (n: number) => `500108106003-26-0000${n}`
const steps = [1, 2, 3, 4].map((n) => ({
  endpoint: noteCase,
  number: numberOf(n),
  input: { words: '今天一并去看', photos: [] },
}))

/** A server that answers each case as told, and remembers every command it met. */
function serverOf(answers: Record<string, 'fine' | 'refuses' | 'lost' | 'busy'>) {
  const met: string[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init: RequestInit) => {
      const number = decodeURIComponent(url.split('/')[3] ?? '')
      const { commandId } = JSON.parse(init.body as string) as { commandId: string }
      const answer = answers[number] ?? 'fine'
      if (answer === 'lost') throw new TypeError('network')
      met.push(`${number} ${commandId}`)
      const [status, body] =
        answer === 'fine'
          ? [200, { version: 2 }]
          : answer === 'busy'
            ? [429, { refusal: 'too_many_tries', requestId: 'r' }]
            : [409, { refusal: 'changed_meanwhile', requestId: 'r' }]
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json', 'x-linli-receipt': commandId },
      })
    }),
  )
  return met
}
afterEach(() => vi.unstubAllGlobals())

const runs = async (run: BulkRun) => {
  let last = run
  const stopped = await goOn(run, (now) => {
    last = now
  })
  return { last, stopped }
}
const counts = (run: BulkRun) =>
  (['done', 'refused', 'waits'] as const).map((is) => countOf(run, is))

test('a refusal is its own case’s and the others go on', async () => {
  const met = serverOf({ [numberOf(2)]: 'refuses' })
  const { last, stopped } = await runs(await beginRun(steps, 'chen'))
  expect([stopped, counts(last)]).toEqual([null, [3, 1, 0]])
  expect(last.fates.get(numberOf(2))).toEqual({ is: 'refused', refusal: 'changed_meanwhile' })
  expect(met).toHaveLength(4)
  expect(await waiting('chen')).toEqual([])
})

test.each(['lost', 'busy'] as const)(
  'a %s line stops it, and it goes on from there',
  async (how) => {
    serverOf({ [numberOf(3)]: how })
    const begun = await beginRun(steps, 'chen')
    const broken = await runs(begun)
    expect([broken.stopped === null, counts(broken.last)]).toEqual([false, [2, 0, 2]])
    expect(await waiting('chen')).toHaveLength(2)
    const met = serverOf({})
    const mended = await runs(broken.last)
    expect([mended.stopped, counts(mended.last)]).toEqual([null, [4, 0, 0]])
    expect(met).toEqual(begun.commands.slice(2).map((one) => `${one.about} ${one.commandId}`))
    expect(await waiting('chen')).toEqual([])
  },
)

test('giving up on the rest leaves nothing waiting', async () => {
  serverOf({ [numberOf(1)]: 'lost' })
  const { last } = await runs(await beginRun(steps, 'chen'))
  expect(await waiting('chen')).toHaveLength(4)
  await giveUp(last)
  expect(await waiting('chen')).toEqual([])
})

test.each([
  ['a', 'c', ['a', 'b', 'c']],
  ['c', 'b', ['b', 'c']],
  ['gone', 'b', ['b']],
  ['a', 'gone', []],
])('from %s up to %s', (from, to, rows) => {
  expect(between(['a', 'b', 'c', 'd'], from, to)).toEqual(rows)
})
