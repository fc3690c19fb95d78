// Puts the rooms together: the only file that knows them all.
import { addDays } from '#core/kit/time.ts'
import { hasRight, headsLayerOver } from '#core/people/rights.ts'
import { type App, createApp, stopApp } from './app.ts'
import type { Config } from './config.ts'
import { mountFiles } from './files/routes.ts'
import { answerOnlyOperators, mountHealth } from './kit/health.ts'
import { type Server, createServer } from './kit/http.ts'
import { journals } from './journals.ts'
import { gathered } from './kit/between.ts'
import { startJobs } from './kit/jobs.ts'
import { mountCockpit } from './cockpit/routes.ts'
import { hearPushed } from './exchange/remote-hearing.ts'
import { mountExchange } from './exchange/routes.ts'
import { isPlanOfCentre, plansAmong } from './activities/plans.ts'
import { mountProgramme } from './activities/routes-programme.ts'
import { codePost } from './notices/code-post.ts'
import { boardPhotosAmong, isOnBoard } from './notices/board.ts'
import { mountBoard } from './notices/routes-board.ts'
import { addRedrawingTells } from './notices/redrawing-tells.ts'
import { mountNotices } from './notices/routes.ts'
import { messagesUnderway } from './notices/messages.ts'
import { setAsideBacklog } from './notices/set-aside.ts'
import { react } from './reactions.ts'
import { agreeOnKeys, refuseDemoKeys } from './kit/key-check.ts'
import { mountOpenApi } from './kit/openapi.ts'
import { mountMetrics } from './kit/metrics.ts'
import { mountPages } from './kit/pages.ts'
import { sealJournals } from './kit/seal.ts'
import { namesOf } from './people/names.ts'
import { dutiesOfGrids, staffOfGrids } from './people/redrawn-staff.ts'
import { forgetRoster } from './people/roster-memory.ts'
import { watchTeams } from './people/teams.ts'
import { forgetPerson, forgetWho } from './people/who.ts'
import { watchPlaces } from './places/index-of-places.ts'
import { mountPlaces } from './places/routes.ts'
import { mayReadPhoto } from './cases/photos.ts'
import { mayReadOfNote } from './patrols/notes.ts'
import { mountPatrols } from './patrols/routes.ts'
import { mayHear } from './cases/recordings.ts'
import { mountActivities } from './activities/routes.ts'
import { addCaseJobs } from './cases/jobs.ts'
import { openCasesIn } from './cases/redrawn.ts'
import { mountCases } from './cases/routes.ts'
import { mountPeople } from './people/routes.ts'
import { indicatorSources } from './indicators.ts'
import { mountThemes } from './themes/routes.ts'
import { mayReadAnsweredPhoto } from './surveys/photos.ts'
import { mountSurveys } from './surveys/routes.ts'
import { mountResources } from './resources/routes.ts'

export type Running = { app: App; server: Server; address: string; stop: () => Promise<void> }

/** Everything but listening: the tests' harness uses it as it is. */
export async function buildServer(app: App): Promise<Server> {
  const { config } = app
  const server = await createServer({
    log: app.log,
    newId: app.newId,
    trustProxy: config.trustProxy,
    publicUrl: config.publicUrl,
    tileUrl: config.tileUrl,
  })
  if (config.jobs === 'only') answerOnlyOperators(server)
  mountMetrics(server, app, [
    {
      name: 'linli_entries_set_aside',
      help: 'Entries of the journal whose notices could not be written yet.',
      read: async () => (await setAsideBacklog(app.db)).count,
    },
    {
      name: 'linli_messages_waiting',
      help: 'Messages to telephones and mailboxes that are not sent yet.',
      read: async () => (await underway(app)).waiting,
    },
    {
      name: 'linli_messages_given_up',
      help: 'Messages of the last day that no gateway took, or that were too old when one did.',
      read: async () => (await underway(app)).failed,
    },
  ])
  mountHealth(server, app)
  await app.places.refresh()
  await app.teams.refresh()
  mountRooms(server, app)
  sealEveryMinute(app)
  mountOpenApi(server, app)
  await app.journal.start()
  hearOthers(app)
  await app.between.start()
  app.onStop.push(
    () => app.between.stop(),
    () => app.journal.stop(),
    watchPlaces(app.places),
    watchTeams(app.teams),
  )
  await mountPages(server)
  return server
}

/** What another process changed is read anew at once; should the line be lost, at the next look. */
function hearOthers(app: App): void {
  const placesAgain = gathered(() => app.places.refresh(), 50)
  const teamsAgain = gathered(() => {
    forgetRoster(app.db)
    return app.teams.refresh()
  }, 500)
  const streamsAgain = (personId: string | null) => {
    for (const stream of app.streams)
      if (personId === null || stream.personId === personId) void stream.lookAgain()
  }
  app.between.hear('places', placesAgain)
  app.between.hear('people', teamsAgain)
  app.between.hear('person', (personId) => {
    forgetPerson(app, personId)
    streamsAgain(personId)
  })
  app.between.onBack(() => {
    forgetWho(app)
    placesAgain()
    teamsAgain()
    streamsAgain(null)
  })
}

const underway = (app: App) => messagesUnderway(app.db, addDays(app.now(), -1))

function mountRooms(server: Server, app: App): void {
  // Each room adds its line here: mountPlaces(server, app) and so on, left to right.
  mountPlaces(server, app, {
    may: (who, area) => hasRight(who.actor, 'keepRules', { areaId: area.id, areaPath: area.path }),
    mayDraw: (who, area) =>
      hasRight(who.actor, 'keepPlaces', { areaId: area.id, areaPath: area.path }),
    namesOf,
    mayConfirm: (who, area) => {
      const spot = { areaId: area.id, areaPath: area.path }
      return hasRight(who.actor, 'keepPlaces', spot) || headsLayerOver(who.actor, spot)
    },
    carried: { staffOf: staffOfGrids, dutiesOf: dutiesOfGrids, openCasesIn },
  })
  mountPeople(server, app, codePost(app))
  mountFiles(server, app, {
    mayReadFile: async (who, asked) =>
      (asked.of?.startsWith('board-') && (await isOnBoard(app, asked.hash))) ||
      (asked.of?.startsWith('note-') &&
        (await mayReadOfNote(app, who, { hash: asked.hash, of: asked.of }))) ||
      (asked.of?.startsWith('centre-') && (await isPlanOfCentre(app, asked.hash))) ||
      (asked.of?.startsWith('survey-') &&
        (await mayReadAnsweredPhoto(app, who, {
          surveyId: asked.of.slice(7),
          hash: asked.hash,
        }))) ||
      mayReadPhoto(app, who, asked),
    mayHear: async (who, asked) =>
      (asked.of.startsWith('note-') && (await mayReadOfNote(app, who, asked))) ||
      mayHear(app, who, asked),
  })
  mountNotices(server, app)
  addRedrawingTells(app)
  mountBoard(server, app)
  mountCases(server, app, hearPushed(app))
  mountPatrols(server, app, boardPhotosAmong)
  mountThemes(server, app, indicatorSources(app))
  mountSurveys(server, app, async (tx, hashes) => [
    ...(await plansAmong(tx, hashes)),
    ...(await boardPhotosAmong(tx, hashes)),
  ])
  mountProgramme(server, app)
  mountResources(server, app)
  mountActivities(server, app)
  mountCockpit(server, app)
  mountExchange(server, app)
  addCaseJobs(app)
  app.jobs.tasks['react'] = async () => void (await react(app))
  app.jobs.crons.push({ task: 'react', match: '* * * * *' })
}

/** The journals are sealed every minute, behind what is still being written. */
function sealEveryMinute(app: App): void {
  app.jobs.tasks['seal_journals'] = async () => void (await sealJournals(app, journals))
  app.jobs.crons.push({ task: 'seal_journals', match: '* * * * *' })
}

export async function start(config: Config, ownerUrl: string): Promise<Running> {
  const app = createApp(config, { ownerUrl })
  try {
    refuseDemoKeys(app.keys, config)
    await agreeOnKeys(app.db, app.keys, config.keysFile)
    const server = await buildServer(app)
    app.onStop.push(() => server.close())
    const address = await server.listen({ host: config.host, port: config.port })
    if (config.jobs !== 'no') app.onStop.push(await startJobs(app))
    return { app, server, address, stop: () => stopApp(app) }
  } catch (error) {
    await stopApp(app)
    throw error
  }
}
