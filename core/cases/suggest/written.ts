// A model as it is kept and handed on: plain values, weights to three places. What comes from a file is checked before
// it is believed.
import { done, refused, type Result } from '#core/kit/result.ts'
import type { Measured } from './measure.ts'
import type { Model } from './model.ts'

export type Written = {
  form: 'linli-suggestions-1'
  categories: string[]
  terms: string[]
  rarity: number[]
  /** How many entries each term has, then category and weight of every entry. */
  entries: number[]
  category: number[]
  weight: number[]
  bias: number[]
  perWeight: number[]
  temperature: number
  measured: Measured
}

const thousandth = (list: Iterable<number>) => Array.from(list, (n) => Math.round(n * 1000) / 1000)

export function writeModel(model: Model, measured: Measured): Written {
  return {
    form: 'linli-suggestions-1',
    categories: model.categories,
    terms: [...model.vocabulary.at.keys()],
    rarity: thousandth(model.vocabulary.rarity),
    entries: Array.from(model.from.slice(1), (end, term) => end - (model.from[term] ?? 0)),
    category: [...model.category],
    weight: thousandth(model.weight),
    bias: thousandth(model.bias),
    perWeight: thousandth(model.perWeight),
    temperature: model.temperature,
    measured,
  }
}

export function readModel(
  value: unknown,
): Result<{ model: Model; measured: Measured }, 'not_a_model'> {
  if (!isWritten(value)) return refused('not_a_model')
  const from = new Int32Array(value.terms.length + 1)
  value.entries.forEach((n, term) => (from[term + 1] = (from[term] ?? 0) + n))
  const model: Model = {
    categories: value.categories,
    vocabulary: {
      at: new Map(value.terms.map((term, at) => [term, at])),
      rarity: Float32Array.from(value.rarity),
    },
    from,
    category: Uint16Array.from(value.category),
    weight: Float32Array.from(value.weight),
    bias: Float32Array.from(value.bias),
    perWeight: Float32Array.from(value.perWeight),
    temperature: value.temperature,
  }
  return done({ model, measured: value.measured })
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false
  const w = value as Written
  if (w.form !== 'linli-suggestions-1') return false
  const lists = [w.categories, w.terms, w.rarity, w.entries, w.category, w.weight, w.bias]
  if (![...lists, w.perWeight].every(Array.isArray)) return false
  const total = w.entries.reduce((sum, n) => sum + n, 0)
  const many = w.categories.length
  return (
    w.rarity.length === w.terms.length &&
    w.entries.length === w.terms.length &&
    w.category.length === total &&
    w.weight.length === total &&
    w.bias.length === many &&
    w.perWeight.length === many &&
    w.category.every((k) => Number.isInteger(k) && k >= 0 && k < many) &&
    w.temperature > 0
  )
}
