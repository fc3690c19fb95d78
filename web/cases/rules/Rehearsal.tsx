// What a draft would have changed in the last three months, before it holds: sentences first, a table for who wants it.
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type RehearsalView, rehearseRule } from '#core/cases/contract-rehearsal.ts'
import { thresholds } from '#core/cases/rehearsal.ts'
import { tierWords } from '#core/cases/words.ts'
import type { Words } from '#core/kit/words.ts'
import { call, type NoConnectionError, type RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count, percent } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { ruleRefusals } from './words-rules.ts'
import { rehearsalWords as words } from './words-rehearsal.ts'

type Props = { code: string; draft: { key: string; value: unknown } | null }

/** The draft as it stands in the form; what was rehearsed before it changed is said to be of another draft. */
export function Rehearsal({ code, draft }: Props) {
  const { t } = useWords()
  const asked = JSON.stringify(draft)
  const act = useMutation<
    { view: RehearsalView; of: string },
    RefusalError | NoConnectionError,
    NonNullable<Props['draft']>
  >({
    mutationFn: async (input) => ({
      view: await call(rehearseRule, { area: code, ...input }),
      of: JSON.stringify(input),
    }),
  })
  return (
    <section className="rule-rehearsal">
      <p>
        {draft !== null && (
          <Button busy={act.isPending} onClick={() => act.mutate(draft)}>
            {t(words.verb)}
          </Button>
        )}{' '}
        <span className="k-note">{t(words.says)}</span>
      </p>
      <div role="status">
        {act.error && <Notice>{t(wordsOfError(act.error, ruleRefusals))}</Notice>}
        {act.data && act.data.of !== asked && <p className="k-note">{t(words.stale)}</p>}
        {act.data && <Seen view={act.data.view} />}
      </div>
    </section>
  )
}

function Seen({ view }: { view: RehearsalView }) {
  const { t } = useWords()
  const times = useTimes()
  const days = { from: times.date(view.from), to: times.date(view.to) }
  if (view.clocks === 0) return <p>{t(words.none, days)}</p>
  const sum = (of: (group: Group) => number) =>
    view.groups.reduce((all, group) => all + of(group), 0)
  const rate = (numerator: number) =>
    percent({ numerator, denominator: sum((g) => g.judged) }) ?? '–'
  const sentences: [Words, Record<string, string | number>][] = [
    [
      words.moved,
      {
        ...days,
        n: count(view.clocks),
        earlier: count(sum((g) => g.earlier)),
        later: count(sum((g) => g.later)),
      },
    ],
    [words.rates, { now: rate(sum((g) => g.onTime.now)), draft: rate(sum((g) => g.onTime.draft)) }],
    [words.sides, { late: count(view.newlyLate), inTime: count(view.newlyInTime) }],
    ...thresholds.map((at): [Words, Record<string, string | number>] => [
      words.told,
      { at, now: count(view.told[at].now), draft: count(view.told[at].draft) },
    ]),
    ...(view.raised.now + view.raised.draft > 0
      ? [
          [words.raised, { now: count(view.raised.now), draft: count(view.raised.draft) }] as [
            Words,
            Record<string, string>,
          ],
        ]
      : []),
    ...(view.complete ? [] : [[words.incomplete, {}] as [Words, Record<string, string>]]),
  ]
  return (
    <>
      <ul>
        {sentences.map(([sentence, values], i) => (
          <li key={i}>{t(sentence, values)}</li>
        ))}
      </ul>
      <Tiers groups={view.groups} />
      {view.examples.length > 0 && <Examples examples={view.examples} />}
    </>
  )
}

type Group = RehearsalView['groups'][number]
const share = (row: Group, law: 'now' | 'draft') =>
  percent({ numerator: row.onTime[law], denominator: row.judged }) ?? '–'

function Tiers({ groups }: { groups: Group[] }) {
  const { t } = useWords()
  return (
    <Table
      caption={t(words.byTier)}
      compact
      columns={[
        { key: 'tier', head: t(words.tier), cell: (row) => t(tierWords[row.tier]) },
        { key: 'n', head: t(words.clocks), figure: true, cell: (row) => count(row.clocks) },
        { key: 'now', head: t(words.onTimeNow), figure: true, cell: (row) => share(row, 'now') },
        {
          key: 'draft',
          head: t(words.onTimeDraft),
          figure: true,
          cell: (row) => share(row, 'draft'),
        },
      ]}
      rows={groups}
      rowKey={(row) => row.tier}
    />
  )
}

function Examples({ examples }: Pick<RehearsalView, 'examples'>) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <details>
      <summary>{t(words.examples, { n: examples.length })}</summary>
      <ul>
        {examples.map((one) => (
          <li key={`${one.number} ${one.dueNow}`}>
            <Link className="k-link" to={paths.desk.case(one.number)}>
              {one.number}
            </Link>{' '}
            {t(words.example, {
              now: times.near(one.dueNow),
              draft: times.near(one.dueDraft),
              end: one.endedAt === null ? t(words.open) : times.near(one.endedAt),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
