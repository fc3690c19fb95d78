// Grids are put in force by two people: the second hears that he is asked, the first what became of it.
import { say } from '#core/kit/words.ts'
import { redrawingNotices } from '#core/notices/words-redrawing.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { RedrawingWord } from '#core/places/putting-in-force.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { secondReadersOver } from '../people/redrawn-staff.ts'
import { type Decision, findDecision } from '../places/carried.ts'
import { tell } from './notices.ts'

type Word = { id: string; what: RedrawingWord; by: string; at: string }

export function addRedrawingTells(app: App): void {
  app.jobs.tasks['tell_redrawing'] = async (payload) => tellRedrawing(app, payload as Word)
}

export async function tellRedrawing(app: App, { id, what, by, at }: Word): Promise<void> {
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const decision = await findDecision(tx, id)
    if (decision === null) return
    const area = app.places.geography.get(decision.areaId)
    const recipients = await concerned(app, tx, area, { what, decision, at })
    const values = (lang: 'zh' | 'en') => ({
      name: lang === 'en' ? (area.nameEn ?? area.name) : area.name,
      day: decision.day,
    })
    const words = redrawingNotices[what]
    for (const recipient of new Set(recipients))
      if (recipient !== by)
        await tell(tx, {
          recipient,
          cause: `redrawing ${id} ${what} ${at}`,
          kind: `redrawing${what[0]?.toUpperCase()}${what.slice(1)}`,
          communityId: area.id,
          caseNumber: null,
          about: { topic: 'redrawing', id: area.code },
          words: { zh: say(words, 'zh', values('zh')), en: say(words, 'en', values('en')) },
          urgent: false,
          at,
        })
  })
}

type Concerning = { what: RedrawingWord; decision: Decision; at: string }

/** Asked are the heads of the street and the other keepers; told afterwards are the two who decided. */
async function concerned(app: App, tx: Tx, area: Area, { what, decision, at }: Concerning) {
  if (what !== 'proposed')
    return [decision.proposedBy, decision.confirmedBy].flatMap((person) => person ?? [])
  const above = app.places.geography.ancestors(area).map(({ id }) => id)
  return secondReadersOver(tx, above, localDate(at, area.timeZone))
}
