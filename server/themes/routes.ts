// The endpoints of themes.
import { done } from '#core/kit/result.ts'
import * as catalogue from '#core/themes/contract-catalogue.ts'
import * as choice from '#core/themes/contract-choice.ts'
import * as decision from '#core/themes/contract-decision.ts'
import * as programme from '#core/themes/contract-programme.ts'
import * as voices from '#core/themes/contract-voices.ts'
import type { App } from '../app.ts'
import { type Server, mount } from '../kit/http.ts'
import { adopt, listPractices } from './adoption.ts'
import { readCatalogue, setKind, setWeights } from './catalogue.ts'
import * as choices from './choice.ts'
import { readDecision, recordDecision } from './decision.ts'
import { evaluate } from './evaluation.ts'
import type { IndicatorSource } from './indicators.ts'
import { addThemeJobs } from './jobs.ts'
import { listMeetings, recordMeeting } from './meeting.ts'
import { readOpen } from './open.ts'
import * as programmes from './programme.ts'
import * as talk from './talk.ts'
import { readOneTheme } from './theme.ts'

export type { IndicatorSource }

export function mountThemes(server: Server, app: App, sources: readonly IndicatorSource[]): void {
  addThemeJobs(app)
  mountChoices(server, app)
  mountTalk(server, app)
  mountProgrammes(server, app, sources)
}

function mountChoices(server: Server, app: App): void {
  mount(server, app, catalogue.readThemeCatalogue, (who, { area }) => readCatalogue(app, who, area))
  mount(server, app, catalogue.setThemeKind, (who, input) => setKind({ app, who }, input))
  mount(server, app, catalogue.setThemeWeights, (who, input) => setWeights({ app, who }, input))
  mount(server, app, choice.listThemeChoices, (who, input) =>
    choices.listChoices({ app, who }, input),
  )
  mount(server, app, choice.openThemeChoice, (who, input) =>
    choices.openChoice({ app, who }, input),
  )
  mount(server, app, choice.readThemeChoice, (who, input) =>
    choices.readChoice({ app, who }, input),
  )
  mount(server, app, choice.setThemeSurvey, (who, input) => choices.setSurvey({ app, who }, input))
  mount(server, app, choice.publishThemeChoice, (who, input) =>
    choices.publishChoice({ app, who }, input),
  )
  mount(server, app, choice.giveUpThemeChoice, (who, input) =>
    choices.giveUpChoice({ app, who }, input),
  )
  mount(server, app, choice.freezeThemeEvidence, (who, input) =>
    choices.freezeEvidence({ app, who }, input),
  )
  mount(server, app, choice.keepThemeWhatIf, (who, input) =>
    choices.keepWhatIf({ app, who }, input),
  )
}

function mountTalk(server: Server, app: App): void {
  mount(server, app, voices.sayTheme, (_who, input) => talk.say(app, input))
  mount(server, app, voices.followThemeVoice, (_who, input) => talk.followVoice(app, input))
  mount(server, app, voices.enterThemeVoice, (who, input) => talk.enterVoice({ app, who }, input))
  mount(server, app, voices.listThemeVoices, (who, input) => talk.listVoices({ app, who }, input))
  mount(server, app, voices.lookAtThemeVoice, (who, input) => talk.lookAtVoice({ app, who }, input))
  mount(server, app, voices.answerThemeObjection, (who, input) =>
    talk.answerObjection({ app, who }, input),
  )
  mount(server, app, decision.recordThemeMeeting, (who, input) =>
    recordMeeting({ app, who }, input),
  )
  mount(server, app, decision.listThemeMeetings, (who, input) => listMeetings({ app, who }, input))
  mount(server, app, decision.recordThemeDecision, (who, input) =>
    recordDecision({ app, who }, input),
  )
  mount(server, app, decision.readThemeDecision, (who, input) => readDecision({ app, who }, input))
  mount(server, app, decision.readCommunityTheme, (who, input) => readOpen({ app, who }, input))
}

function mountProgrammes(server: Server, app: App, sources: readonly IndicatorSource[]): void {
  const items = sources.map(({ key, words, unit }) => ({ key, words, unit }))
  mount(server, app, programme.listThemeIndicators, async () => done({ items }))
  mount(server, app, programme.readTheme, (who, input) =>
    readOneTheme({ app, who, sources }, input),
  )
  mount(server, app, programme.listThemePractices, (_who, input) => listPractices({ app }, input))
  mount(server, app, programme.setThemeFrame, (who, input) =>
    programmes.setFrame({ app, who, sources }, input),
  )
  mount(server, app, programme.setThemeGoal, (who, input) =>
    programmes.setGoal({ app, who, sources }, input),
  )
  mount(server, app, programme.dropThemeGoal, (who, input) =>
    programmes.dropGoal({ app, who, sources }, input),
  )
  mount(server, app, programme.addThemeMeasure, (who, input) =>
    programmes.addMeasure({ app, who, sources }, input),
  )
  mount(server, app, programme.endThemeMeasure, (who, input) =>
    programmes.endMeasure({ app, who, sources }, input),
  )
  mount(server, app, programme.moveTheme, (who, input) =>
    programmes.moveOn({ app, who, sources }, input),
  )
  mount(server, app, programme.evaluateTheme, (who, input) =>
    evaluate({ app, who, sources }, input),
  )
  mount(server, app, programme.adoptThemePractice, (who, input) =>
    adopt({ app, who, sources }, input),
  )
}
