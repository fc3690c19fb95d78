// 每日简报: a day of an area in sentences and tables, out of the cockpit's figures. Made once for the page and the paper.
// What happened is of the day; what stands open is of the moment it is read, and says so.

import { localDate, localTime } from '#core/kit/time.ts'
import { type Lang, type Words, say } from '#core/kit/words.ts'
import type { BehindRow, CockpitView, TileKey } from './contract.ts'
import { briefWords as words } from './words-brief.ts'
import { sectionWords } from './words.ts'

export type BriefTable = { title: string; head: string[]; rows: string[][]; note: string | null }
export type Brief = {
  title: string
  area: string
  day: string
  thatDay: string[]
  rightNowTitle: string
  rightNow: string
  tables: BriefTable[]
}
export type Lists = { overdue: readonly BehindRow[]; open: readonly BehindRow[] }
type Reading = { lang: Lang; timeZone: string }

/** So many rows of a list a brief holds. */
export const briefRowsMax = 30

export function briefOf(view: CockpitView, lists: Lists, reading: Reading): Brief {
  const { lang, timeZone } = reading
  const urgent = lists.open.filter((row) => row.urgent)
  return {
    title: say(words.title, lang),
    area: nameOf(view.area, lang),
    day: view.period.from,
    thatDay: sentencesOf(view, lang),
    rightNowTitle: say(words.rightNow, lang, {
      time: `${localDate(view.asOf, timeZone)} ${localTime(view.asOf, timeZone)}`,
    }),
    rightNow: say(words.open, lang, {
      open: view.open,
      overdue: valueOf(view, '6'),
      suspended: view.suspended,
      unplaced: view.unplaced,
    }),
    tables: [
      casesTable(words.overdueTitle, lists.overdue, lang),
      casesTable(words.urgentTitle, urgent, lang),
      ...(view.children.length === 0 ? [] : [childTable(view, lang)]),
      sectionTable(view, lang),
    ],
  }
}

const nameOf = (area: { name: string; nameEn: string | null }, lang: Lang): string =>
  lang === 'en' ? (area.nameEn ?? area.name) : area.name
const tileOf = (view: CockpitView, key: TileKey) => view.tiles.find((tile) => tile.key === key)
const valueOf = (view: CockpitView, key: TileKey): number => tileOf(view, key)?.value ?? 0

function sentencesOf(view: CockpitView, lang: Lang): string[] {
  const whole = tileOf(view, '3c')?.fraction
  const due = whole?.den ?? 0
  const { confirmed, objected, silent } = view.answers
  const filed = { reported: valueOf(view, '1'), filed: tileOf(view, '1')?.n ?? 0 }
  const closed = {
    due,
    closed: whole?.num ?? 0,
    onTime: tileOf(view, '3d')?.fraction?.num ?? 0,
  }
  return [
    say(words.filed, lang, filed),
    say(due === 0 ? words.noneDue : words.closed, lang, closed),
    say(confirmed + objected + silent === 0 ? words.saidNone : words.said, lang, {
      confirmed,
      objected,
      silent,
    }),
  ]
}

const heads = (lang: Lang, ...all: Words[]) => all.map((each) => say(each, lang))

function casesTable(title: Words, all: readonly BehindRow[], lang: Lang): BriefTable {
  const rows = all.slice(0, briefRowsMax)
  return {
    title: say(title, lang),
    head: heads(lang, words.number, words.matter, words.place, words.holder, words.why),
    rows: rows.map((row) => [
      row.number,
      row.category[lang],
      row.place
        .slice(-2)
        .map((each) => nameOf(each, lang))
        .join(' '),
      row.holder?.[lang] ?? '',
      row.returnedBecause ?? say(words.notWritten, lang),
    ]),
    note: all.length > briefRowsMax ? say(words.listMore, lang, { n: briefRowsMax }) : null,
  }
}

const childTable = (view: CockpitView, lang: Lang): BriefTable => ({
  title: say(words.childrenTitle, lang),
  head: heads(lang, words.area, words.filedHead, words.openHead, words.overdueHead),
  rows: view.children
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((child) => [nameOf(child, lang), ...[child.filed, child.open, child.overdue].map(String)]),
  note: null,
})

const sectionTable = (view: CockpitView, lang: Lang): BriefTable => ({
  title: say(words.sectionsTitle, lang),
  head: heads(
    lang,
    words.section,
    words.handling,
    words.toCheck,
    words.toConfirm,
    words.overdueHead,
  ),
  rows: view.sections.map((one) => [
    sectionWords[one.section]?.[lang] ?? one.section,
    ...[one.handling, one.toCheck, one.toConfirm, one.overdue].map(String),
  ]),
  note: null,
})
