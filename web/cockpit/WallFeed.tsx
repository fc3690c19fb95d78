// What happens now, only as far as the community, and how far the open cases are.
import type { State } from '#core/cases/case.ts'
import { stateWords } from '#core/cases/words.ts'
import type { CockpitView, Happened } from '#core/cockpit/contract.ts'
import { cockpitWords, wallWords as words } from '#core/cockpit/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { shapeOf } from './Happening.tsx'
import { type Happenings, keyOf } from './happenings.ts'
import { withoutSmall } from './small.ts'
import { WallBars } from './WallBars.tsx'

const rows = 8

type Props = { view: CockpitView; happenings: Happenings }

export function WallFeed({ view, happenings }: Props) {
  const { t } = useWords()
  const items = happenings.items.filter((one) => one.isPublic).slice(0, rows)
  return (
    <section className="wall-feed">
      <SectionHeading end={t(words.onlyCommunity)}>{t(cockpitWords.happening)}</SectionHeading>
      <ol>
        {items.map((one) => (
          <Row key={keyOf(one)} one={one} />
        ))}
      </ol>
      <Steps view={view} />
    </section>
  )
}

function Row({ one }: { one: Happened }) {
  const { t } = useWords()
  const times = useTimes()
  const [shape, tone] = shapeOf(one)
  return (
    <li>
      <time dateTime={one.at}>{times.clock(one.at)}</time>
      <span className={`k-tone-${tone}`}>
        {one.urgent ? <Stamp /> : <Shape name={shape} fraction={0.4} size={16} />}
      </span>
      <p>
        <b>{t(one.category)}</b>
        <span>{one.community}</span>
      </p>
      <span className={`k-tone-${tone}`}>
        {t(stateWords[one.to as State] ?? { zh: '', en: '' })}
      </span>
    </li>
  )
}

function Steps({ view }: { view: CockpitView }) {
  const { t } = useWords()
  const sum = (key: 'handling' | 'toCheck' | 'toConfirm') =>
    view.sections.reduce((n, row) => n + row[key], 0)
  const steps = ['handling', 'toCheck', 'toConfirm'] as const
  const shown = withoutSmall(steps.map(sum), view.smallCell)
  const bars = steps.map((key, i) => ({
    key,
    label: t(cockpitWords[key]),
    value: shown[i] ?? null,
  }))
  return (
    <div className="wall-steps">
      <SectionHeading>{t(words.openTitle, { n: count(view.open) })}</SectionHeading>
      <WallBars bars={bars} min={view.smallCell} />
    </div>
  )
}
