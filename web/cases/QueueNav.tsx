// Where am I: the queues with what waits in each, the views I saved, and who answers for the place now.
import { NavLink, useNavigate } from 'react-router'
import { countQueues, type Queue, queues } from '#core/cases/contract.ts'
import { listHandovers } from '#core/cases/contract-handover.ts'
import { queueWords } from '#core/cases/words.ts'
import { readTeam } from '#core/people/contract.ts'
import { roles } from '#core/people/roles.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Shape, type ShapeName } from '#web/kit/ui/Shape.tsx'
import { useMe } from '#web/people/me.ts'
import { useViews } from './views.ts'
import { handoverWords } from './words-handover.ts'
import { templateWords } from './words-templates.ts'
import { queuePageWords as words } from './words-queue.ts'

const marks: Partial<Record<Queue, { shape: ShapeName; tone: 'zhe' | 'zhu' }>> = {
  dueSoon: { shape: 'diamond', tone: 'zhe' },
  overdue: { shape: 'triangle', tone: 'zhu' },
}
/** Empty most of the time: shown only when something waits there. */
const rare: readonly Queue[] = [
  'requests',
  'contested',
  'supervised',
  'toCall',
  'toSample',
  'suspended',
]

type Props = { current: Queue | null; freshEveryMs: number }

export function QueueNav({ current, freshEveryMs }: Props) {
  const { t } = useWords()
  const me = useMe().data
  const counts = useEndpoint(countQueues, {}, { refetchInterval: freshEveryMs }).data?.counts
  const shown = queues.filter(
    (queue) => !rare.includes(queue) || queue === current || (counts?.[queue] ?? 0) > 0,
  )
  const grant = me?.grants[0]
  const atSomeDesk = grant !== undefined && roles[grant.role].marks.includes('DP')
  return (
    <nav className="case-nav" aria-label={t(words.queues)}>
      {grant && (
        <p className="case-nav-place">
          <span className="k-note">{t(grant.areaName)}</span>
          <b className="k-serif">{t(grant.unitName ?? grant.roleName)}</b>
        </p>
      )}
      <ul className="case-nav-queues">
        {shown.map((queue) => (
          <Item key={queue} queue={queue} count={counts?.[queue]} />
        ))}
        <li>
          <NavLink to={paths.desk.cases()} end>
            <span>{t(words.all)}</span>
          </NavLink>
        </li>
      </ul>
      <ul className="case-nav-acts">
        <li>
          <NavLink to={paths.desk.report()}>
            <Icon name="plus" size={15} />
            {t(words.enterOne)}
          </NavLink>
        </li>
        <li>
          <NavLink to={paths.desk.inbox()}>
            <Icon name="paper" size={15} />
            {t(words.inbox)}
          </NavLink>
        </li>
        <li>
          <NavLink to={paths.desk.templates(grant?.areaCode)}>
            <Icon name="list" size={15} />
            {t(templateWords.short)}
          </NavLink>
        </li>
        {atSomeDesk && grant && <HandoverLink code={grant.areaCode} freshEveryMs={freshEveryMs} />}
      </ul>
      <Views />
      {grant && <Responsible code={grant.areaCode} />}
    </nav>
  )
}

/** With a mark while a note of the shift before waits to be taken over by the reader. */
function HandoverLink({ code, freshEveryMs }: { code: string; freshEveryMs: number }) {
  const { t } = useWords()
  const asked = { code, limit: 1 }
  const last = useEndpoint(listHandovers, asked, { refetchInterval: freshEveryMs }).data?.items[0]
  const waits = last !== undefined && last.takenBy === null && !last.own
  return (
    <li>
      <NavLink to={paths.desk.handover(code)}>
        <Icon name="right" size={15} />
        {t(handoverWords.short)}
        {waits && <b className="k-zhe"> · {t(handoverWords.waits)}</b>}
      </NavLink>
    </li>
  )
}

function Item({ queue, count: n }: { queue: Queue; count: number | undefined }) {
  const { t } = useWords()
  const mark = n === undefined || n === 0 ? undefined : marks[queue]
  return (
    <li className={mark ? `k-${mark.tone}` : ''}>
      <NavLink to={paths.desk.queue(queue)}>
        {mark && <Shape name={mark.shape} size={11} />}
        <span>{t(queueWords[queue])}</span>
        <b>{n === undefined ? '' : count(n)}</b>
      </NavLink>
    </li>
  )
}

function Views() {
  const { t } = useWords()
  const { views, drop } = useViews()
  const navigate = useNavigate()
  if (views.length === 0) return null
  return (
    <section>
      <h2 className="k-label">{t(words.savedViews)}</h2>
      <ul className="case-nav-views">
        {views.map(({ name, to }) => (
          <li key={name}>
            <button type="button" onClick={() => void navigate(to)}>
              {name}
            </button>
            <button
              type="button"
              className="case-nav-drop"
              aria-label={t(words.dropView, { name })}
              onClick={() => drop(name)}
            >
              <Icon name="cross" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The one answer to who is responsible for this place now. */
function Responsible({ code }: { code: string }) {
  const { t } = useWords()
  const team = useEndpoint(readTeam, { code }).data
  if (team === undefined) return null
  return (
    <section>
      <h2 className="k-label">{t(words.onDuty)}</h2>
      <p className="k-compact">{t(team.responsible.sentence)}</p>
    </section>
  )
}
