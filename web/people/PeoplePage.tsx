// Staff of an area: who holds what, the roster, units, the keys of other systems, and who looked at personal data.
// Each administrator finds the views that are his and nothing of cases.
import { useChoices } from '#web/kit/choices.ts'
import type { Words } from '#core/kit/words.ts'
import type { Right } from '#core/people/roles.ts'
import { useWords } from '#web/kit/language.ts'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Loading, NoPermission } from '#web/kit/ui/States.tsx'
import { AreaPicker, useAreaName } from '#web/places/AreaPicker.tsx'
import { ExportsView } from './ExportsView.tsx'
import { LooksView } from './LooksView.tsx'
import { useMe } from './me.ts'
import { carries } from './rights-of-me.ts'
import { RosterView } from './RosterView.tsx'
import { StaffView } from './StaffView.tsx'
import { TokensView } from './TokensView.tsx'
import { UnitsView } from './UnitsView.tsx'
import { staffWords as words } from './words-staff.ts'

type View = { key: string; name: Words; of: Right[]; Page: (props: { code: string }) => unknown }

const keepers: Right[] = ['keepAccounts', 'keepGrants', 'keepRoster']
const views = [
  { key: 'people', name: words.people, of: keepers, Page: StaffView },
  { key: 'roster', name: words.roster, of: keepers, Page: RosterView },
  { key: 'units', name: words.units, of: keepers, Page: UnitsView },
  { key: 'tokens', name: words.tokens, of: ['keepTokens'], Page: TokensView },
  { key: 'looks', name: words.looks, of: ['readLooks'], Page: LooksView },
  { key: 'exports', name: words.exports, of: ['readLooks'], Page: ExportsView },
] satisfies View[]

const subs: Record<string, Words> = {
  looks: words.looksSub,
  tokens: words.tokensSub,
  exports: words.exportsSub,
}

/** Another place or view begins without what was looked for in the one before. */
const afresh = { q: null, role: null, only: null, week: null }

export function PeoplePage() {
  const { t } = useWords()
  const me = useMe().data
  const [search, choose] = useChoices()
  const code = search.get('area') ?? me?.grants[0]?.areaCode ?? null
  if (me === undefined || code === null) return <Loading />
  const mine = views.filter((view) => carries(me, ...view.of))
  const view = mine.find(({ key }) => key === search.get('view')) ?? mine[0]
  if (view === undefined)
    return <NoPermission title={t(words.notHere)} because={t(words.notHereBecause)} />
  const go = (changes: Record<string, string>) => choose({ ...afresh, ...changes }, { push: true })
  return (
    <Room
      title={<Title code={code} />}
      sub={t(subs[view.key] ?? words.sub)}
      tools={
        <>
          <AreaPicker code={code} onChoose={(area) => go({ area })} />
          {mine.length > 1 && (
            <Segmented
              label={t(words.views)}
              options={mine.map(({ key, name }) => ({ value: key, label: t(name) }))}
              value={view.key}
              onChange={(key) => go({ view: key })}
            />
          )}
        </>
      }
    >
      <view.Page key={code} code={code} />
    </Room>
  )
}

function Title({ code }: { code: string }) {
  const { t } = useWords()
  return t(words.title, { area: useAreaName(code) })
}
