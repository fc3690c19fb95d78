// One move for several cases: one command each, all kept on this device before the first is sent, then delivered in
// order. A refusal concerns its own case; a lost line stops the run, and going on sends what has no answer yet, by the
// same ids.
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import { RefusalError } from '#web/kit/api.ts'
import { type Kept, keepNew } from '#web/kit/drafts.ts'
import { deliver, isTrouble, newCommandId, prepared, putAside } from '#web/kit/outbox.ts'

export type Step<E extends Endpoint = Endpoint> = {
  endpoint: E
  number: string
  input: Omit<InputOf<E>, 'number' | 'commandId'>
}

/** `waits`: kept and without an answer. */
export type Fate = { is: 'waits' } | { is: 'done' } | { is: 'refused'; refusal: string }
export type BulkRun = { commands: readonly Kept[]; fates: ReadonlyMap<string, Fate> }

/** What stopped it, or null when every command has its answer. */
export type Stopped = unknown

/** Makes the commands and keeps them all, so that closing the page loses none. */
export async function beginRun(steps: readonly Step[], owner: string): Promise<BulkRun> {
  const commands: Kept[] = []
  for (const { endpoint, number, input } of steps) {
    const whole = { ...input, number, commandId: newCommandId() } as never
    commands.push(await keepNew(prepared(endpoint, whole, { owner, about: number })))
  }
  return {
    commands,
    fates: new Map(commands.map(({ about }) => [about ?? '', { is: 'waits' as const }])),
  }
}

/** Delivers what waits; says each answer as it comes. */
export async function goOn(run: BulkRun, tell: (run: BulkRun) => void): Promise<Stopped> {
  let now = run
  for (const command of run.commands) {
    const number = command.about ?? ''
    if (now.fates.get(number)?.is !== 'waits') continue
    try {
      now = withFate(now, number, await fateOf(command))
      tell(now)
    } catch (stopped) {
      return stopped
    }
  }
  return null
}

async function fateOf(command: Kept): Promise<Fate> {
  try {
    await deliver(command)
    return { is: 'done' }
  } catch (error) {
    if (!(error instanceof RefusalError) || isTrouble(error)) throw error
    await putAside(command.commandId) // its author reads the refusal in the list
    return { is: 'refused', refusal: error.refusal }
  }
}

/** Whoever gives up on the rest takes back what was not sent. */
export async function giveUp(run: BulkRun): Promise<void> {
  for (const command of run.commands)
    if (run.fates.get(command.about ?? '')?.is === 'waits') await putAside(command.commandId)
}

const withFate = (run: BulkRun, number: string, fate: Fate): BulkRun => ({
  ...run,
  fates: new Map(run.fates).set(number, fate),
})

export const countOf = (run: BulkRun, is: Fate['is']): number =>
  [...run.fates.values()].filter((fate) => fate.is === is).length
