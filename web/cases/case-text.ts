// How a case is called: nobody gives a report a title, so its first sentence is one. Places are named as neighbours do.
import type { CaseRow, CaseView } from '#core/cases/contract.ts'
import type { Lang } from '#core/kit/words.ts'
import { air } from '#web/kit/spacing.ts'

const titleMax = 30
const titleMin = 8

/** How people begin: with a greeting, with who they are, with wanting to say something. */
const greeting =
  /^(你好|您好|在吗|请问|打扰|.{0,8}(领导|同志|工作人员|客服|师傅|老师)(们)?[，,]?(你|您)?好|(我|我们)?(想|要|来|再)?(详细)?(反映|说|问)(一下|一件事|一个问题|件事|说)?|第.{1,3}次(反映|说)了|事情是这样的?)$/

/** The first sentence that says something, or its first clauses where it is long. */
export function titleOf(text: string, category: { zh: string; en: string }, lang: Lang): string {
  const clauses = (text.trim().match(/[^，,。！？；;!?\n]+[，,。！？；;!?\n]*/g) ?? []).map((one) =>
    one.trim(),
  )
  const said = clauses.slice(clauses.findIndex((one) => !greeting.test(bareOf(one))))
  let title = ''
  for (const clause of said) {
    const longer = title + clause
    if (title !== '' && [...bareOf(longer)].length > titleMax) break
    title = longer
    if (/[。！？；;!?\n]$/.test(clause) && [...bareOf(title)].length >= titleMin) break
  }
  title = bareOf(title).replace(/[。！？；;!?\n](?=.)/g, '，')
  return title === '' ? category[lang] : air(title)
}

const bareOf = (clause: string): string => clause.trim().replace(/[，,。！？；;!?\s]+$/, '')

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
  if (label.level !== 'community') return name
  if (lang === 'en') return name.replace(/ Community$/, '')
  return name.length > 3 ? name.replace(/社区(居委会)?$/, '') : name
}

/** 弹子石街道 › 群慧村社区 › 第 4 网格. */
export function wholePlace(place: CaseView['place'], lang: Lang): string {
  return place
    .filter(({ level }) => level !== 'city' && level !== 'district')
    .map((label) => nameOf(label, lang))
    .join(' › ')
}
