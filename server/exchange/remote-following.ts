// From the journal to other servers: work given to a unit that is another system becomes a request there, and what becomes
// of it here is told there. In the transaction that moves the position on, read below the oldest one, as all followers do.
import { type SentForm, formOf, referenceOf, serviceFor } from '#core/exchange/remote.ts'
import { toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import type { Happening } from '../cases/feed.ts'
import { type Passing, readForPassing, reasonOf } from '../cases/relaying.ts'
import type { Tx } from '../kit/db.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { followJournal } from './journal-following.ts'
import * as remotes from './store-remotes.ts'
import * as requests from './store-remote-requests.ts'

/** Looks at everything new; answers how many entries that were. Whoever is bound later gets what is dispatched after that. */
export const followForRemotes = (app: App): Promise<number> =>
  followJournal(app, {
    follower: 'remotes',
    listening: async (tx) => {
      const live = await remotes.listLive(tx)
      return live.length === 0 ? null : live
    },
    tell: (tx, happened, live) => passAllOn(app, tx, happened, live),
  })

async function passAllOn(
  app: App,
  tx: Tx,
  happened: readonly Happening[],
  live: readonly remotes.RemoteRow[],
): Promise<void> {
  const numbers = [...new Set(happened.map((each) => each.number))]
  const known = new Set((await requests.listLiveOf(tx, numbers)).map((each) => each.caseNumber))
  const ofUnit = new Map(live.map((remote) => [remote.unitId, remote]))
  for (const h of happened) {
    const concerned = known.has(h.number) || h.chainUnits.some((unit) => ofUnit.has(unit))
    if (concerned) await passOn(app, tx, h, ofUnit)
  }
}

async function passOn(
  app: App,
  tx: Tx,
  h: Happening,
  ofUnit: ReadonlyMap<number, remotes.RemoteRow>,
): Promise<void> {
  const passing = await readForPassing(tx, h.number)
  if (passing === null) return
  for (const request of await requests.listLiveOf(tx, [h.number]))
    await tellOf(app, tx, { h, passing, request })
  const top = passing.legs.find((leg) => leg.serial === passing.open.at(-1))
  const remote = ofUnit.get(top?.receiver.unitId ?? 0)
  if (top === undefined || remote === undefined) return
  if (toMs(top.dispatchedAt) < toMs(remote.createdAt)) return
  const reference = referenceOf(h.number, top.serial)
  const service = serviceFor(remote.services, passing.category)
  await requests.addRequest(tx, {
    communityId: passing.communityId,
    id: app.newId(),
    remoteId: remote.id,
    caseNumber: h.number,
    leg: top.serial,
    reference,
    service,
    form: service === null ? null : formFor(app, passing, { remote, reference, service }),
    at: app.now(),
  })
}

type Naming = { remote: remotes.RemoteRow; reference: string; service: string }

function formFor(app: App, passing: Passing, { remote, reference, service }: Naming): SentForm {
  const { geography } = app.places
  const filed = geography.get(passing.filedAreaId)
  const { text, address, point, urgent } = passing
  return formOf(
    {
      reference,
      service,
      text,
      address,
      point,
      urgent,
      category: categoriesAt(app, filed.path, app.now()).get(passing.category) ?? null,
      place: geography
        .ancestors(filed)
        .map((area) => area.name)
        .join(''),
      areaCode: (geography.communityOf(filed) ?? filed).code,
    },
    remote.sends,
  )
}

type Telling = { h: Happening; passing: Passing; request: requests.RequestRow }

/** What became of the work here: passed its check, failed it, or lies elsewhere now. */
async function tellOf(app: App, tx: Tx, { h, passing, request }: Telling): Promise<void> {
  const { communityId, id } = request
  const leg = passing.legs.find((each) => each.serial === request.leg)
  const say = (status: 'open' | 'closed', words: string, cause: string) =>
    requests.addWords(tx, {
      communityId,
      id: app.newId(),
      requestId: id,
      status,
      words,
      cause,
      at: app.now(),
    })
  if (leg !== undefined && leg.endedAt === null) {
    if (h.move !== 'checkFail' || h.facts['leg'] !== request.leg) return
    const reason = (await reasonOf(tx, h)) ?? ''
    return void (await say('open', `核查没有通过，请继续办理。${reason}`, `failed ${h.version}`))
  }
  if (request.state === 'waiting') return void (await requests.unwant(tx, { communityId, id }))
  const passed = leg?.howEnded === 'passed'
  await say('closed', passed ? '核查通过，谢谢。' : '这件已转由其他单位办理，请不再处理。', 'ended')
  const state = passed ? 'done' : 'withdrawn'
  await requests.noteEnded(tx, { communityId, id, state, error: null, at: app.now() })
}
