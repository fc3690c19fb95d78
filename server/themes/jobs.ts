// Tells who keeps a community's themes that words of residents wait for a look: once a day and choice, not once a voice.
import { localDate } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { tell } from '../notices/notices.ts'
import { headOf } from '../people/responsible.ts'
import { areaOf } from './keeper.ts'
import { findListed } from './store-choice.ts'

export function addThemeJobs(app: App): void {
  app.jobs.tasks['tell_theme_voice'] = (payload) =>
    tellOfVoices(app, payload as { choiceId: string })
}

async function tellOfVoices(app: App, { choiceId }: { choiceId: string }): Promise<void> {
  await inScope(app.db, { kind: 'job' }, async (tx) => {
    const choice = await findListed(tx, choiceId)
    if (choice === null || choice.waiting === 0) return
    const at = app.now()
    const area = areaOf(app, choice.communityId)
    const head = await headOf(app, tx, { areaId: area.id, unitId: null }, at)
    if (head === null) return
    await tell(tx, {
      recipient: head.personId,
      cause: `theme voices ${choiceId} ${localDate(at, area.timeZone)}`,
      kind: 'themeVoices',
      communityId: area.id,
      caseNumber: null,
      about: { topic: 'themeChoice', id: choiceId },
      words: {
        zh: `${area.name}议主题：居民有话等您看，看过才公开`,
        en: `${area.name}, talk about the theme: words of residents wait for your look before they are shown`,
      },
      urgent: false,
      at,
    })
  })
}
