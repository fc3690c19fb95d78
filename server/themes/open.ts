// What everybody reads of a community's theme: what is proposed and why, what was said, what was decided.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { readCommunityTheme } from '#core/themes/contract-decision.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { kindsAt } from './catalogue.ts'
import { evidenceView } from './choice.ts'
import { namesOf, todayIn } from './keeper.ts'
import { findOpenChoice, latestEvidence } from './store-choice.ts'
import { findLiveTheme } from './store-programme.ts'
import { listPublicVoices } from './store-talk.ts'

const voicesShown = 100

export function readOpen(
  { app, who }: { app: App; who: Who },
  { code }: InputOf<typeof readCommunityTheme>,
): Promise<Result<OutputOf<typeof readCommunityTheme>, 'no_such_area'>> {
  const area = app.places.geography.findByCode(code)
  if (area === null) return Promise.resolve(refused('no_such_area'))
  return inScope(app.db, who.scope, async (tx) => {
    const choice = await findOpenChoice(tx, area.id)
    const theme = await findLiveTheme(tx, area.id)
    const shown = choice !== null && choice.publicAt !== null ? choice : null
    const evidence = shown === null ? null : await latestEvidence(tx, area.id, shown.id)
    const kinds = shown === null ? [] : await kindsAt(tx, area, todayIn(app, area))
    const open =
      shown === null
        ? null
        : {
            choiceId: shown.id,
            publicAt: shown.publicAt ?? '',
            evidence: evidence === null ? null : evidenceView(evidence),
            voices: await listPublicVoices(tx, area.id, shown.id, voicesShown),
            kinds: kinds.map((kind) => ({
              code: kind.code,
              name: kind.name,
              meaning: kind.meaning,
            })),
          }
    return done({
      community: namesOf(area),
      open,
      theme:
        theme === null
          ? null
          : {
              id: theme.id,
              decisionId: theme.decisionId,
              kindCode: theme.kindCode,
              name: { zh: theme.zh, en: theme.en },
              state: theme.state,
            },
    })
  })
}
