// The residents' door: no account, a community's newspaper.
import { Route, Routes } from 'react-router'
import { NotFoundPage } from './NotFoundPage.tsx'
import { openDoor } from './open-door.tsx'
import { OpenFrame } from './OpenFrame.tsx'
import type { Place } from './page.ts'

// One line per page:
//   { path: pattern(paths.open.community, 'code'), Page: page(() => import('#web/places/CommunityPage.tsx'), 'CommunityPage') },
const places: Place[] = []

openDoor(
  'open',
  <Routes>
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
