// The staff door, wide: a frame and a table of routes.
import { Navigate, Route, Routes } from 'react-router'
import { paths, pattern, patternOfTwo } from '#web/kit/paths.ts'
import '#web/kit/ui/fonts-serif.ts'
import '#web/kit/ui/fonts-sans.ts'
import { useMe } from '#web/people/me.ts'
import { homeOf } from './desk-rooms.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { openDoor } from './open-door.tsx'
import { page, type Place } from './page.ts'
import { ReturnPage } from '#web/people/ReturnPage.tsx'
import { SignInPage } from './SignInPage.tsx'
import { StaffOnly } from './StaffOnly.tsx'

const centre = page(() => import('#web/activities/desk/WeekPage.tsx'), 'WeekPage')
const deskBoard = page(() => import('#web/notices/desk/DeskBoardPage.tsx'), 'DeskBoardPage')
const deskObjects = page(() => import('#web/patrols/ObjectsPage.tsx'), 'ObjectsPage')
const templates = page(() => import('#web/cases/TemplatesPage.tsx'), 'TemplatesPage')
const handover = page(() => import('#web/cases/HandoverPage.tsx'), 'HandoverPage')
const cockpit = page(() => import('#web/cockpit/CockpitPage.tsx'), 'CockpitPage')

// One line per page:
//   { path: pattern(paths.desk.case, 'number'), Page: page(() => import('#web/cases/CasePage.tsx'), 'CasePage') },
const places: Place[] = [
  { path: paths.desk.cockpit(), Page: cockpit },
  { path: pattern(paths.desk.cockpit, 'code'), Page: cockpit },
  {
    path: pattern(paths.desk.behind, 'code'),
    Page: page(() => import('#web/cockpit/BehindPage.tsx'), 'BehindPage'),
  },
  {
    path: pattern(paths.desk.legs, 'code'),
    Page: page(() => import('#web/cockpit/LegsPage.tsx'), 'LegsPage'),
  },
  {
    path: pattern(paths.desk.brief, 'code'),
    Page: page(() => import('#web/cockpit/BriefPage.tsx'), 'BriefPage'),
  },
  {
    path: pattern(paths.desk.playback, 'code'),
    Page: page(() => import('#web/cockpit/playback/PlaybackPage.tsx'), 'PlaybackPage'),
  },
  {
    path: paths.desk.definitions(),
    Page: page(() => import('#web/cockpit/DefinitionsPage.tsx'), 'DefinitionsPage'),
  },
  { path: paths.desk.queues(), Page: page(() => import('#web/cases/QueuePage.tsx'), 'QueuePage') },
  {
    path: paths.desk.queue('suspended'),
    Page: page(() => import('#web/cases/SuspendedPage.tsx'), 'SuspendedPage'),
  },
  {
    path: pattern(paths.desk.queue, 'queue'),
    Page: page(() => import('#web/cases/QueuePage.tsx'), 'QueuePage'),
  },
  { path: paths.desk.cases(), Page: page(() => import('#web/cases/CasesPage.tsx'), 'CasesPage') },
  {
    path: paths.desk.byCode(),
    Page: page(() => import('#web/cases/ByCodePage.tsx'), 'ByCodePage'),
  },
  {
    path: paths.desk.report(),
    Page: page(() => import('#web/cases/ReportPage.tsx'), 'ReportPage'),
  },
  {
    path: pattern(paths.desk.hotSpots, 'code'),
    Page: page(() => import('#web/cases/HotSpotsPage.tsx'), 'HotSpotsPage'),
  },
  { path: paths.desk.templates(), Page: templates },
  { path: pattern(paths.desk.templates, 'code'), Page: templates },
  { path: paths.desk.handover(), Page: handover },
  { path: pattern(paths.desk.handover, 'code'), Page: handover },
  { path: paths.desk.inbox(), Page: page(() => import('#web/cases/InboxPage.tsx'), 'InboxPage') },
  {
    path: pattern(paths.desk.workOrder, 'number'),
    Page: page(() => import('#web/cases/WorkOrderPage.tsx'), 'WorkOrderPage'),
  },
  {
    path: pattern(paths.desk.case, 'number'),
    Page: page(() => import('#web/cases/CasePage.tsx'), 'CasePage'),
  },
  {
    path: pattern(paths.desk.surveyResults, 'id'),
    Page: page(() => import('#web/surveys/results/ResultsPage.tsx'), 'ResultsPage'),
  },
  {
    path: pattern(paths.desk.team, 'code'),
    Page: page(() => import('#web/people/TeamPage.tsx'), 'TeamPage'),
  },
  { path: paths.desk.centre(), Page: centre },
  { path: pattern(paths.desk.centre, 'code'), Page: centre },
  {
    path: paths.desk.places(),
    Page: page(() => import('#web/people/DeskPlacesPage.tsx'), 'DeskPlacesPage'),
  },
  {
    path: pattern(paths.desk.places, 'code'),
    Page: page(() => import('#web/people/DeskPlacesPage.tsx'), 'DeskPlacesPage'),
  },
  {
    path: pattern(paths.desk.redraw, 'code'),
    Page: page(() => import('#web/places/redraw/RedrawPage.tsx'), 'RedrawPage'),
  },
  {
    path: pattern(paths.desk.inForce, 'code'),
    Page: page(() => import('#web/places/redraw/InForcePage.tsx'), 'InForcePage'),
  },
  {
    path: pattern(paths.desk.gridVersions, 'code'),
    Page: page(() => import('#web/places/GridVersionsPage.tsx'), 'GridVersionsPage'),
  },
  {
    path: paths.desk.people(),
    Page: page(() => import('#web/people/PeoplePage.tsx'), 'PeoplePage'),
  },
  {
    path: pattern(paths.desk.person, 'id'),
    Page: page(() => import('#web/people/PersonPage.tsx'), 'PersonPage'),
  },
  { path: paths.desk.board(), Page: deskBoard },
  { path: pattern(paths.desk.board, 'code'), Page: deskBoard },
  {
    path: paths.desk.myCalendar(),
    Page: page(() => import('#web/exchange/MyCalendarPage.tsx'), 'MyCalendarPage'),
  },
  {
    path: paths.desk.orders(),
    Page: page(() => import('#web/exchange/orders/OrdersPage.tsx'), 'OrdersPage'),
  },
  {
    path: paths.desk.exchange(),
    Page: page(() => import('#web/exchange/ExchangePage.tsx'), 'ExchangePage'),
  },
  {
    path: pattern(paths.desk.remote, 'id'),
    Page: page(() => import('#web/exchange/RemotePage.tsx'), 'RemotePage'),
  },
  {
    path: pattern(paths.desk.webhook, 'id'),
    Page: page(() => import('#web/exchange/WebhookPage.tsx'), 'WebhookPage'),
  },
  {
    path: paths.desk.rules(),
    Page: page(() => import('#web/cases/rules/RulesPage.tsx'), 'RulesPage'),
  },
  {
    path: paths.desk.themes(),
    Page: page(() => import('#web/themes/ThemesPage.tsx'), 'ThemesPage'),
  },
  {
    path: pattern(paths.desk.themes, 'code'),
    Page: page(() => import('#web/themes/ThemesPage.tsx'), 'ThemesPage'),
  },
  {
    path: pattern(paths.desk.themeCatalogue, 'code'),
    Page: page(() => import('#web/themes/CataloguePage.tsx'), 'CataloguePage'),
  },
  {
    path: pattern(paths.desk.themeChoice, 'id'),
    Page: page(() => import('#web/themes/ChoicePage.tsx'), 'ChoicePage'),
  },
  {
    path: pattern(paths.desk.themeDecision, 'id'),
    Page: page(() => import('#web/themes/DecisionPage.tsx'), 'DecisionPage'),
  },
  {
    path: pattern(paths.desk.theme, 'id'),
    Page: page(() => import('#web/themes/ThemePage.tsx'), 'ThemePage'),
  },
  {
    path: paths.desk.surveys(),
    Page: page(() => import('#web/surveys/desk/SurveyListPage.tsx'), 'SurveyListPage'),
  },
  {
    path: pattern(paths.desk.surveys, 'code'),
    Page: page(() => import('#web/surveys/desk/SurveyListPage.tsx'), 'SurveyListPage'),
  },
  {
    path: pattern(paths.desk.survey, 'id'),
    Page: page(() => import('#web/surveys/desk/SurveyPage.tsx'), 'SurveyPage'),
  },
  {
    path: pattern(paths.desk.surveyForm, 'id'),
    Page: page(() => import('#web/surveys/builder/FormPage.tsx'), 'FormPage'),
  },
  {
    path: pattern(paths.desk.surveyFrame, 'id'),
    Page: page(() => import('#web/surveys/desk/FramePage.tsx'), 'FramePage'),
  },
  {
    path: pattern(paths.desk.surveyPaper, 'id'),
    Page: page(() => import('#web/surveys/desk/PaperPage.tsx'), 'PaperPage'),
  },
  {
    path: pattern(paths.desk.surveyBooklet, 'id'),
    Page: page(() => import('#web/surveys/desk/BookletPage.tsx'), 'BookletPage'),
  },
  {
    path: pattern(paths.desk.surveyWeights, 'id'),
    Page: page(() => import('#web/surveys/weights/WeightsPage.tsx'), 'WeightsPage'),
  },
  {
    path: pattern(paths.desk.surveyTopics, 'id'),
    Page: page(() => import('#web/surveys/topics/TopicsPage.tsx'), 'TopicsPage'),
  },
  {
    path: pattern(paths.desk.surveyImport, 'id'),
    Page: page(() => import('#web/surveys/import/ImportAnswersPage.tsx'), 'ImportAnswersPage'),
  },
  {
    path: pattern(paths.desk.surveyPhotos, 'id'),
    Page: page(() => import('#web/surveys/photos/AnsweredPhotosPage.tsx'), 'AnsweredPhotosPage'),
  },
  {
    path: pattern(paths.desk.surveyAssist, 'id'),
    Page: page(() => import('#web/surveys/AssistPage.tsx'), 'AssistPage'),
  },
  { path: paths.desk.objects(), Page: deskObjects },
  { path: pattern(paths.desk.objects, 'code'), Page: deskObjects },
  {
    path: patternOfTwo(paths.desk.object, ['code', 'id']),
    Page: page(() => import('#web/patrols/ObjectPage.tsx'), 'ObjectPage'),
  },
  {
    path: paths.desk.resources(),
    Page: page(() => import('#web/resources/ResourcesPage.tsx'), 'ResourcesPage'),
  },
  {
    path: pattern(paths.desk.resources, 'code'),
    Page: page(() => import('#web/resources/ResourcesPage.tsx'), 'ResourcesPage'),
  },
  {
    path: pattern(paths.desk.newResource, 'code'),
    Page: page(() => import('#web/resources/ResourceFormPage.tsx'), 'NewResourcePage'),
  },
  {
    path: pattern(paths.desk.importResources, 'code'),
    Page: page(() => import('#web/resources/ImportPage.tsx'), 'ImportPage'),
  },
  {
    path: pattern(paths.desk.resourceRequests, 'code'),
    Page: page(() => import('#web/resources/RequestsPage.tsx'), 'RequestsPage'),
  },
  {
    path: pattern(paths.desk.resourceLedger, 'code'),
    Page: page(() => import('#web/resources/LedgerPage.tsx'), 'LedgerPage'),
  },
  {
    path: pattern(paths.desk.askResource, 'code'),
    Page: page(() => import('#web/resources/AskPage.tsx'), 'AskPage'),
  },
  {
    path: pattern(paths.desk.resource, 'id'),
    Page: page(() => import('#web/resources/ResourcePage.tsx'), 'ResourcePage'),
  },
  {
    path: pattern(paths.desk.changeResource, 'id'),
    Page: page(() => import('#web/resources/ResourceFormPage.tsx'), 'ChangeResourcePage'),
  },
  {
    path: pattern(paths.desk.resourceRequest, 'id'),
    Page: page(() => import('#web/resources/RequestPage.tsx'), 'RequestPage'),
  },
  {
    path: paths.desk.sessions(),
    Page: page(() => import('#web/people/SessionsPage.tsx'), 'SessionsPage'),
  },
  {
    path: paths.desk.glasses(),
    Page: page(() => import('#web/cases/glass/GlassesPage.tsx'), 'GlassesPage'),
  },
  {
    path: pattern(paths.desk.glass, 'id'),
    Page: page(() => import('#web/cases/glass/GlassPage.tsx'), 'GlassPage'),
  },
  {
    path: paths.desk.components(),
    Page: page(() => import('./gallery/ComponentsPage.tsx'), 'ComponentsPage'),
  },
  {
    path: paths.desk.centreSessions(),
    Page: page(() => import('#web/activities/desk/CentreSessionsPage.tsx'), 'CentreSessionsPage'),
  },
  {
    path: pattern(paths.desk.centreSessions, 'code'),
    Page: page(() => import('#web/activities/desk/CentreSessionsPage.tsx'), 'CentreSessionsPage'),
  },
  {
    path: pattern(paths.desk.centreSeries, 'code'),
    Page: page(() => import('#web/activities/desk/CentreSeriesPage.tsx'), 'CentreSeriesPage'),
  },
  {
    path: pattern(paths.desk.newSeries, 'code'),
    Page: page(() => import('#web/activities/desk/SeriesFormPage.tsx'), 'SeriesFormPage'),
  },
  {
    path: pattern(paths.desk.series, 'id'),
    Page: page(() => import('#web/activities/desk/SeriesFormPage.tsx'), 'SeriesFormPage'),
  },
  {
    path: pattern(paths.desk.centreBookings, 'code'),
    Page: page(() => import('#web/activities/desk/CentreBookingsPage.tsx'), 'CentreBookingsPage'),
  },
  {
    path: pattern(paths.desk.centreRooms, 'code'),
    Page: page(() => import('#web/activities/desk/CentreRoomsPage.tsx'), 'CentreRoomsPage'),
  },
  {
    path: pattern(paths.desk.centreGroups, 'code'),
    Page: page(() => import('#web/activities/desk/CentreGroupsPage.tsx'), 'CentreGroupsPage'),
  },
  {
    path: pattern(paths.desk.centreSpaces, 'code'),
    Page: page(() => import('#web/activities/desk/CentreSpacesPage.tsx'), 'CentreSpacesPage'),
  },
  {
    path: pattern(paths.desk.activitySession, 'id'),
    Page: page(() => import('#web/activities/desk/DeskSessionPage.tsx'), 'DeskSessionPage'),
  },
]

/** Pages without the frame: the wall. */
const bare: Place[] = [
  {
    path: pattern(paths.desk.wall, 'code'),
    Page: page(() => import('#web/cockpit/WallPage.tsx'), 'WallPage'),
  },
]

function DeskHome() {
  const me = useMe().data
  return me ? <Navigate replace to={homeOf(me)} /> : null
}

openDoor(
  'desk',
  <Routes>
    <Route path="/desk/sign-in" element={<SignInPage />} />
    <Route path="/desk/sign-in/return" element={<ReturnPage />} />
    {bare.map(({ path, Page }) => (
      <Route key={path} path={path} element={<StaffOnly children={<Page />} />} />
    ))}
    <Route element={<StaffOnly children={<DeskFrame />} />}>
      <Route path={paths.desk.home()} element={<DeskHome />} />
      {places.map(({ path, Page }) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>,
)
