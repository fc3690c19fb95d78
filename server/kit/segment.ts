// Cutting texts into words: by jieba's dictionary where its native part runs, else by the one that Node brings along.
import { createRequire } from 'node:module'
import type * as jiebaPackage from '@node-rs/jieba'
import type * as jiebaWords from '@node-rs/jieba/dict.js'

type Cutter = (text: string) => string[]
let cutter: Cutter | null = null

/** The words of a text in order; what lies between words comes along. */
export function cutWords(text: string): string[] {
  cutter ??= jiebaCutter() ?? plainCutter()
  return cutter(text)
}

function jiebaCutter(): Cutter | null {
  const load = createRequire(import.meta.url)
  try {
    const { Jieba } = load('@node-rs/jieba') as typeof jiebaPackage
    const { dict } = load('@node-rs/jieba/dict.js') as typeof jiebaWords
    const jieba = Jieba.withDict(dict)
    return (text) => jieba.cut(text, true)
  } catch {
    return null // no binary for this processor
  }
}

function plainCutter(): Cutter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment)
}
