// 三事分流: public functions 大事, the community's own affairs 小事, private matters 私事 (domain.md 10.3).
// Private never means ignored: it closes with guidance and a next step, and may be contested once [D1].

import { done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import { currentRound } from './case.ts'
import type { CaseFile, Matter, Tier } from './case.ts'
import { enter, guard, saysEnough } from './change.ts'
import type { Decided } from './change.ts'
import { inRound } from './intake.ts'
import type { Settings } from './rules.ts'
import { ends, relimits, starts } from './ticking.ts'

export type Triage = {
  matter: Matter
  category: string
  tier: Tier
  urgent: boolean
  guidance: string | null
  nextStep: string | null
}

export function decideTriage(c: CaseFile, by: Actor, input: Triage, s: Settings): Decided {
  const may = guard('triage', c, by, s)
  if (!may.ok) return may
  const category = s.category(input.category)
  if (category === null) return refused('category_unknown')
  const sorted: CaseFile = {
    ...c,
    matter: input.matter,
    category: category.code,
    categoryClass: category.class,
    tier: input.tier,
    urgent: input.urgent,
  }
  if (input.matter === 'private') return decideGuided(c, sorted, by, input, s)
  const next = relimits(c, sorted, s)
  return done(
    enter(next, 'triage', by, s, {
      to: 'TRIAGED',
      facts: {
        matter: input.matter,
        tier: input.tier,
        urgent: input.urgent,
        category: category.code,
        categoryName: { zh: category.zh, en: category.en },
      },
    }),
  )
}

function decideGuided(
  c: CaseFile,
  sorted: CaseFile,
  by: Actor,
  input: Triage,
  s: Settings,
): Decided {
  if (c.urgent || input.urgent) return refused('urgent_goes_first')
  if (!saysEnough(input.guidance) || !saysEnough(input.nextStep)) return refused('guidance_missing')
  const words = `${input.guidance.trim()} ${input.nextStep.trim()}`
  const closed = inRound(ends(sorted, ['DISPATCH', 'WHOLE'], s), {
    closedAt: s.now,
    closedBy: by.id,
    outcome: 'guided',
    closingWords: words,
    handoversAtClose: c.handovers,
  })
  const next = starts(starts(closed, 'CONFIRM', s), 'REOPEN', s)
  return done(
    enter(next, 'triage', by, s, {
      to: 'CLOSED',
      facts: {
        matter: 'private',
        guidance: words,
        outcome: 'guided',
        tier: input.tier,
        round: currentRound(c).round,
      },
      audience: 'voices',
    }),
  )
}
