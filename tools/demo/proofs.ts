// The proof a handler hands in: words, a picture of the thing, where and when it was taken.
import { toMs } from '#core/kit/time.ts'
import type { ProofGiven } from '#core/cases/evidence.ts'
import { currentRound } from '#core/cases/case.ts'
import { subjectOf } from './photos.ts'
import { categoryOf, diceOf, instant, type Stage } from './stage.ts'

export function proofFor(stage: Stage, at: number, text: string): ProofGiven {
  const { file, album } = stage
  const { evidence } = categoryOf(stage)
  const by = diceOf(stage, 'proof')
  const pictured = evidence.photoAfter || (file.categoryClass !== 'C' && by.chance(0.5))
  const subject = subjectOf(file.category)
  const after = album.after.get(subject)
  const before = album.before.get(subject)
  const since = toMs(currentRound(file).firstDispatchedAt ?? file.reportedAt)
  return {
    text,
    photosBefore: evidence.photoBefore && before !== undefined ? [before] : [],
    photosAfter: pictured && after !== undefined ? [after] : [],
    takenAt: pictured
      ? instant(Math.max(since, Math.min(at, stage.until) - by.int(2, 40) * 60_000))
      : null,
    point: file.point === null ? null : near(file.point, by.int(2, 30), by.next()),
  }
}

/** A point so many metres away, in some direction. */
function near(point: { lon: number; lat: number }, metres: number, turn: number) {
  const angle = turn * 2 * Math.PI
  const lat = point.lat + (metres * Math.sin(angle)) / 111_320
  const lon =
    point.lon + (metres * Math.cos(angle)) / (111_320 * Math.cos((point.lat * Math.PI) / 180))
  return { lon: Math.round(lon * 1e7) / 1e7, lat: Math.round(lat * 1e7) / 1e7 }
}
