// Who may keep themes of a place, and the two things most acts begin with: the choice and the theme they are about.
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { hasRight } from '#core/people/rights.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { type Command, type TakeNow, type Tx, once } from '../kit/db.ts'
import { type ChoiceRow, findChoice } from './store-choice.ts'
import { type ThemeRow, findTheme } from './store-programme.ts'

export const mayKeep = (who: Who, area: Area): boolean =>
  hasRight(who.actor, 'keepThemes', { areaId: area.id, areaPath: area.path })

export const areaOf = (app: App, communityId: number): Area => app.places.geography.get(communityId)

export const todayIn = (app: App, area: Area, at: string = app.now()): string =>
  localDate(at, area.timeZone)

export const nameOf = (area: Area) => ({ code: area.code, name: area.name })
export const namesOf = (area: Area) => ({ ...nameOf(area), nameEn: area.nameEn })

export type Act<Row> = { tx: Tx; row: Row; area: Area; today: string; now: TakeNow }
type Asked = { id: string; commandId: string }

/** A command about one choice, by somebody who keeps the themes of its community. The choice is locked. */
export function aboutChoice<T, R extends string>(
  { app, who }: { app: App; who: Who },
  { id, commandId, ...content }: Asked & Record<string, unknown>,
  work: (act: Act<ChoiceRow>) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'no_such_choice' | 'not_yours' | 'command_reused'>> {
  const command: Command<T> = { commandId, content: { id, ...content } }
  return once<T, R | 'no_such_choice' | 'not_yours'>(
    app,
    who.actor,
    who.scope,
    command,
    async (tx, now) => {
      const row = await findChoice(tx, id, 'lock')
      if (row === null) return refused('no_such_choice')
      const area = areaOf(app, row.communityId)
      if (!mayKeep(who, area)) return refused('not_yours')
      return work({ tx, row, area, today: todayIn(app, area, now()), now })
    },
  )
}

/** A command about one theme. Everybody may read a theme, so somebody else's is said to be somebody else's. */
export function aboutTheme<T, R extends string>(
  { app, who }: { app: App; who: Who },
  { id, commandId, ...content }: Asked & Record<string, unknown>,
  work: (act: Act<ThemeRow>) => Promise<Result<T, R>>,
): Promise<Result<T, R | 'no_such_theme' | 'not_yours' | 'command_reused'>> {
  const command: Command<T> = { commandId, content: { id, ...content } }
  return once<T, R | 'no_such_theme' | 'not_yours'>(
    app,
    who.actor,
    who.scope,
    command,
    async (tx, now) => {
      const seen = await findTheme(tx, id)
      if (seen === null) return refused('no_such_theme')
      const area = areaOf(app, seen.communityId)
      if (!mayKeep(who, area)) return refused('not_yours')
      const row = (await findTheme(tx, id, 'lock')) ?? seen
      return work({ tx, row, area, today: todayIn(app, area, now()), now })
    },
  )
}

/** An area by the code of the wire whose themes the caller keeps. */
export function keptArea(
  { app, who }: { app: App; who: Who },
  code: string,
): Result<Area, 'no_such_area' | 'not_yours'> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return refused('no_such_area')
  return mayKeep(who, area) ? done(area) : refused('not_yours')
}

export const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}
