// Amounts of this pack that are not limits of a clock (those stand in core/cases/rules.ts, once): how
// near is near, how many checks, how the three rates are weighed. A place may change each by a dated row.

/** Where a value comes from, so that whoever changes it knows what he departs from. */
type Sourced<T> = { value: T; source: string }

const sourced = <T>(value: T, source: string): Sourced<T> => ({ value, source })

/** Work segments of a workday, half open, in the place's own zone. */
export const workSegments = sourced(
  [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ] as [string, string][],
  '运城市数字化城市管理立案结案规范: 工作时 08–12, 14–18; 1 工作日 = 8 工作时',
)

/** N: nearer to another grid's border than this is said on the case. */
export const nearBorderM = sourced(20, 'position error of a telephone in the open, usual order')

/** M: a point outside all grids goes to a community no farther than this. */
export const nearestCommunityM = sourced(
  2_000,
  'our default: about the width of an outlying village',
)

/** Proof photos may be taken this far from the place of the case. */
export const proofWithinM = sourced(50, 'our default, beyond the error of a telephone in a gully')

/** Share of closings, and of self-handled finds apart, seen again by an outsider. */
export const sampleShare = sourced(0.08, 'our default within 5–10 %, unforeseeable draw')

/** A rate, median or p90 over fewer than this is shown to nobody. */
export const smallCell = sourced(10, 'our default: fewer could point at persons')

/** A same matter at the same place within these days is a repeat. */
export const repeatDays = sourced(90, 'our default: one quarter')

/** Weights of 响应率, 解决率, 满意率 in the composite: alike until a place decides otherwise. */
export const threeRateWeights = sourced(
  { responded: 1 / 3, solved: 1 / 3, satisfied: 1 / 3 },
  '接诉即办 appraisals differ by place and year; none is preferred here',
)

/** 好差评: the grade from which an answer counts as satisfied (基本满意). */
export const satisfiedFromGrade = sourced(3, '政务服务好差评: 非常满意、满意、基本满意 count')

/** A neighbour's "still broken" is believed within this distance. */
export const neighbourWithinM = sourced(200, 'our default: one street block')
