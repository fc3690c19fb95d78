// Group commit: commands of one actor that arrive together share a transaction, so that a hundred reports cost one
// flush to disk and not a hundred. Each is still answered once, with its own answer. A batch that cannot be committed
// falls back to one transaction a command.

import { type Result, refused } from '#core/kit/result.ts'
import {
  type Command,
  type Db,
  type Scope,
  type TakeNow,
  type Tx,
  beginText,
  hashOf,
  insertText,
  withBegun,
} from './db.ts'
import { quoted } from './sent-along.ts'

export type Waiting<In, T, R extends string> = {
  input: In
  command: Command<T>
  answer: (answer: Result<T, R | 'command_reused'>) => void
  fail: (error: unknown) => void
}

export type BatchWork<In, T, R extends string> = {
  actor: { id: string }
  scope: Scope
  /** Decides and stores all, answering in their order. A refusal must have written nothing. */
  together: (tx: Tx, inputs: In[], now: TakeNow) => Promise<Result<T, R>[]>
  /** One command alone, through once(). */
  alone: (waiting: Waiting<In, T, R>) => Promise<Result<T, R | 'command_reused'>>
}

type Clocked = { db: Db; now: () => string }

export type Batches<In, T, R extends string> = {
  add: (input: In, command: Command<T>) => Promise<Result<T, R | 'command_reused'>>
}

const sizeMax = 64
const lanesMax = 2

export function createBatches<In, T, R extends string>(
  app: Clocked,
  work: BatchWork<In, T, R>,
): Batches<In, T, R> {
  const waiting: Waiting<In, T, R>[] = []
  let lanes = 0

  const next = () => {
    while (lanes < lanesMax && waiting.length > 0) {
      lanes += 1
      void run(app, work, waiting.splice(0, sizeMax)).finally(() => {
        lanes -= 1
        next()
      })
    }
  }
  return {
    add: (input, command) =>
      new Promise((answer, fail) => {
        waiting.push({ input, command, answer, fail })
        // The first of an idle queue waits for the others of the same turn of the loop.
        if (waiting.length === 1) setImmediate(next)
      }),
  }
}

async function run<In, T, R extends string>(
  app: Clocked,
  work: BatchWork<In, T, R>,
  batch: Waiting<In, T, R>[],
): Promise<void> {
  const once = new Set(batch.map((each) => each.command.commandId)).size === batch.length
  if (batch.length > 1 && once) {
    try {
      const answers = await together(app, work, batch)
      batch.forEach((each, i) => each.answer(answers[i] as Result<T, R>))
      return
    } catch {
      // One of them cannot be stored as it is: alone, each finds its own answer or its own fault.
    }
  }
  for (const each of batch) await work.alone(each).then(each.answer, each.fail)
}

type Known = { command_id: string; same: boolean }

async function together<In, T, R extends string>(
  app: Clocked,
  work: BatchWork<In, T, R>,
  batch: Waiting<In, T, R>[],
): Promise<Result<T, R>[]> {
  const hashes = batch.map((each) => hashOf(each.command.content))
  const ids = batch.map((each) => `'${each.command.commandId}'`).join(',')
  const lookup = `select command_id from kit.commands where actor=${quoted(work.actor.id)} and command_id in (${ids})`
  return withBegun<Known, Result<T, R>[]>(
    app.db,
    beginText(work.scope, work.actor.id) + lookup,
    async (tx, known) => {
      // A repeat among them: the slow way answers it.
      if (known.length > 0) throw new Error('a command of this batch was answered before')
      let taken: string | null = null
      const now: TakeNow = () => (taken ??= app.now())
      const answers = await work.together(
        tx,
        batch.map((each) => each.input),
        now,
      )
      const rows = batch.map((each, i) => {
        const answer = answers[i] ?? refused('trouble' as R)
        const { veil } = each.command
        const kept =
          answer.ok && veil !== undefined ? { ok: true, value: veil.store(answer.value) } : answer
        return {
          actor: work.actor.id,
          commandId: each.command.commandId,
          hash: hashes[i] ?? '',
          kept,
        }
      })
      return { value: answers, last: rows.map((row) => insertText(row, row.kept, now())).join('') }
    },
  )
}
