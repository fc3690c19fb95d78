// The grid worker's door: one thumb, 390 px.
import { Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { FieldFrame, FieldSheet } from './FieldFrame.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { openDoor } from './open-door.tsx'
import { paths, pattern } from '#web/kit/paths.ts'
import { Loading } from '#web/kit/ui/States.tsx'
import { clientWithFacts } from './field-facts.ts'
import { keepDoor } from './keep-door.ts'
import { page, type Place } from './page.ts'
import { StaffOnly } from './StaffOnly.tsx'

const { tasks, task, handle, report, grid, map, notes, rounds, outbox, me, surveys, survey } =
  paths.field

const load = {
  signIn: () => import('./SignInPage.tsx'),
  tasks: () => import('#web/cases/field/TasksPage.tsx'),
  task: () => import('#web/cases/field/TaskPage.tsx'),
  grid: () => import('#web/cases/field/GridPage.tsx'),
  map: () => import('#web/cases/field/TaskMapPage.tsx'),
  notes: () => import('#web/patrols/NotesPage.tsx'),
  rounds: () => import('#web/patrols/RoundsPage.tsx'),
  count: () => import('#web/activities/field/CountPage.tsx'),
  outbox: () => import('./FieldOutboxPage.tsx'),
  me: () => import('#web/cases/field/FieldMePage.tsx'),
  report: () => import('#web/cases/field/FieldReportPage.tsx'),
  handle: () => import('#web/cases/field/HandlePage.tsx'),
  surveys: () => import('#web/surveys/FieldSurveysPage.tsx'),
  survey: () => import('#web/surveys/AssistPage.tsx'),
}

const places: Place[] = [
  { path: tasks(), Page: page(load.tasks, 'TasksPage') },
  { path: pattern(task, 'number'), Page: page(load.task, 'TaskPage') },
  { path: grid(), Page: page(load.grid, 'GridPage') },
  { path: map(), Page: page(load.map, 'TaskMapPage') },
  { path: notes(), Page: page(load.notes, 'NotesPage') },
  { path: rounds(), Page: page(load.rounds, 'RoundsPage') },
  { path: paths.field.count(), Page: page(load.count, 'CountPage') },
  { path: pattern(paths.field.count, 'id'), Page: page(load.count, 'CountPage') },
  { path: outbox(), Page: page(load.outbox, 'FieldOutboxPage') },
  { path: me(), Page: page(load.me, 'FieldMePage') },
  { path: surveys(), Page: page(load.surveys, 'FieldSurveysPage') },
  { path: pattern(survey, 'id'), Page: page(load.survey, 'AssistPage') },
]

/** Acts that fill the screen and bring their own foot. */
const sheets: Place[] = [
  { path: report(), Page: page(load.report, 'FieldReportPage') },
  { path: pattern(handle, 'number'), Page: page(load.handle, 'HandlePage') },
]

const routes = (table: Place[]) =>
  table.map(({ path, Page }) => <Route key={path} path={path} element={<Page />} />)

/** Whoever is signed in does not carry the sign-in page along. */
const SignIn = page(load.signIn, 'SignInPage')

openDoor(
  'field',
  <Routes>
    <Route
      path="/field/sign-in"
      element={
        <Suspense fallback={<Loading />}>
          <SignIn />
        </Suspense>
      }
    />
    <Route element={<StaffOnly children={<FieldSheet />} />}>{routes(sheets)}</Route>
    <Route element={<StaffOnly children={<FieldFrame />} />}>
      {routes(places)}
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>,
  await clientWithFacts(),
)

// After the first paint: headings are readable in the system's face before Song arrives.
void import('#web/kit/ui/fonts-serif.ts')

// A stairwell has no signal: once the first page stands, the others are fetched, so that acting needs no line to draw.
const settledMs = 1_500
function prepare(): void {
  setTimeout(
    () => Object.values(load).forEach((fetch) => void fetch().catch(() => null)),
    settledMs,
  )
  keepDoor()
}
// What the phone knows was waited for above: the page may have loaded meanwhile.
if (document.readyState === 'complete') prepare()
else addEventListener('load', prepare)
