// Endpoints of the cases room: each one call.

import * as wire from '#core/cases/contract.ts'
import * as checks from '#core/cases/contract-checks.ts'
import { readBulk as readBulkContract } from '#core/cases/contract-bulk.ts'
import * as moves from '#core/cases/contract-moves.ts'
import * as own from '#core/cases/contract-mine.ts'
import * as many from '#core/cases/contract-voices.ts'
import * as learned from '#core/cases/contract-suggest.ts'
import * as wordOf from '#core/cases/contract-report.ts'
import { listVerifiers as listVerifiersContract } from '#core/cases/contract-assists.ts'
import * as appealed from '#core/cases/contract-appeal.ts'
import * as rally from '#core/cases/contract-whistle.ts'
import { tellPresence as presenceContract } from '#core/cases/contract-presence.ts'
import { rehearseRule } from '#core/cases/contract-rehearsal.ts'
import { readFlows as flowsContract } from '#core/cases/contract-flows.ts'
import * as handed from '#core/cases/contract-handover.ts'
import * as kept from '#core/cases/contract-templates.ts'
import * as revision from '#core/cases/contract-calendar.ts'
import * as watched from '#core/cases/contract-watching.ts'
import { unmaskContact as unmaskContract } from '#core/cases/contract-contact.ts'
import { findByPhone as byPhoneContract } from '#core/cases/contract-phone.ts'
import * as back from '#core/cases/contract-withdraw.ts'
import * as coded from '#core/cases/contract-by-code.ts'
import { openPhotos as openPhotosContract } from '#core/cases/contract-photos.ts'
import { printWorkOrder as workOrderContract } from '#core/cases/contract-work-order.ts'
import { commonRefusals } from '#core/kit/contract.ts'
import type { Endpoint, InputOf, OutputOf, RefusalOf } from '#core/kit/contract.ts'
import { assert, done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { mountFile, mount as mountTyped } from '../kit/http.ts'
import type { Call, Server } from '../kit/http.ts'
import { pressOf } from '../kit/pdf.ts'
import * as answers from './answers.ts'
import * as appeal from './appeal.ts'
import { answerByCode, readByCode } from './by-code.ts'
import * as withdrawing from './withdrawing.ts'
import { findByPhone } from './by-phone.ts'
import { followCase, readCasePage, readPublicCase, unmaskContact } from './case-page.ts'
import { callBack, listReviewers } from './callbacks.ts'
import { readBulk } from './bulk.ts'
import * as closing from './closing.ts'
import * as dispatch from './dispatch.ts'
import { mountCaseExports } from './exports.ts'
import { readFlows } from './flows.ts'
import * as handover from './handover.ts'
import * as handling from './handling.ts'
import { applyCalendar, previewCalendar } from './calendar-revision.ts'
import { findSimilar, listHotSpots } from './hot-spots.ts'
import * as intake from './intake.ts'
import { countQueues, listCases } from './lists.ts'
import * as merging from './merging.ts'
import * as mine from './my-reports.ts'
import { mountGlasses } from './routes-glasses.ts'
import { mountOpen311 } from './open311-routes.ts'
import type { HearUpdate } from './open311-say.ts'
import { openPhotos } from './photos.ts'
import { settledBefore } from './past-receivers.ts'
import { tellPresence } from './presence.ts'
import { listPublicCases } from './public-lists.ts'
import { printReceipt } from './receipt.ts'
import { receiversFor } from './receivers.ts'
import { rehearseARule } from './rehearsal.ts'
import { reportCase } from './report.ts'
import { checkSample } from './samples.ts'
import { settingsAt } from './settings.ts'
import { readCase } from './store.ts'
import { listVerifiers } from './verifiers.ts'
import * as suggesting from './suggesting.ts'
import { trainSuggestions } from './training.ts'
import * as templates from './templates.ts'
import * as watching from './watching.ts'
import * as voices from './voices.ts'
import * as whistle from './whistle.ts'
import { type Printer, printWorkOrder } from './work-order.ts'

/** Decisions answer with plain codes; one that its contract does not name is our fault and shows at once. */
function mount<E extends Endpoint>(
  server: Server,
  app: App,
  declared: E,
  handle: (who: Who, input: InputOf<E>, call: Call) => Promise<Result<OutputOf<E>>>,
): void {
  mountTyped(server, app, declared, async (who, input, call) => {
    const answer = await handle(who, input, call)
    if (answer.ok) return answer
    const known = answer.refusal in declared.refusals || answer.refusal in commonRefusals
    assert(
      known,
      `${declared.name} refused with ${answer.refusal}, which its contract does not name`,
    )
    return { ...answer, refusal: answer.refusal as RefusalOf<E> }
  })
}

/** `hear`: what rooms to the right know of requests that were given to another system. */
export function mountCases(server: Server, app: App, hear: HearUpdate): void {
  mountGlasses(server, app)
  mountReads(server, app)
  mountMoves(server, app)
  mountWatching(server, app)
  mountSuggestions(server, app)
  mountMine(server, app)
  mountHandovers(server, app)
  mountTemplates(server, app)
  mount(server, app, wordOf.giveAnswer, (who, input) => answers.giveAnswer(app, who, input))
  mountVoicesAndChecks(server, app)
  mount(server, app, rehearseRule, (who, input) => rehearseARule(app, who, input))
  mount(server, app, revision.previewCalendar, (who, input) => previewCalendar(app, who, input))
  mount(server, app, revision.applyCalendar, (who, input) => applyCalendar(app, who, input))
  mount(server, app, openPhotosContract, (_who, input) => openPhotos(app, input))
  mountOpen311(server, app, hear)
  mountCaseExports(server, app)
  const printer = { app, press: pressOf(app) }
  mountFile(server, app, workOrderContract, (who, input) => printWorkOrder(printer, who, input))
  mountReceipts(server, printer)
}

/** The receipt on paper, and what its holder says through staff. */
function mountReceipts(server: Server, printer: Printer): void {
  const { app } = printer
  mount(server, app, coded.readByCode, (who, input) => readByCode(app, who, input))
  mount(server, app, coded.answerByCode, (who, input) => answerByCode(app, who, input))
  mount(server, app, back.withdrawContact, (_, input) => withdrawing.withdrawContact(app, input))
  mount(server, app, back.withdrawByCode, (who, input) =>
    withdrawing.withdrawByCode(app, who, input),
  )
  mountFile(server, app, coded.printReceipt, async (_, input) => {
    const answer = await printReceipt(printer, input)
    return answer.ok
      ? answer
      : { ...answer, refusal: answer.refusal as RefusalOf<typeof coded.printReceipt> }
  })
}

function mountReads(server: Server, app: App): void {
  mount(server, app, wire.listCases, (who, input) => listCases(app, who, input))
  mount(server, app, readBulkContract, (who, input) => readBulk(app, who, input))
  mount(server, app, wire.countQueues, (who) => countQueues(app, who))
  mount(server, app, wire.getCase, (who, input) => readCasePage(app, who, input.number))
  mount(server, app, presenceContract, (who, input) => tellPresence(app, who, input))
  mount(server, app, wire.followCase, (_who, input) => followCase(app, input))
  mount(server, app, wire.listPublicCases, (_who, input) => listPublicCases(app, input))
  mount(server, app, wire.getPublicCase, (_who, input) => readPublicCase(app, input.number))
  mount(server, app, flowsContract, (_who, input) => readFlows(app, input))
  mount(server, app, byPhoneContract, (who, input) => findByPhone(app, who, input))
  mount(server, app, unmaskContract, (who, input) => unmaskContact(app, who, input))
  mount(server, app, wire.listReceivers, (who, input) => listReceivers(app, who, input))
  mount(server, app, listVerifiersContract, (who, input) => listVerifiers(app, who, input.number))
}

/** Reports and joinings give a receipt; whoever is signed in as a resident finds them on the own list, too. */
function mountMine(server: Server, app: App): void {
  mount(server, app, wordOf.reportCase, async (who, input, call) =>
    mine.keptWhenSignedIn(app, { who, call }, await reportCase(app, who, input)),
  )
  mount(server, app, many.affectedToo, async (who, input, call) =>
    mine.keptWhenSignedIn(app, { who, call }, await voices.affectedToo(app, who, input)),
  )
  mount(server, app, many.stillBroken, async (who, input, call) =>
    mine.keptWhenSignedIn(app, { who, call }, await voices.stillBroken(app, who, input)),
  )
  mount(server, app, own.listMyReports, (_who, input, call) => mine.listMyReports(app, input, call))
  mount(server, app, own.joinReport, (_who, input, call) => mine.joinReport(app, input, call))
  mount(server, app, own.partReport, (_who, input, call) => mine.partReport(app, input, call))
}

function mountVoicesAndChecks(server: Server, app: App): void {
  mount(server, app, many.findSimilar, (_who, input) => findSimilar(app, input))
  mount(server, app, many.mergeCase, (who, input) => merging.mergeCase(app, who, input))
  mount(server, app, many.unmergeCase, (who, input) => merging.unmergeCase(app, who, input))
  mount(server, app, checks.callBack, (who, input) => callBack(app, who, input))
  mount(server, app, checks.listReviewers, (who, input) => listReviewers(app, who, input.number))
  mount(server, app, checks.checkSample, (who, input) => checkSample(app, who, input))
  mount(server, app, checks.listHotSpots, (who, input) => listHotSpots(app, who, input))
}

function mountHandovers(server: Server, app: App): void {
  mount(server, app, handed.draftHandover, (who, input) => handover.draftHandover(app, who, input))
  mount(server, app, handed.listHandovers, (who, input) => handover.listHandovers(app, who, input))
  mount(server, app, handed.writeHandover, (who, input) => handover.writeHandover(app, who, input))
  mount(server, app, handed.takeHandover, (who, input) => handover.takeHandover(app, who, input))
}

function mountTemplates(server: Server, app: App): void {
  mount(server, app, kept.listTemplates, (who, input) => templates.listTemplates(app, who, input))
  mount(server, app, kept.keepTemplate, (who, input) => templates.keepTemplate(app, who, input))
  mount(server, app, kept.endTemplate, (who, input) => templates.endTemplate(app, who, input))
  mount(server, app, kept.takeTemplate, (who, input) => templates.takeTemplate(app, who, input))
}

function listReceivers(app: App, who: Who, input: InputOf<typeof wire.listReceivers>) {
  return inScope(app.db, who.scope, async (tx) => {
    const found = await readCase(tx, input.number)
    if (found === null) return refused('no_such_case')
    const { file } = found
    const asked = { category: input.category ?? file.category, tier: input.tier ?? file.tier }
    const settings = settingsAt(app, file.filedAreaId, app.now())
    const { geography } = app.places
    const above = geography.ancestors(geography.get(file.filedAreaId)).toReversed()
    const street = above.find((area) => area.level === 'street') ?? geography.get(file.filedAreaId)
    const like = { category: asked.category, path: street.path, now: settings.now }
    const before = await settledBefore(tx, like)
    const items = receiversFor(app, { ...file, ...asked }, settings, { q: input.q ?? '', before })
    return done({ items })
  })
}

function mountWatching(server: Server, app: App): void {
  mount(server, app, watched.urgeCase, (who, input) => watching.urgeCase(app, who, input))
  mount(server, app, watched.superviseCase, (who, input) => watching.superviseCase(app, who, input))
  mount(server, app, watched.answerSupervision, (who, input) =>
    watching.answerSupervision(app, who, input),
  )
  mount(server, app, appealed.appealOverdue, (who, input) => appeal.appealOverdue(app, who, input))
  mount(server, app, appealed.decideAppeal, (who, input) => appeal.decideAppeal(app, who, input))
  mount(server, app, rally.whistleCase, (who, input) => whistle.whistleCase(app, who, input))
  mount(server, app, rally.arriveAtCase, (who, input) => whistle.arriveAtCase(app, who, input))
  mount(server, app, rally.settleWhistle, (who, input) => whistle.settleWhistle(app, who, input))
  mount(server, app, rally.rateWhistle, (who, input) => whistle.rateWhistle(app, who, input))
}

function mountSuggestions(server: Server, app: App): void {
  mount(server, app, learned.suggestForCase, (who, input) =>
    suggesting.suggestForCase(app, who, input),
  )
  mount(server, app, learned.suggestForText, (who, input) =>
    suggesting.suggestForText(app, who, input),
  )
  mount(server, app, learned.readSuggestionModel, (who, input) =>
    suggesting.readSuggestionModel(app, who, input),
  )
  mount(server, app, learned.trainSuggestions, (who, input) => trainSuggestions(app, who, input))
}

function mountMoves(server: Server, app: App): void {
  mount(server, app, moves.verifyBeforeFiling, (who, input) =>
    intake.verifyBeforeFiling(app, who, input),
  )
  mount(server, app, moves.answerVerification, (who, input) =>
    intake.answerVerification(app, who, input),
  )
  mount(server, app, moves.acceptCase, (who, input) => intake.acceptCase(app, who, input))
  mount(server, app, moves.notAcceptCase, (who, input) => intake.notAcceptCase(app, who, input))
  mount(server, app, moves.decideContest, (who, input) => intake.decideContest(app, who, input))
  mount(server, app, moves.triageCase, (who, input) => dispatch.triageCase(app, who, input))
  mount(server, app, moves.dispatchCase, (who, input) => dispatch.dispatchCase(app, who, input))
  mount(server, app, moves.fileAndDispatch, (who, input) =>
    dispatch.fileAndDispatch(app, who, input),
  )
  mount(server, app, moves.acceptDuty, (who, input) => dispatch.acceptDuty(app, who, input))
  mount(server, app, moves.returnCase, (who, input) => dispatch.returnCase(app, who, input))
  mount(server, app, moves.rerouteCase, (who, input) => dispatch.rerouteCase(app, who, input))
  mount(server, app, moves.upholdDispatch, (who, input) => dispatch.upholdDispatch(app, who, input))
  mount(server, app, moves.transferCase, (who, input) => dispatch.transferCase(app, who, input))
  mount(server, app, moves.addAssist, (who, input) => dispatch.addAssist(app, who, input))
  mount(server, app, moves.assistDone, (who, input) => dispatch.assistDone(app, who, input))
  mount(server, app, moves.withdrawAssist, (who, input) => dispatch.withdrawAssist(app, who, input))
  mount(server, app, moves.selfHandle, (who, input) => handling.selfHandle(app, who, input))
  mount(server, app, moves.correctCase, (who, input) => handling.correctCase(app, who, input))
  mount(server, app, moves.contactReporter, (who, input) =>
    handling.contactReporter(app, who, input),
  )
  mount(server, app, moves.requestExtension, (who, input) =>
    handling.requestExtension(app, who, input),
  )
  mount(server, app, moves.decideExtension, (who, input) =>
    handling.decideExtension(app, who, input),
  )
  mount(server, app, moves.suspendCase, (who, input) => handling.suspendCase(app, who, input))
  mount(server, app, moves.refuseSuspension, (who, input) =>
    handling.refuseSuspension(app, who, input),
  )
  mount(server, app, moves.resumeCase, (who, input) => handling.resumeCase(app, who, input))
  mount(server, app, moves.waitForReporter, (who, input) =>
    handling.waitForReporter(app, who, input),
  )
  mount(server, app, moves.handleCase, (who, input) => handling.handleCase(app, who, input))
  mount(server, app, moves.noteCase, (who, input) => handling.noteCase(app, who, input))
  mount(server, app, moves.attachToCase, (who, input) => handling.attachToCase(app, who, input))
  mount(server, app, moves.checkCase, (who, input) => closing.checkCase(app, who, input))
  mount(server, app, moves.confirmOnward, (who, input) => closing.confirmOnward(app, who, input))
  mount(server, app, moves.closeCase, (who, input) => closing.closeCase(app, who, input))
  mount(server, app, moves.voidCase, (who, input) => closing.voidCase(app, who, input))
  mount(server, app, moves.superviseReopen, (who, input) =>
    closing.reopenFromAbove(app, who, input),
  )
}
