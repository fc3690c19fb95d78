// The doors of the surveys room.
import * as answers from '#core/surveys/contract-answers.ts'
import * as frame from '#core/surveys/contract-frame.ts'
import * as files from '#core/surveys/contract-import.ts'
import * as photos from '#core/surveys/contract-photos.ts'
import * as life from '#core/surveys/contract.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { assistAnswers, findSheet, giveAnswers } from './answering.ts'
import { makeCodes, readProgress, remindGrids, setFrame, voidCodes } from './frame.ts'
import { addSurveyJobs } from './jobs.ts'
import { countPaper, enterPaper } from './paper.ts'
import { type AlsoShown, listAnsweredPhotos } from './photos.ts'
import { mountResults } from './routes-results.ts'
import * as surveys from './surveys.ts'
import { importAnswers, previewAnswers } from './taking-in.ts'

/** `alsoShown`: photos that rooms to the right show. */
export function mountSurveys(server: Server, app: App, alsoShown: AlsoShown): void {
  mount(server, app, life.listSurveys, (who, input) => surveys.listSurveys(app, who, input))
  mount(server, app, life.readSurvey, (who, input) => surveys.readSurvey(app, who, input))
  mount(server, app, life.readSurveyDesk, (who, input) => surveys.readSurveyDesk(app, who, input))
  mount(server, app, life.makeSurvey, (who, input) => surveys.makeSurvey(app, who, input))
  mount(server, app, life.saveQuestionnaire, (who, input) =>
    surveys.saveQuestionnaire(app, who, input),
  )
  mount(server, app, life.openSurvey, (who, input) => surveys.openSurvey(app, who, input))
  mount(server, app, life.newVersion, (who, input) => surveys.newVersion(app, who, input))
  mount(server, app, life.openVersion, (who, input) => surveys.openVersion(app, who, input))
  mount(server, app, life.extendSurvey, (who, input) => surveys.extendSurvey(app, who, input))
  mount(server, app, life.closeSurvey, (who, input) => surveys.closeSurvey(app, who, input))
  mount(server, app, life.listSteps, (who, input) => surveys.listSteps(app, who, input))
  mountSheets(server, app)
  mountResults(server, app)
  addSurveyJobs(app, alsoShown)
}

function mountSheets(server: Server, app: App): void {
  mount(server, app, frame.setFrame, (who, input) => setFrame(app, who, input))
  mount(server, app, frame.readProgress, (who, input) => readProgress(app, who, input))
  mount(server, app, frame.makeCodes, (who, input) => makeCodes(app, who, input))
  mount(server, app, frame.voidCodes, (who, input) => voidCodes(app, who, input))
  mount(server, app, frame.remindGrids, (who, input) => remindGrids(app, who, input))
  mount(server, app, answers.findSheet, (_who, input) => findSheet(app, input))
  mount(server, app, answers.giveAnswers, (who, input) => giveAnswers(app, who, input))
  mount(server, app, answers.assistAnswers, (who, input) => assistAnswers(app, who, input))
  mount(server, app, answers.enterPaper, (who, input) => enterPaper(app, who, input))
  mount(server, app, answers.countPaper, (who, input) => countPaper(app, who, input))
  mount(server, app, photos.listAnsweredPhotos, (who, input) => listAnsweredPhotos(app, who, input))
  mount(server, app, files.previewAnswers, (who, input) => previewAnswers(app, who, input))
  mount(server, app, files.importAnswers, (who, input) => importAnswers(app, who, input))
}
