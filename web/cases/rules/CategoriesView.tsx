// What can be reported here: each category with its limit, what closing needs, and who may settle it on the spot.
import { useState } from 'react'
import { tierWords } from '#core/cases/words.ts'
import { tiers } from '#core/cases/case.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { sections, sectionWords } from '#core/people/units.ts'
import { listCategories } from '#core/places/contract.ts'
import { useChoices } from '#web/kit/choices.ts'
import { type Say, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Chips, ChipSelect } from '#web/kit/ui/Chip.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import type { RulesProps } from './AmountsView.tsx'
import { type RuleCard, categoryCard, sayLimit } from './rule-cards.ts'
import { ParticularsForm } from './ParticularsForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import { particularRuleWords as asks } from './words-particulars-rule.ts'
import { ruleRefusals, ruleWords as words } from './words-rules.ts'

type Category = OutputOf<typeof listCategories>['items'][number]

function useFilter() {
  const [search, choose] = useChoices()
  const set = (key: string, value: string | null) => choose({ [key]: value })
  return { q: search.get('q') ?? '', section: search.get('section'), tier: search.get('tier'), set }
}

function Filters({ filter }: { filter: ReturnType<typeof useFilter> }) {
  const { t } = useWords()
  return (
    <div className="k-room-tools">
      <Chips label={t(words.categories)}>
        <input
          className="k-input"
          type="search"
          aria-label={t(words.catSearch)}
          placeholder={t(words.catSearch)}
          value={filter.q}
          onChange={(event) => filter.set('q', event.target.value)}
        />
        <ChipSelect
          name={t(words.section)}
          any={t(words.any)}
          value={filter.section}
          options={sections.map((value) => ({ value, label: t(sectionWords[value]) }))}
          onChange={(value) => filter.set('section', value)}
        />
        <ChipSelect
          name={t(words.tier)}
          any={t(words.any)}
          value={filter.tier}
          options={tiers.map((value) => ({ value, label: t(tierWords[value]) }))}
          onChange={(value) => filter.set('tier', value)}
        />
      </Chips>
    </div>
  )
}

export function CategoriesView({ code, area, rules }: RulesProps) {
  const { t } = useWords()
  const [asked, ask] = useState<RuleCard | null>(null)
  const [questions, setQuestions] = useState<Category | null>(null)
  const filter = useFilter()
  const list = useEndpoint(listCategories, { area: code })
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={ruleRefusals} onRetry={() => void list.refetch()} />
    )
  if (!list.data) return <Loading what={t(words.fetchingCats)} lines={8} />
  const q = filter.q.trim().toLowerCase()
  const leaves = leavesOf(list.data.items)
  const rows = leaves.filter(
    (one) =>
      (filter.section === null || one.section === filter.section) &&
      (filter.tier === null || one.tier === filter.tier) &&
      (q === '' ||
        [one.code, one.zh, one.en, ...one.keywords].some((text) => text.toLowerCase().includes(q))),
  )
  return (
    <section>
      <SectionHeading end={t(words.catBasis)}>{t(words.catSub, { n: rows.length })}</SectionHeading>
      <Filters filter={filter} />
      {rows.length === 0 ? (
        <Empty title={t(words.noneFound)} then={t(words.noneFoundThen)} />
      ) : (
        <CategoryTable
          rows={rows}
          all={list.data.items}
          onSet={rules.mayKeep ? (one) => ask(categoryCard(one)) : null}
          onAsk={rules.mayKeep ? setQuestions : null}
        />
      )}
      {questions !== null && (
        <ParticularsForm
          category={questions}
          code={code}
          area={area}
          rules={rules}
          onClose={() => setQuestions(null)}
        />
      )}
      {asked !== null && (
        <RuleForm
          key={asked.id}
          card={asked}
          code={code}
          area={area}
          rules={rules}
          onClose={() => ask(null)}
        />
      )}
    </section>
  )
}

/** Only what can be chosen: categories with others below them are headings. */
function leavesOf(items: readonly Category[]): Category[] {
  const parents = new Set(items.map((one) => one.parent))
  return items.filter((one) => !parents.has(one.code))
}

type TableProps = {
  rows: Category[]
  all: readonly Category[]
  /** Null for whoever keeps no rules here. */
  onSet: ((one: Category) => void) | null
  onAsk: ((one: Category) => void) | null
}

function CategoryTable({ rows, all, onSet, onAsk }: TableProps) {
  const { t, lang } = useWords()
  const above = (one: Category) => all.find((each) => each.code === one.parent)?.[lang] ?? ''
  return (
    <Table
      caption={t(words.categories)}
      columns={[
        {
          key: 'name',
          head: t(words.cat),
          width: '17%',
          cell: (one) => (
            <>
              {one[lang]}
              <small>
                {one.code} {above(one)}
              </small>
            </>
          ),
        },
        {
          key: 'limit',
          head: t(words.limit),
          width: '11em',
          cell: (one) => (
            <>
              {one.limit === null ? t(words.byTier) : sayLimit(one.limit, t)}
              <small>{t(tierWords[one.tier])}</small>
            </>
          ),
        },
        {
          key: 'evidence',
          head: t(words.evidence),
          width: '17%',
          cell: (one) => sayEvidence(one, t),
        },
        { key: 'self', head: t(words.self), width: '9em', cell: (one) => saySelf(one, t) },
        {
          key: 'asked',
          head: t(asks.column),
          width: '12%',
          cell: (one) => <Asked one={one} onAsk={onAsk} />,
        },
        { key: 'filing', head: t(words.filing), cell: (one) => t(one.filing) },
        { key: 'closing', head: t(words.closing), cell: (one) => t(one.closing) },
        ...(onSet === null
          ? []
          : [
              {
                key: 'act',
                head: '',
                width: '7.5em',
                cell: (one: Category) => (
                  <Button aria-label={`${t(words.set)} ${one[lang]}`} onClick={() => onSet(one)}>
                    {t(words.setLimit)}
                  </Button>
                ),
              },
            ]),
      ]}
      rows={rows}
      rowKey={(one) => one.code}
    />
  )
}

function Asked({ one, onAsk }: { one: Category; onAsk: ((one: Category) => void) | null }) {
  const { t, lang } = useWords()
  return (
    <>
      {(one.particulars ?? []).map(({ code, ask }) => (
        <div key={code}>{t(ask)}</div>
      ))}
      {onAsk === null ? (
        (one.particulars ?? []).length === 0 && '–'
      ) : (
        <button
          type="button"
          className="k-link"
          aria-label={`${t(asks.set)} ${one[lang]}`}
          onClick={() => onAsk(one)}
        >
          {t(asks.set)}
        </button>
      )}
    </>
  )
}

function sayEvidence({ evidence }: Category, t: Say): string {
  return [
    evidence.text ? t(words.evText) : '',
    evidence.photoBefore ? t(words.evBefore) : '',
    evidence.photoAfter ? t(words.evAfter) : '',
    evidence.placeWithinM === null ? '' : t(words.evPlace, { n: evidence.placeWithinM }),
    evidence.takenAfterDispatch ? t(words.evTime) : '',
    evidence.onSite ? t(words.evOnSite) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function saySelf({ selfHandle }: Category, t: Say): string {
  if (selfHandle.partTime) return t(words.selfPart)
  return selfHandle.fullTime ? t(words.selfFull) : '–'
}
