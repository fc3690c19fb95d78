// "When X happened, tell Y": every reaction across rooms, on one page. The journal is the outbox: a job follows it from
// a stored position and writes notices in the transaction that moves the position on, so each entry is reacted to once.

import { sql } from 'kysely'
import type { CaseFile } from '#core/cases/case.ts'
import { topLeg } from '#core/cases/case.ts'
import type { Move } from '#core/cases/moves.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import { Trouble } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { App } from './app.ts'
import { readAt, readFrom } from './cases/feed.ts'
import type { Happening } from './cases/feed.ts'
import { readCase } from './cases/store.ts'
import { firstOf, inScope } from './kit/db.ts'
import type { Tx } from './kit/db.ts'
import { tell } from './notices/notices.ts'
import { lockNextAside, setAside, settleAside } from './notices/set-aside.ts'
import { dutyLeaderOf, headOf, responsibleNow } from './people/responsible.ts'

type Whom = (
  app: App,
  tx: Tx,
  file: CaseFile,
  h: Happening,
) => Promise<(string | null | undefined)[]>

const home = (file: CaseFile) => ({ areaId: file.homeAreaId, unitId: null })
const answers: (whom: (file: CaseFile) => { areaId: number; unitId: number | null }) => Whom =
  (whom) => async (app, tx, file, h) => [
    (
      await responsibleNow(app, tx, {
        receiver: { ...whom(file), personId: null },
        gridId: file.gridId,
        instant: h.at,
      })
    ).personId,
  ]
const heads: (whom: (file: CaseFile) => { areaId: number; unitId: number | null }) => Whom =
  (whom) => async (app, tx, file, h) => [(await headOf(app, tx, whom(file), h.at))?.personId]
const receiver = (file: CaseFile) => topLeg(file)?.receiver ?? home(file)
const giver = (file: CaseFile) => topLeg(file)?.giver ?? home(file)

/** An urgent report goes to the duty leader at once; every report to who is responsible now. */
const ofReport: Whom = async (app, tx, file, h) => {
  const at = await answers(home)(app, tx, file, h)
  if (!file.urgent) return at
  return [...at, (await dutyLeaderOf(app, tx, file.homeAreaId, h.at))?.personId]
}

const holderAndHead: Whom = async (app, tx, file, h) => [
  ...(await answers(receiver)(app, tx, file, h)),
  ...(await heads(receiver)(app, tx, file, h)),
]

/** Who answers for the matter, and the duty leader over it. */
const above: Whom = async (app, tx, file, h) => {
  const { parentId } = app.places.geography.get(file.homeAreaId)
  return [
    ...(await answers(home)(app, tx, file, h)),
    (await dutyLeaderOf(app, tx, parentId ?? file.homeAreaId, h.at))?.personId,
  ]
}

/** Another system says it is done, or cannot be reached: whoever answers for its unit looks, and of trouble the giver too. */
const ofOtherSystem: Whom = async (app, tx, file, h) => {
  const trouble = h.facts['trouble'] === true
  // Still open there and closed here, and yet not opened again: somebody above looks first.
  if (h.facts['status'] === 'open' && file.state === 'CLOSED') return above(app, tx, file, h)
  if (!trouble && h.facts['status'] !== 'closed') return []
  const here = await answers(receiver)(app, tx, file, h)
  return trouble ? [...here, ...(await answers(giver)(app, tx, file, h))] : here
}

const whistleOf = (file: CaseFile, h: Happening) =>
  file.whistles.find((each) => each.serial === h.facts['whistle'])
/** Every called unit and its head. */
const calledAndHeads: Whom = async (app, tx, file, h) => {
  const found = []
  for (const { receiver: unit } of whistleOf(file, h)?.calls ?? [])
    found.push(
      ...(await answers(() => unit)(app, tx, file, h)),
      ...(await heads(() => unit)(app, tx, file, h)),
    )
  return found
}

/** Whom each move concerns. Moves not named tell no member of staff; reporters read theirs by number and secret. */
const told: Partial<Record<Move, Whom>> = {
  report: ofReport,
  affectedToo: answers(receiver),
  stillBroken: answers(home),
  merge: answers(receiver),
  unmerge: answers(receiver),
  callback: async (app, tx, file, h) => {
    const reviewer = h.facts['reviewer']
    return [
      ...(await answers(home)(app, tx, file, h)),
      typeof reviewer === 'string' ? reviewer : null,
    ]
  },
  sampleCheck: async (app, tx, file, h) => {
    const legs = file.legs.filter((leg) => leg.kind === 'lead')
    const last = legs.at(-1)?.receiver ?? home(file)
    return [
      ...(await heads(home)(app, tx, file, h)),
      ...(await heads(() => last)(app, tx, file, h)),
    ]
  },
  verifyBeforeFiling: async (_app, _tx, file) => [file.verifier],
  dispatch: answers(receiver),
  reroute: answers(receiver),
  uphold: answers(receiver),
  transfer: answers(receiver),
  return: answers(giver),
  handle: answers(giver),
  confirmOnward: answers(giver),
  checkPass: answers(home),
  checkFail: answers(receiver),
  withdrawAssist: (app, tx, file, h) => {
    const leg = file.legs.find((each) => each.serial === h.facts['leg'])
    return answers(() => leg?.receiver ?? home(file))(app, tx, file, h)
  },
  requestExtension: heads(giver),
  suspend: async (app, tx, file, h) => {
    const { parentId } = app.places.geography.get(giver(file).areaId)
    const above =
      file.suspensionAsk?.beyondAYear === true && parentId !== null
        ? await dutyLeaderOf(app, tx, parentId, h.at)
        : null
    return [...(await heads(giver)(app, tx, file, h)), above?.personId]
  },
  refuseSuspension: answers(receiver),
  contest: async (app, tx, file, h) => {
    const parent = app.places.geography.get(file.homeAreaId).parentId
    return [parent === null ? null : (await dutyLeaderOf(app, tx, parent, h.at))?.personId]
  },
  // No answer came in time: the desk that answers for the matter is told, too, since nobody else rang.
  answer: async (app, tx, file, h) => [
    ...(await answers(receiver)(app, tx, file, h)),
    ...(h.facts['silence'] === true ? await answers(home)(app, tx, file, h) : []),
  ],
  meetByPasses: async (app, tx, file, h) => {
    const whistle = whistleOf(file, h)
    const caller = { areaId: whistle?.areaId ?? file.homeAreaId, unitId: null }
    return [whistle?.by, ...(await answers(() => caller)(app, tx, file, h))]
  },
  whistle: calledAndHeads,
  settleWhistle: calledAndHeads,
  arrive: async (_app, _tx, file, h) => [whistleOf(file, h)?.by],
  rateWhistle: async (_app, _tx, file, h) => [whistleOf(file, h)?.by],
  overdueAppeal: async (app, tx, file, h) => {
    const parent = app.places.geography.get(file.homeAreaId).parentId
    const above = { areaId: parent ?? file.homeAreaId, unitId: null }
    return [
      ...(await answers(() => above)(app, tx, file, h)),
      (await dutyLeaderOf(app, tx, above.areaId, h.at))?.personId,
    ]
  },
  decideAppeal: async (_app, _tx, file, h) => [
    h.facts['decided'] === true ? file.appeal?.by : null,
  ],
  note: ofOtherSystem,
  urge: holderAndHead,
  supervise: holderAndHead,
  answerSupervision: async (_app, _tx, file, h) => [
    file.supervisions.find((each) => each.serial === h.facts['serial'])?.by,
  ],
  applyCalendar: answers(receiver),
  escalate: async (app, tx, file, h) => {
    const { parentId } = app.places.geography.get(giver(file).areaId)
    const above = parentId === null ? null : await dutyLeaderOf(app, tx, parentId, h.at)
    return [...(await holderAndHead(app, tx, file, h)), above?.personId]
  },
  object: answers(home),
  reopen: answers(home),
}

const position = 'reactions'
const batch = 100

const job = { kind: 'job' } as const

/** Reacts to everything new; answers how many entries were looked at. Only one process at a time gets the row. */
export async function react(app: App): Promise<number> {
  await retryAside(app)
  let seen = 0
  for (;;) {
    const count = await reactToNext(app)
    seen += count
    if (count < batch) return seen
  }
}

/**
 * A batch in one go. If it fails for a reason of its own (a lost database is not one), it is done again entry by
 * entry, and what fails is set aside: nobody behind it waits for it.
 */
async function reactToNext(app: App): Promise<number> {
  try {
    return await inScope(app.db, job, (tx) => reactOnce(tx, (h) => reactTo(app, tx, h)))
  } catch (error) {
    if (error instanceof Trouble) throw error
    return inScope(app.db, job, (tx) => reactOnce(tx, (h) => reactOrSetAside(app, tx, h)))
  }
}

async function reactOrSetAside(app: App, tx: Tx, h: Happening, tries = 1): Promise<boolean> {
  await tx.client.query('savepoint entry')
  try {
    await reactTo(app, tx, h)
    await tx.client.query('release savepoint entry')
    return true
  } catch (error) {
    await tx.client.query('rollback to savepoint entry')
    await setAside(tx, h, { error, tries, now: app.now() })
    app.log.error({ err: error, case: h.number, version: h.version }, 'an entry was set aside')
    return false
  }
}

/** Those set aside whose hour has come, each in a transaction of its own. */
async function retryAside(app: App): Promise<void> {
  let more = true
  while (more)
    more = await inScope(app.db, job, async (tx) => {
      const waiting = await lockNextAside(tx, app.now())
      if (waiting === null) return false
      const { position: at, tries } = waiting
      const h = await readAt(tx, at)
      if (h === null || (await reactOrSetAside(app, tx, h, tries + 1)))
        await settleAside(tx, at, app.now())
      return true
    })
}

async function reactOnce(tx: Tx, reactToOne: (h: Happening) => Promise<unknown>): Promise<number> {
  const at = await firstOf(
    tx,
    sql<{ value: string }>`
      select s.value #>> '{}' as value
        from kit.settings s
       where s.name = ${position}
         for update skip locked`,
  )
  if (at === null) return 0
  const happened = await readFrom(tx, at.value, batch)
  for (const h of happened) await reactToOne(h)
  const last = happened.at(-1)
  if (last !== undefined)
    await sql`update kit.settings set value = to_jsonb(${last.position}::text) where name = ${position}`.execute(
      tx.k,
    )
  return happened.length
}

async function reactTo(app: App, tx: Tx, h: Happening): Promise<void> {
  const whom = told[h.move]
  if (whom === undefined) return
  const found = await readCase(tx, h.number)
  if (found === null) return
  const recipients = await whom(app, tx, found.file, h)
  const words = wordsOf(h, found.file.text)
  for (const recipient of new Set(recipients)) {
    if (typeof recipient !== 'string') continue
    await tell(tx, {
      recipient,
      cause: `case ${h.number} ${h.version}`,
      kind: h.move,
      communityId: h.communityId,
      caseNumber: h.number,
      words,
      urgent: h.urgent,
      at: h.at,
    })
  }
}

function wordsOf(h: Happening, text: string): Words {
  const matter = text.length > 24 ? `${text.slice(0, 24)}…` : text
  if (h.move === 'answer' && h.facts['silence'] === true)
    return { zh: `没有等到反映人补充：${matter}`, en: `The reporter did not answer: ${matter}` }
  const move = moveWords[h.move]
  return { zh: `${move.zh}：${matter}`, en: `${move.en}: ${matter}` }
}
