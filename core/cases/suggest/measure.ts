// How good suggestions are, on texts held out: how often right, how often among three, for each category how much of it
// is found and how much of what is called so is so, which pairs are mixed up, and whether 80 % means four of five.
import { chancesOf } from './model.ts'

/** One text judged by a model that had not seen it. */
export type Judged = { scores: Float32Array; truth: number; part: number }

export type CategoryMeasure = {
  category: string
  texts: number
  /** Of the texts called so, how many are so; and of those that are so, how many were called so. */
  called: number
  right: number
}
export type Mixed = { was: string; called: string; times: number }
/** Texts whose first suggestion had a confidence in this tenth. */
export type Tenth = { from: number; texts: number; confidence: number; right: number }

export type Measured = {
  texts: number
  categories: number
  first: number
  amongThree: number
  /** Right by the pack's key words alone, on the same texts. */
  seedsAlone: number
  /** Mean distance between the confidence said and the share that was right. */
  calibrationError: number
  tenths: Tenth[]
  byCategory: CategoryMeasure[]
  mixed: Mixed[]
}

const fitOnMax = 1500
const mixedMax = 12

/** The divisor under which the chances given to the truths are highest, by narrowing in. */
export function fitTemperature(judged: readonly Judged[]): number {
  if (judged.length === 0) return 1
  const every = Math.max(1, Math.ceil(judged.length / fitOnMax))
  const some = judged.filter((_, i) => i % every === 0)
  const surprise = (log: number) => {
    const temperature = Math.exp(log)
    return some.reduce((sum, each) => sum + surpriseOf(each, temperature), 0)
  }
  let [low, high] = [Math.log(0.05), Math.log(20)]
  for (let step = 0; step < 22; step += 1) {
    const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618]
    if (surprise(a) < surprise(b)) high = b
    else low = a
  }
  return Math.exp((low + high) / 2)
}

/** How unlikely the truth was called, as a logarithm; one flat miss must not outweigh everything. */
function surpriseOf({ scores, truth }: Judged, temperature: number): number {
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (const score of scores) sum += Math.exp((score - top) / temperature)
  return Math.min(20, Math.log(sum) - ((scores[truth] ?? -Infinity) - top) / temperature)
}

/** Each part's confidence is read with a divisor fitted on the other parts, so that it flatters nobody. */
export function measure(
  judged: readonly Judged[],
  { categories, coldRight }: { categories: readonly string[]; coldRight: number },
): Measured {
  const temperatures = new Map<number, number>()
  for (const part of new Set(judged.map((each) => each.part)))
    temperatures.set(part, fitTemperature(judged.filter((each) => each.part !== part)))
  const called = judged.map((each) => calledOf(each, temperatures.get(each.part) ?? 1))
  const tenths = tenthsOf(called)
  const texts = judged.length
  return {
    texts,
    categories: new Set(judged.map(({ truth }) => truth)).size,
    first: called.filter(({ best, truth }) => best === truth).length,
    amongThree: called.filter(({ amongThree }) => amongThree).length,
    seedsAlone: coldRight,
    calibrationError:
      tenths.reduce((sum, each) => sum + Math.abs(each.confidence * each.texts - each.right), 0) /
      Math.max(1, texts),
    tenths,
    byCategory: byCategoryOf(called, categories),
    mixed: mixedOf(called, categories),
  }
}

type Called = { truth: number; best: number; amongThree: boolean; confidence: number }

function calledOf({ scores, truth }: Judged, temperature: number): Called {
  const best = scores.indexOf(Math.max(...scores))
  const own = scores[truth] ?? 0
  const above = scores.reduce((n, score) => n + (score > own ? 1 : 0), 0)
  const confidence = chancesOf(Float64Array.from(scores), temperature)[best] ?? 0
  return { truth, best, amongThree: above < 3, confidence }
}

function tenthsOf(called: readonly Called[]): Tenth[] {
  return Array.from({ length: 10 }, (_, i) => {
    const own = called.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i)
    const sum = own.reduce((all, { confidence }) => all + confidence, 0)
    return {
      from: i / 10,
      texts: own.length,
      confidence: own.length === 0 ? 0 : sum / own.length,
      right: own.filter(({ best, truth }) => best === truth).length,
    }
  }).filter(({ texts }) => texts > 0)
}

function byCategoryOf(called: readonly Called[], names: readonly string[]): CategoryMeasure[] {
  return names
    .map((category, k) => ({
      category,
      texts: called.filter(({ truth }) => truth === k).length,
      called: called.filter(({ best }) => best === k).length,
      right: called.filter(({ best, truth }) => best === k && truth === k).length,
    }))
    .filter((one) => one.texts + one.called > 0)
}

function mixedOf(called: readonly Called[], names: readonly string[]): Mixed[] {
  const times = new Map<string, Mixed>()
  for (const { best, truth } of called) {
    if (best === truth) continue
    const key = `${truth} ${best}`
    const pair = times.get(key) ?? { was: names[truth] ?? '', called: names[best] ?? '', times: 0 }
    times.set(key, { ...pair, times: pair.times + 1 })
  }
  const order = (a: Mixed, b: Mixed) => b.times - a.times || (a.was < b.was ? -1 : 1)
  return [...times.values()].toSorted(order).slice(0, mixedMax)
}
