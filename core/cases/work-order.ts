// 处置工单: what stands on a work order, made once for the page and for the paper. Nothing on it is typed for it, and
// nothing on it names the reporter.

import { localDate, localTime } from '#core/kit/time.ts'
import type { Instant } from '#core/kit/time.ts'
import { type Lang, say } from '#core/kit/words.ts'
import { withoutPhones } from '#core/people/contact.ts'
import type { CaseView } from './contract.ts'
import { clockKindWords, sourceWords, tierWords } from './words.ts'
import { evidenceNeeds } from './words-evidence.ts'
import { workOrderWords as words } from './words-work-order.ts'

export type WorkOrder = {
  number: string
  urgent: boolean
  lines: { label: string; text: string }[]
  said: string | null
  photos: string[]
}
export type Reading = { lang: Lang; timeZone: string }

const photosMax = 4

/** 2026年3月3日 09:00; 2026-03-03 09:00: a year stands on paper, which is kept. */
export function paperTime(instant: Instant, { lang, timeZone }: Reading): string {
  const day = localDate(instant, timeZone)
  const [year = '', month = '', date = ''] = day.split('-')
  const shown = lang === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : day
  return `${shown} ${localTime(instant, timeZone)}`
}

export function workOrderOf(view: CaseView, reading: Reading): WorkOrder {
  const { lang } = reading
  const needs = evidenceNeeds(view.evidence, lang)
  const between = lang === 'zh' ? '、' : ', '
  const line = (label: keyof typeof words, text: string) => ({
    label: say(words[label], lang),
    text,
  })
  const reported = {
    time: paperTime(view.reportedAt, reading),
    source: say(sourceWords[view.source], lang),
  }
  return {
    number: view.number,
    urgent: view.urgent,
    lines: [
      line('what', `${view.category[lang]}（${say(tierWords[view.tier], lang)}）`),
      line('where', placeText(view, lang)),
      line('reported', say(words.reportedHow, lang, reported)),
      ...view.particulars.map(({ ask, label }) => ({ label: ask[lang], text: label[lang] })),
      ...handsOf(view, lang).map(([label, text]) => line(label, text)),
      line('due', duesOf(view, reading)),
      line('closing', view.closing[lang]),
      line('evidence', needs.length === 0 ? say(words.evidenceFree, lang) : needs.join(between)),
    ].filter(({ text }) => text !== ''),
    said: view.text === '' ? null : withoutPhones(view.text),
    photos: view.photos.slice(0, photosMax),
  }
}

function placeText(view: CaseView, lang: Lang): string {
  const areas = view.place.map(({ name, nameEn }) => (lang === 'en' ? (nameEn ?? name) : name))
  const address = view.address === null ? [] : [withoutPhones(view.address)]
  return [areas.join(' › '), ...address].filter(Boolean).join(lang === 'zh' ? '，' : ', ')
}

/** The lowest rung holds it; the next one above that is somebody else gave it. */
function handsOf(view: CaseView, lang: Lang): ['givenBy' | 'receivedBy', string][] {
  const [home, ...below] = view.ladder.map((rung) => rung.name[lang])
  const holder = below.at(-1)
  if (home === undefined) return []
  if (holder === undefined)
    return [
      ['givenBy', home],
      ['receivedBy', say(words.notGiven, lang)],
    ]
  return [
    ['givenBy', [home, ...below].findLast((name) => name !== holder) ?? home],
    ['receivedBy', holder],
  ]
}

function duesOf(view: CaseView, reading: Reading): string {
  const { lang } = reading
  const running = (['HANDLE', 'WHOLE'] as const).flatMap((kind) => {
    const clock = view.clocks.findLast((one) => one.kind === kind && one.endedAt === null)
    return clock === undefined ? [] : [clock]
  })
  if (running.length === 0) return say(words.noClock, lang)
  const said = running.map(({ kind, dueAt }) => {
    const what = say(clockKindWords[kind], lang)
    if (dueAt === null) return say(words.standsStill, lang, { what })
    return say(words.dueOf, lang, { what, time: paperTime(dueAt, reading) })
  })
  return said.join(lang === 'zh' ? '；' : '; ')
}
