// What a use-case answers: done, or refused with a short statement of fact. Faults (we were wrong) and
// trouble (the world failed) are thrown instead, and only the edges catch them.

export type Done<T> = { ok: true; value: T }

export type Refusal<R extends string = string> = {
  ok: false
  refusal: R
  /** Sentences per field, when a form should show them beside the input. */
  fields?: Record<string, string>
  /** The present view of the thing, with `changed_meanwhile`. */
  current?: unknown
}

export type Result<T, R extends string = string> = Done<T> | Refusal<R>

export function done<T>(value: T): Done<T> {
  return { ok: true, value }
}

export function refused<R extends string>(
  refusal: R,
  more: { fields?: Record<string, string>; current?: unknown } = {},
): Refusal<R> {
  return { ok: false, refusal, ...more }
}

/** We were wrong: a sentence of ours does not hold. Nobody catches it but the edges. */
export class Fault extends Error {
  override name = 'Fault'
}

/** The world failed: a database, a disk or a gateway did not answer. Retrying may help. */
export class Trouble extends Error {
  override name = 'Trouble'
  readonly dependency: string

  constructor(dependency: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.dependency = dependency
  }
}

export function assert(holds: unknown, why: string): asserts holds {
  if (!holds) throw new Fault(why)
}
