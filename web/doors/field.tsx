// The grid worker's door: one thumb, 390 px.
import { Route, Routes } from 'react-router'
import { FieldFrame, FieldSheet } from './FieldFrame.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { openDoor } from './open-door.tsx'
import type { Place } from './page.ts'
import { SignInPage } from './SignInPage.tsx'
import { StaffOnly } from './StaffOnly.tsx'

// One line per page:
//   { path: paths.field.tasks(), Page: page(() => import('#web/cases/TasksPage.tsx'), 'TasksPage') },
const places: Place[] = []

/** Acts that fill the screen and bring their own foot. */
const sheets: Place[] = []

const routes = (table: Place[]) =>
  table.map(({ path, Page }) => <Route key={path} path={path} element={<Page />} />)

openDoor(
  'field',
  <Routes>
    <Route path="/field/sign-in" element={<SignInPage />} />
    <Route element={<StaffOnly children={<FieldSheet />} />}>{routes(sheets)}</Route>
    <Route element={<StaffOnly children={<FieldFrame />} />}>
      {routes(places)}
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>,
)

// After the first paint: headings are readable in the system's face before Song arrives.
void import('#web/kit/ui/fonts-serif.ts')
