// The rules of a place in plain words: amounts with units, hours and calendar, categories, and who changed what. The
// rule keeper sets a new value from a day; everybody concerned may read.
import { listRules } from '#core/places/contract-rules.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaPicker, useAreaName } from '#web/places/AreaPicker.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { AmountsView } from './AmountsView.tsx'
import { CalendarView } from './CalendarView.tsx'
import { CategoriesView } from './CategoriesView.tsx'
import { ChangesView } from './ChangesView.tsx'
import { PackView } from './PackView.tsx'
import { PrivacyWordsView } from './PrivacyWordsView.tsx'
import { SuggestionsView } from './SuggestionsView.tsx'
import { ruleRefusals, ruleWords as words } from './words-rules.ts'
import './rules.css'

const views = [
  'amounts',
  'time',
  'categories',
  'privacy',
  'suggestions',
  'changes',
  'file',
] as const

export function RulesPage() {
  const [search, choose] = useChoices()
  const own = useDeskArea()
  const code = search.get('area') ?? own
  const view = views.find((key) => key === search.get('view')) ?? 'amounts'
  if (code === null) return <Loading />
  return <Rules code={code} view={view} go={(to) => choose(to, { push: true })} />
}

type Props = {
  code: string
  view: (typeof views)[number]
  go: (to: Record<string, string>) => void
}

function Rules({ code, view, go }: Props) {
  const { t } = useWords()
  const area = useAreaName(code)
  const rules = useEndpoint(listRules, { area: code }, { keepPrevious: true })
  const View = {
    amounts: AmountsView,
    time: CalendarView,
    categories: CategoriesView,
    privacy: PrivacyWordsView,
    suggestions: null,
    changes: null,
    file: PackView,
  }[view]
  return (
    <Room
      title={t(words.title, { area })}
      sub={t(words.sub)}
      tools={
        <>
          <AreaPicker code={code} onChoose={(to) => go({ area: to })} />
          <Segmented
            label={t(words.views)}
            options={views.map((key) => ({ value: key, label: t(words[key]) }))}
            value={view}
            onChange={(to) => go({ view: to })}
          />
        </>
      }
    >
      {view === 'suggestions' && <SuggestionsView code={code} />}
      {view === 'changes' && <ChangesView code={code} />}
      {View !== null &&
        (rules.data ? (
          <View code={code} area={area} rules={rules.data} />
        ) : rules.error ? (
          <Problem
            error={rules.error}
            refusals={ruleRefusals}
            onRetry={() => void rules.refetch()}
          />
        ) : (
          <Loading what={t(words.fetching)} lines={8} />
        ))}
    </Room>
  )
}
