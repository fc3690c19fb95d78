// How a case is called: nobody gives a report a title, so its first sentence is one. Places are named as neighbours do.
import type { CaseRow, CaseView } from '#core/cases/contract.ts'
import type { Lang } from '#core/kit/words.ts'
import { air } from '#web/kit/spacing.ts'

const titleMax = 30

/** The first sentence, or its first clause where it is long. */
export function titleOf(text: string, category: { zh: string; en: string }, lang: Lang): string {
  const first = (text.trim().split(/[。！？；;!?\n]|\.\s/)[0] ?? '').trim()
  if (first === '') return category[lang]
  if ([...first].length <= titleMax * (lang === 'en' ? 3 : 1)) return air(first)
  const clauses = first.split(/(?<=[，,])/)
  let title = ''
  for (const clause of clauses) {
    if (title !== '' && [...(title + clause)].length > titleMax) break
    title += clause
  }
  return air(title.replace(/[，,]$/, ''))
}

/** Whether the reporter said more than the title repeats. */
export function saysMore(text: string, title: string): boolean {
  const bare = (one: string) => one.replace(/[\s\u2009。！？.!?]/g, '')
  return bare(text) !== bare(title)
}

type Label = CaseRow['place'][number]

export function nameOf(label: Label, lang: Lang): string {
  const name = lang === 'en' ? (label.nameEn ?? label.name) : label.name
  return air(name)
}

/** 群慧村 · 第 4 网格; a street where it is not placed further down. */
export function nearPlace(place: readonly Label[], lang: Lang): string {
  const low = place.filter(({ level }) => level === 'community' || level === 'grid')
  const shown = low.length > 0 ? low : place.slice(-1)
  return shown.map((label) => shortName(label, lang)).join(' · ')
}

function shortName(label: Label, lang: Lang): string {
  const name = nameOf(label, lang)
  if (lang === 'en' || label.level !== 'community') return name
  return name.length > 3 ? name.replace(/社区(居委会)?$/, '') : name
}

/** 弹子石街道 › 群慧村社区 › 第 4 网格. */
export function wholePlace(place: CaseView['place'], lang: Lang): string {
  return place
    .filter(({ level }) => level !== 'city' && level !== 'district')
    .map((label) => nameOf(label, lang))
    .join(' › ')
}
