// 正在发生: newest first, one line of what and where, one of how. It grows by itself and never takes the focus.
import { Link } from 'react-router'
import type { State } from '#core/cases/case.ts'
import type { Happened } from '#core/cockpit/contract.ts'
import { stateWords } from '#core/cases/words.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { LineState } from '#web/kit/ui/Masthead.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, SkeletonLines } from '#web/kit/ui/States.tsx'
import { Shape, type ShapeName } from '#web/kit/ui/Shape.tsx'
import { Stamp, type Tone } from '#web/kit/ui/Status.tsx'
import { type Happenings, keyOf } from './happenings.ts'

const shapes: Readonly<Record<string, readonly [ShapeName, Tone]>> = {
  report: ['ring', 'mute'],
  return: ['back', 'zhe'],
  checkFail: ['back', 'zhe'],
  contest: ['back', 'zhe'],
  object: ['back', 'zhe'],
  reopen: ['back', 'zhe'],
  suspend: ['bars', 'mute'],
  waitForReporter: ['bars', 'mute'],
  void: ['cross', 'mute'],
  notAccept: ['cross', 'mute'],
  checkPass: ['disc', 'accent'],
  close: ['disc', 'accent'],
  confirm: ['disc', 'accent'],
  selfHandle: ['disc', 'accent'],
  confirmOnward: ['disc', 'accent'],
}

export function shapeOf(one: Pick<Happened, 'move'>): readonly [ShapeName, Tone] {
  return shapes[one.move] ?? ['pie', 'accent']
}

export function Happening({ happenings }: { happenings: Happenings }) {
  const { t } = useWords()
  const { items, fresh, line, loading } = happenings
  return (
    <section className="cockpit-happening">
      <SectionHeading end={<LineState line={line} />}>{t(words.happening)}</SectionHeading>
      <p className="k-sr" role="status">
        {fresh > 0 && t(words.newOnes, { n: fresh })}
      </p>
      {items.length === 0 ? (
        loading ? (
          <SkeletonLines lines={6} />
        ) : (
          <Empty title={t(words.happeningNone)} />
        )
      ) : (
        <ol>
          {items.map((one) => (
            <Item key={keyOf(one)} one={one} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Item({ one }: { one: Happened }) {
  const { t } = useWords()
  const times = useTimes()
  const [shape, tone] = shapeOf(one)
  return (
    <li>
      <time dateTime={one.at}>{times.near(one.at)}</time>
      <span className={`k-tone-${tone}`}>
        {one.urgent ? <Stamp /> : <Shape name={shape} fraction={0.4} size={13} />}
      </span>
      <Link to={paths.desk.case(one.number)}>
        <b>{t(one.category)}</b>
        <span>
          {one.place} · {t(one.sentence)}
        </span>
      </Link>
      <span className={`k-tone-${tone}`}>
        {t(stateWords[one.to as State] ?? { zh: '', en: '' })}
      </span>
    </li>
  )
}
