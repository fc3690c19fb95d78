// What the cockpit says when it cannot show an area or a day.
import { briefWords } from '#core/cockpit/words-brief.ts'
import { playbackRefusals } from '#core/cockpit/words-playback.ts'
import type { Words } from '#core/kit/words.ts'
import { areaRefusals } from './area-refusals.ts'

export const cockpitRefusals: Record<string, Words> = {
  ...areaRefusals,
  bad_day: briefWords.badDay,
  ...playbackRefusals,
}
