// The residents' door: no account, a community's newspaper.
import { Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { NotFoundPage } from './NotFoundPage.tsx'
import { openDoor } from './open-door.tsx'
import { OpenFrame } from './OpenFrame.tsx'
import { paths, pattern, patternOfTwo } from '#web/kit/paths.ts'
import { page, type Place } from './page.ts'
import { WallFloor } from './WallFloor.tsx'

const { home, community, publicCases, publicCase, ways, report, receipt, find, follow, mine } =
  paths.open
const { surveys, sheet, survey } = paths.open
const { week, session, series, group, centre, myPlaces } = paths.open
const homePage = page(() => import('./OpenHome.tsx'), 'OpenHome')

const places: Place[] = [
  { path: home(), Page: homePage },
  { path: pattern(community, 'code'), Page: homePage },
  {
    path: pattern(week, 'code'),
    Page: page(() => import('#web/activities/open/WeekPage.tsx'), 'WeekPage'),
  },
  {
    path: patternOfTwo(session, ['code', 'id']),
    Page: page(() => import('#web/activities/open/SessionPage.tsx'), 'SessionPage'),
  },
  {
    path: patternOfTwo(series, ['code', 'id']),
    Page: page(() => import('#web/activities/open/SeriesPage.tsx'), 'SeriesPage'),
  },
  {
    path: patternOfTwo(group, ['code', 'id']),
    Page: page(() => import('#web/activities/open/GroupPage.tsx'), 'GroupPage'),
  },
  {
    path: pattern(centre, 'code'),
    Page: page(() => import('#web/activities/open/CentrePage.tsx'), 'CentrePage'),
  },
  {
    path: pattern(paths.open.borrow, 'code'),
    Page: page(() => import('#web/activities/open/BorrowPage.tsx'), 'BorrowPage'),
  },
  {
    path: myPlaces(),
    Page: page(() => import('#web/activities/open/MyPlacesPage.tsx'), 'MyPlacesPage'),
  },
  {
    path: pattern(publicCases, 'code'),
    Page: page(() => import('#web/cases/open/PublicCasesPage.tsx'), 'PublicCasesPage'),
  },
  {
    path: pattern(publicCase, 'number'),
    Page: page(() => import('#web/cases/open/PublicCasePage.tsx'), 'PublicCasePage'),
  },
  {
    path: pattern(ways, 'code'),
    Page: page(() => import('#web/cases/open/WaysPage.tsx'), 'WaysPage'),
  },
  {
    path: pattern(paths.open.resources, 'code'),
    Page: page(() => import('#web/resources/open/NearbyPage.tsx'), 'NearbyPage'),
  },
  {
    path: pattern(paths.open.theme, 'code'),
    Page: page(() => import('#web/themes/open/ThemeOpenPage.tsx'), 'ThemeOpenPage'),
  },
  {
    path: pattern(paths.open.themePractices, 'code'),
    Page: page(() => import('#web/themes/open/PracticesPage.tsx'), 'PracticesPage'),
  },
  {
    path: pattern(paths.open.flows, 'code'),
    Page: page(() => import('#web/cases/open/FlowsPage.tsx'), 'FlowsPage'),
  },
  {
    path: pattern(paths.open.performance, 'code'),
    Page: page(() => import('#web/cockpit/open/PerformancePage.tsx'), 'PerformancePage'),
  },
  {
    path: pattern(paths.open.board, 'code'),
    Page: page(() => import('#web/notices/open/BoardPage.tsx'), 'BoardPage'),
  },
  {
    path: patternOfTwo(paths.open.boardPost, ['code', 'id']),
    Page: page(() => import('#web/notices/open/BoardPostPage.tsx'), 'BoardPostPage'),
  },
  {
    path: pattern(paths.open.data, 'code'),
    Page: page(() => import('#web/exchange/open/DataPage.tsx'), 'DataPage'),
  },
  {
    path: pattern(paths.open.alerts, 'code'),
    Page: page(() => import('#web/exchange/open/AlertsPage.tsx'), 'AlertsPage'),
  },
  {
    path: pattern(paths.open.alert, 'id'),
    Page: page(() => import('#web/exchange/open/AlertPage.tsx'), 'AlertPage'),
  },
  {
    path: pattern(paths.open.privacy, 'code'),
    Page: page(() => import('#web/people/open/PrivacyPage.tsx'), 'PrivacyPage'),
  },
  {
    path: paths.open.privacy(null),
    Page: page(() => import('#web/people/open/PrivacyPage.tsx'), 'PrivacyPage'),
  },
  {
    path: paths.open.definitions(),
    Page: page(() => import('#web/cockpit/open/OpenDefinitionsPage.tsx'), 'OpenDefinitionsPage'),
  },
  { path: report(), Page: page(() => import('./OpenReport.tsx'), 'OpenReport') },
  {
    path: pattern(receipt, 'number'),
    Page: page(() => import('#web/cases/open/ReceiptPage.tsx'), 'ReceiptPage'),
  },
  { path: mine(), Page: page(() => import('#web/cases/open/MinePage.tsx'), 'MinePage') },
  { path: find(), Page: page(() => import('#web/cases/open/FindPage.tsx'), 'FindPage') },
  {
    path: pattern(follow, 'number'),
    Page: page(() => import('#web/cases/open/FollowPage.tsx'), 'FollowPage'),
  },
  {
    path: pattern(surveys, 'code'),
    Page: page(() => import('#web/surveys/open/SurveysPage.tsx'), 'SurveysPage'),
  },
  {
    path: paths.open.demoInbox(),
    Page: page(() => import('#web/notices/open/DemoInboxPage.tsx'), 'DemoInboxPage'),
  },
  { path: sheet(), Page: page(() => import('#web/surveys/open/AnswerPage.tsx'), 'AnswerPage') },
  {
    path: pattern(paths.open.surveyResults, 'id'),
    Page: page(() => import('#web/surveys/results/OpenResultsPage.tsx'), 'OpenResultsPage'),
  },
  {
    path: pattern(survey, 'id'),
    Page: page(() => import('#web/surveys/open/AnswerPage.tsx'), 'AnswerPage'),
  },
]

// Hangs on a wall: no frame, nothing to press.
const OpenWallPage = page(() => import('#web/cockpit/public-wall/OpenWallPage.tsx'), 'OpenWallPage')

openDoor(
  'open',
  <Routes>
    <Route
      path={pattern(paths.open.wall, 'code')}
      element={
        <WallFloor>
          <Suspense fallback={null}>
            <OpenWallPage />
          </Suspense>
        </WallFloor>
      }
    />
    <Route element={<OpenFrame />}>
      {places.map(({ path, Page }) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>,
)

// After the first paint: headings are readable in the system's face before Song arrives.
void import('#web/kit/ui/fonts-serif.ts')
