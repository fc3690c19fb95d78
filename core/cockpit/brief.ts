// 每日简报: a day of an area in sentences and tables, out of the cockpit's figures. Made once for the page and the paper.
// What happened is of the day; what stands open is of the moment it is read, and says so.

import { localDate, localTime } from '#core/kit/time.ts'
import { type Lang, type Words, say } from '#core/kit/words.ts'
import type { BehindRow, CockpitView, TileKey } from './contract.ts'
import type { BriefFacts } from './contract-brief.ts'
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
type Reading = { lang: Lang; timeZone: string }

/** So many rows of a list a brief holds. */
export const briefRowsMax = 30

export function briefOf(facts: BriefFacts, reading: Reading): Brief {
  const { lang, timeZone } = reading
  const { view } = facts
  const urgent = facts.open.filter((row) => row.urgent)
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
      casesTable(words.overdueTitle, facts.overdue, lang),
      casesTable(words.urgentTitle, urgent, lang),
      suspendedTable(facts, lang),
      appealTable(facts, lang),
      ...(view.children.length === 0 ? [] : [childTable(view, lang)]),
      sectionTable(view, lang),
      categoryTable(facts, lang),
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
      placeOf(row, lang),
      row.holder?.[lang] ?? '',
      row.returnedBecause ?? say(words.notWritten, lang),
    ]),
    note: noteOf(all, lang),
  }
}

const placeOf = (row: Pick<BehindRow, 'place'>, lang: Lang): string =>
  row.place
    .slice(-2)
    .map((each) => nameOf(each, lang))
    .join(' ')

const noteOf = (all: readonly unknown[], lang: Lang): string | null =>
  all.length > briefRowsMax ? say(words.listMore, lang, { n: briefRowsMax }) : null

/** 挂账: why in public words, and when somebody looks again. */
const suspendedTable = ({ suspended }: BriefFacts, lang: Lang): BriefTable => ({
  title: say(words.suspendedTitle, lang),
  head: heads(lang, words.number, words.matter, words.place, words.publicReason, words.reviewOn),
  rows: suspended
    .slice(0, briefRowsMax)
    .map((row) => [
      row.number,
      row.category[lang],
      placeOf(row, lang),
      row.suspension?.publicReason ?? say(words.notWritten, lang),
      row.suspension?.reviewOn ?? '',
    ]),
  note: noteOf(suspended, lang),
})

const decidedWords = (excused: boolean | null): Words =>
  excused === null ? words.undecided : excused ? words.excused : words.stands

/** Appeals against lateness: open ones, and those filed or decided that day. The lateness stays written. */
const appealTable = ({ appeals }: BriefFacts, lang: Lang): BriefTable => ({
  title: say(words.appealsTitle, lang),
  head: heads(lang, words.number, words.matter, words.place, words.reason, words.decided),
  rows: appeals
    .slice(0, briefRowsMax)
    .map((row) => [
      row.number,
      row.category[lang],
      placeOf(row, lang),
      row.reason,
      say(decidedWords(row.excused), lang),
    ]),
  note: noteOf(appeals, lang),
})

const categoryTable = ({ categories }: BriefFacts, lang: Lang): BriefTable => ({
  title: say(words.categoriesTitle, lang),
  head: heads(lang, words.category, words.filedHead, words.openHead, words.overdueHead),
  rows: categories.map((one) => [
    one.name[lang],
    ...[one.filed, one.open, one.overdue].map(String),
  ]),
  note: null,
})

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
