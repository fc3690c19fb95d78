// Who may do what, written down once more and by hand: for each place the offices concerned with a case there, for each
// move the offices that may try it. The walls are measured against this, never against their own rules.
import type { Role } from '#core/people/roles.ts'
import {
  asksPassword,
  breaksGlass,
  desksOfArea,
  everybodysOwn,
  hiddenPeople,
  templatesOfArea,
  hiddenExchange,
  ordersOfArea,
  servesAtCounter,
} from './wall-people.ts'
import { figuresOfArea } from './wall-figures.ts'
import { ofBoard, ofCentre } from './wall-centre.ts'
import { ofRounds } from './wall-rounds.ts'
import { redrawingOfArea } from './wall-redrawing.ts'
import type { Where } from './wall-town.ts'

type Offices = {
  duty: Role[]
  head: Role[]
  above: Role[]
  supervisors: Role[]
  grid: Role[]
  /** Who leads or advises the grid: they urge. */
  leaders: Role[]
}

const streetDuty: Role[] = ['streetDispatcher', 'streetCommander']
const communityOffices: Offices = {
  // The street centre is always staffed and stands in for its communities.
  duty: ['communityDuty', 'communitySecretary', ...streetDuty],
  head: ['communitySecretary'],
  above: streetDuty,
  supervisors: ['streetCommander', 'districtCommander', 'cityCommander'],
  grid: [],
  leaders: ['gridInstructor'],
}
const gridTeam: Role[] = [
  'gridWorker',
  'partTimeWorker',
  'microGridHead',
  'gridLeader',
  'deputyLeader',
]
const districtDuty: Role[] = ['districtDispatcher', 'districtCommander']
const cityDuty: Role[] = ['cityDispatcher', 'cityCommander']

const gridLeaders: Role[] = ['gridLeader', 'deputyLeader', 'gridInstructor']

export const offices: Record<Where, Offices> = {
  grid: { ...communityOffices, grid: gridTeam, leaders: gridLeaders },
  given: { ...communityOffices, grid: gridTeam, leaders: gridLeaders },
  otherGrid: communityOffices,
  community: communityOffices,
  otherCommunity: { ...communityOffices, duty: streetDuty, head: [], leaders: [] },
  street: {
    duty: streetDuty,
    head: ['streetCommander'],
    above: districtDuty,
    supervisors: ['districtCommander', 'cityCommander'],
    grid: [],
    leaders: [],
  },
  otherStreet: {
    duty: [],
    head: [],
    above: districtDuty,
    supervisors: ['districtCommander', 'cityCommander'],
    grid: [],
    leaders: [],
  },
  district: {
    duty: districtDuty,
    head: ['districtCommander'],
    above: cityDuty,
    supervisors: ['cityCommander'],
    grid: [],
    leaders: [],
  },
  otherDistrict: {
    duty: [],
    head: [],
    above: cityDuty,
    supervisors: ['cityCommander'],
    grid: [],
    leaders: [],
  },
  // Nobody stands above the top: its head reviews, or nothing there could ever be contested.
  city: {
    duty: cityDuty,
    head: ['cityCommander'],
    above: ['cityCommander'],
    supervisors: [],
    grid: [],
    leaders: [],
  },
}

/** The post that was given the case, and its section's head. */
const holders: Role[] = ['sectionHead', 'postMember']

type Office = keyof Offices | 'holder' | 'giver' | 'nobody' | 'covering'
const anyOffice: Office[] = ['duty', 'head', 'above', 'supervisors', 'grid', 'holder', 'giver']

/** Duty people of every layer that covers the place: they may say that two cases are one matter. */
const layers: Record<Where, Role[]> = {
  grid: [...communityOffices.duty, ...districtDuty, ...cityDuty],
  given: [...communityOffices.duty, ...districtDuty, ...cityDuty],
  otherGrid: [...communityOffices.duty, ...districtDuty, ...cityDuty],
  community: [...communityOffices.duty, ...districtDuty, ...cityDuty],
  otherCommunity: [...streetDuty, ...districtDuty, ...cityDuty],
  street: [...streetDuty, ...districtDuty, ...cityDuty],
  otherStreet: [...districtDuty, ...cityDuty],
  district: [...districtDuty, ...cityDuty],
  otherDistrict: cityDuty,
  city: cityDuty,
}

/** Moves listed from REPORTED, and who makes them there. */
const reported: Record<string, Office[]> = {
  verifyBeforeFiling: ['duty'],
  acceptCase: ['duty'],
  notAcceptCase: ['duty'],
  fileAndDispatch: ['duty'],
  correctCase: ['duty'],
  waitForReporter: ['duty'],
  selfHandle: ['grid'],
  noteCase: ['duty', 'grid', 'supervisors'],
  attachToCase: ['duty', 'grid', 'supervisors'],
  voidCase: ['head'],
  appealOverdue: ['duty'],
  decideAppeal: ['above'],
  urgeCase: ['duty', 'leaders'],
  superviseCase: ['supervisors'],
  answerSupervision: ['duty'],
  mergeCase: ['covering'],
  unmergeCase: [...anyOffice, 'covering'],
}
/** Moves listed from DISPATCHED. No assistant was called, so nobody can have done an assistant's part. */
const dispatched: Record<string, Office[]> = {
  dispatchCase: ['holder'],
  acceptDuty: ['holder'],
  returnCase: ['holder'],
  requestExtension: ['holder'],
  decideExtension: ['head'],
  correctCase: ['duty', 'giver'],
  // To the street's own team: the holder may pass it on only within its own house.
  transferCase: ['giver', 'above'],
  addAssist: ['holder', 'giver'],
  assistDone: ['nobody'],
  withdrawAssist: ['holder', 'giver'],
  contactReporter: ['holder', 'duty'],
  noteCase: ['duty', 'holder', 'giver', 'grid', 'supervisors'],
  attachToCase: ['duty', 'holder', 'giver', 'grid', 'supervisors'],
  voidCase: ['head'],
  arriveAtCase: ['nobody'],
  settleWhistle: ['nobody'],
  rateWhistle: ['nobody'],
  appealOverdue: ['holder'],
  decideAppeal: ['above'],
  urgeCase: ['duty', 'giver', 'leaders'],
  superviseCase: ['supervisors'],
  answerSupervision: ['holder'],
  mergeCase: ['covering'],
  unmergeCase: [...anyOffice, 'covering'],
}

function inOffice(role: Role, where: Where, office: Office): boolean {
  const given = where === 'given'
  if (office === 'nobody') return false
  if (office === 'covering') return layers[where].includes(role)
  if (office === 'holder') return given && holders.includes(role)
  if (office === 'giver') return given && offices[where].duty.includes(role)
  return offices[where][office].includes(role)
}

/** May this role, who knows of the case, try the move? Whom it concerns is told that the time is wrong, others that it is not theirs. */
export function mayTry(name: string, role: Role, where: Where): boolean {
  const listed = (where === 'given' ? dispatched : reported)[name]
  return (listed ?? anyOffice).some((office) => inOffice(role, where, office))
}
export const isHomeDuty = (role: Role, where: Where) => offices[where].duty.includes(role)

const rosterKeepers: Role[] = [
  'communitySecretary',
  'streetCommander',
  'districtCommander',
  'cityCommander',
]
const listKeepers: Role[] = [...rosterKeepers, 'systemAdmin', 'securityAdmin']
const resourceKeepers: Role[] = [...rosterKeepers, 'communityDuty']
const administrators: Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

/** Endpoints of one area: the roles that may, each inside what it was granted; `key` names the area in the input. */
export const ofArea: Record<string, { key: string; may: (role: Role) => boolean }> = {
  listStaff: { key: 'code', may: (role) => listKeepers.includes(role) },
  exportStaff: { key: 'code', may: (role) => listKeepers.includes(role) },
  listDuties: { key: 'code', may: (role) => listKeepers.includes(role) },
  exportDuties: { key: 'code', may: (role) => listKeepers.includes(role) },
  setDeskPhone: { key: 'code', may: (role) => rosterKeepers.includes(role) },
  ...desksOfArea,
  ...ordersOfArea,
  ...templatesOfArea,
  enterDuty: { key: 'code', may: (role) => rosterKeepers.includes(role) },
  listLooks: { key: 'areaCode', may: (role) => role === 'auditAdmin' },
  exportLooks: { key: 'areaCode', may: (role) => role === 'auditAdmin' },
  listExports: { key: 'areaCode', may: (role) => role === 'auditAdmin' },
  makeToken: { key: 'areaCode', may: (role) => role === 'systemAdmin' },
  addWebhook: { key: 'areaCode', may: (role) => role === 'systemAdmin' },
  addRemote: { key: 'areaCode', may: (role) => role === 'systemAdmin' },
  grantRole: { key: 'areaCode', may: (role) => role === 'securityAdmin' },
  setRule: { key: 'area', may: (role) => role === 'ruleKeeper' },
  previewRulePack: { key: 'area', may: (role) => role === 'ruleKeeper' },
  putRulePack: { key: 'area', may: (role) => role === 'ruleKeeper' },
  rehearseRule: { key: 'area', may: (role) => role === 'ruleKeeper' },
  previewCalendar: { key: 'area', may: (role) => role === 'ruleKeeper' },
  applyCalendar: { key: 'area', may: (role) => role === 'ruleKeeper' },
  setWorkSegments: { key: 'area', may: (role) => role === 'ruleKeeper' },
  setCalendarDay: { key: 'area', may: (role) => role === 'ruleKeeper' },
  ...redrawingOfArea,
  trainSuggestions: { key: 'area', may: (role) => role === 'ruleKeeper' },
  setThemeKind: { key: 'area', may: (role) => rosterKeepers.includes(role) },
  setThemeWeights: { key: 'area', may: (role) => rosterKeepers.includes(role) },
  openThemeChoice: { key: 'community', may: (role) => rosterKeepers.includes(role) },
  listThemeChoices: { key: 'area', may: (role) => !administrators.includes(role) },
  addResource: { key: 'area', may: (role) => resourceKeepers.includes(role) },
  previewResources: { key: 'area', may: (role) => resourceKeepers.includes(role) },
  importResources: { key: 'area', may: (role) => resourceKeepers.includes(role) },
  askResource: { key: 'area', may: (role) => resourceKeepers.includes(role) },
  listRequests: { key: 'area', may: (role) => resourceKeepers.includes(role) },
  exportRequests: { key: 'area', may: (role) => resourceKeepers.includes(role) },
  listLedger: { key: 'area', may: (role) => !administrators.includes(role) },
  exportLedger: { key: 'area', may: (role) => !administrators.includes(role) },
  readPlayback: { key: 'area', may: (role) => !administrators.includes(role) },
  ...figuresOfArea,
  makeSurvey: { key: 'area', may: (role) => rosterKeepers.includes(role) },
  enterPopulation: { key: 'area', may: (role) => rosterKeepers.includes(role) },
  ...ofCentre,
  ...ofBoard,
  ...ofRounds,
  // A stream that opens stays open, so only the closed doors of it are tried here.
  live: { key: 'area', may: (role) => !administrators.includes(role) },
}

/** Endpoints without a place: who is let in at all. */
export const ofRole: Record<string, Role[]> = {
  breakGlass: breaksGlass,
  readByCode: servesAtCounter,
  answerByCode: servesAtCounter,
  withdrawByCode: servesAtCounter,
  listTokens: ['systemAdmin'],
  exportTokens: ['systemAdmin'],
  listWebhooks: ['systemAdmin'],
  listRemotes: ['systemAdmin'],
  addPerson: ['systemAdmin', 'securityAdmin'],
}

/** About one account, grant, duty … : whoever may not keep it hears that there is none. */
export const hidden = [
  ...hiddenPeople,
  'readDocument',
  'readRecording',
  ...hiddenExchange,
  'readThemeChoice',
  'setThemeSurvey',
  'publishThemeChoice',
  'giveUpThemeChoice',
  'freezeThemeEvidence',
  'keepThemeWhatIf',
  'enterThemeVoice',
  'listThemeVoices',
  'lookAtThemeVoice',
  'answerThemeObjection',
  'recordThemeMeeting',
  'listThemeMeetings',
  'recordThemeDecision',
  'setThemeFrame',
  'setThemeGoal',
  'dropThemeGoal',
  'addThemeMeasure',
  'endThemeMeasure',
  'moveTheme',
  'evaluateTheme',
  'adoptThemePractice',
  'readSurveyDesk',
  'saveQuestionnaire',
  'openSurvey',
  'newVersion',
  'openVersion',
  'extendSurvey',
  'closeSurvey',
  'listSteps',
  'setFrame',
  'readProgress',
  'makeCodes',
  'voidCodes',
  'remindGrids',
  'assistAnswers',
  'enterPaper',
  'countPaper',
  'readWeighting',
  'tryWeights',
  'makeWeights',
  'previewAnswers',
  'importAnswers',
  'listAnsweredPhotos',
  'readResults',
  'readCrossTab',
  'publishResults',
  'withdrawResults',
  'readTopics',
  'editTopic',
  'getResource',
  'changeResource',
  'endResource',
  'getRequest',
  'answerRequest',
  'escalateRequest',
  'withdrawRequest',
  'registerRequest',
  'useResource',
  'correctUse',
  'reportRequest',
  'endSeries',
  'addSession',
  'describeSession',
  'cancelSession',
  'moveSession',
  'listRegistrations',
  'countPeople',
  'readRegistrationContact',
  'noteCalled',
  'decideBooking',
  'noteNotUsed',
  'readBookingContact',
]

/** One's own, and lists that hold only what their reader may know of. */
export const everybodys = [
  'readMyCalendar',
  'makeMyCalendar',
  'endMyCalendar',
  ...everybodysOwn,
  'uploadDocument',
  'uploadRecording',
  'listNotes',
  'keepNote',
  'dropNote',
  'fileNote',
  'listNotices',
  'readNotices',
  'exportNotices',
  'countQueues',
  'listCases',
  'readBulk',
  'findByPhone',
  'listHotSpots',
  'exportCases',
  'listRules',
  'takeRulePack',
  'suggestForText',
  'readSuggestionModel',
  'readPopulation',
  'listThemeIndicators',
  'listRuleChanges',
  'readCalendar',
  'readAreaRecord',
  'compareGrids',
  'listUnits',
  'listResources',
  'exportResources',
  'countResources',
]
/** These would end the session that knocks, or ask for a password; that they are closed to strangers is tried with the others. */
export const notKnocked = ['signOutEverywhere', 'changeMyPassword', ...asksPassword]

export const readsOfCase = [
  'getCase',
  'printWorkOrder',
  'listReceivers',
  'listReviewers',
  'listVerifiers',
  'suggestForCase',
  'tellPresence',
]

export { open } from './wall-open.ts'
