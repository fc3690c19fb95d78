// Many look at the same figures at once: for a while all read one answer, and whoever comes first has it counted. A count
// that failed is not kept.
import type { App } from '../app.ts'

type Kept<View> = { at: number; view: Promise<View> }
type Look<View> = { key: string; now: string; read: () => Promise<View> }

/** Answers for `ms`, of at most `most` keys of one running app; the clock of a story may also be set back. */
export function keeper<View>(ms: number, most: number) {
  const keptOf = new WeakMap<App, Map<string, Kept<View>>>()
  return (app: App, { key, now, read }: Look<View>): Promise<View> => {
    const kept = keptOf.get(app) ?? new Map<string, Kept<View>>()
    keptOf.set(app, kept)
    const at = Date.parse(now)
    const known = kept.get(key)
    if (known !== undefined && at - known.at < ms && at >= known.at) return known.view
    if (kept.size > most) kept.clear()
    const view = read()
    kept.set(key, { at, view })
    view.catch(() => kept.delete(key))
    return view
  }
}
