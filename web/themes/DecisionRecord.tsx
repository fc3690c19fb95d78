// The record of a decision, as it hangs on the notice board: what, by whom, by which rule, what was said against it and
// answered, what it will be judged by, and the seal of the evidence.
import { Link } from 'react-router'
import type { DecisionView } from '#core/themes/contract-decision.ts'
import type { GoalView } from '#core/themes/contract-programme.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Seal } from '#web/kit/ui/Seal.tsx'
import { themeWords as words } from './words.ts'
import '#web/kit/ui/table.css'

type Props = { decision: DecisionView; goals: GoalView[]; open?: boolean }

export const atDay = (day: string): string => `${day}T04:00:00Z`

export function DecisionRecord({ decision, goals, open = false }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const { kind, meeting, rule, objections } = decision
  const rows: [string, number, boolean?][] = [
    [t(words.expectedOf[rule.kind]), rule.expected],
    [t(words.attendedOf[rule.kind], { n: rule.mustAttend }), rule.attended],
    [t(words.yes, { n: rule.mustAgree }), decision.yes, true],
    [t(words.no), decision.no],
    [t(words.abstain), decision.abstain],
  ]
  return (
    <article className="th-record">
      <div className="k-wenwu" />
      <p className="th-record-kind">{t(words.record)}</p>
      <h2>{kind === null ? t(words.decidedNone) : t(words.decidedAs, { name: t(kind.name) })}</h2>
      <p className="k-compact k-sub">
        {times.day(atDay(meeting.heldOn))} · {decision.community.name}
        {t(words.meetingKinds[rule.kind])}
      </p>
      {decision.correctedBy !== null && (
        <Notice tone="zhe" title={t(words.correctedBy)}>
          <Link
            className="k-link"
            to={
              open
                ? paths.open.theme(decision.community.code)
                : paths.desk.themeDecision(decision.correctedBy)
            }
          >
            {t(words.seeIt)}
          </Link>
        </Notice>
      )}
      <table className="k-table">
        <tbody>
          {rows.map(([label, n, strong]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="is-figure">{strong ? <b>{count(n)}</b> : count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="k-why">
        {t(words.basisOf[rule.kind])}{' '}
        {t(words.noticed, { day: times.day(atDay(meeting.noticeOn)), how: meeting.noticeHow })}
        {!meeting.noticeGiven && ` · ${t(words.noticeShort)}`}
      </p>
      <h3>{t(words.reasonsTitle)}</h3>
      <p className="k-compact">{decision.reasons}</p>
      <h3>{t(words.objectionsTitle)}</h3>
      {objections.length === 0 ? (
        <p className="k-why">{t(words.noObjections)}</p>
      ) : (
        <ul className="th-objections">
          {objections.map((each) => (
            <li key={each.text}>
              <b>“{each.text}”</b>
              <span>{t(words.answer, { text: each.answer })}</span>
            </li>
          ))}
        </ul>
      )}
      {goals.length > 0 && <Agreed goals={goals} />}
      <Sealed decision={decision} />
    </article>
  )
}

export const figureOf = (value: number | null): string =>
  value === null ? '–' : count(Math.round(value * 10) / 10)

function Agreed({ goals }: { goals: GoalView[] }) {
  const { t } = useWords()
  return (
    <>
      <h3>{t(words.agreedGoals)}</h3>
      <table className="k-table th-goals">
        <thead>
          <tr>
            <th scope="col">{t(words.goal)}</th>
            <th scope="col" className="is-figure">
              {t(words.baseline)}
            </th>
            <th scope="col" className="is-figure">
              {t(words.target)}
            </th>
            <th scope="col" className="is-figure">
              {t(words.now)}
            </th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={goal.id}>
              <th scope="row">
                {goal.text}（{goal.unit}）
              </th>
              <td className="is-figure">{figureOf(goal.baseline)}</td>
              <td className="is-figure">{figureOf(goal.target)}</td>
              <td className="is-figure">
                {goal.now === null ? t(words.askAgain) : figureOf(goal.now.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

export const digestShown = (hex: string): string =>
  `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-6, -2)} ${hex.slice(-2)}`

function Sealed({ decision }: { decision: DecisionView }) {
  const { t } = useWords()
  const times = useTimes()
  const { evidence } = decision
  const whole = evidence.whole && decision.whole
  const survey = evidence.content.survey
  return (
    <div className="th-seal">
      <Seal characters={whole ? '证据封存' : null} />
      <p>
        <b>{t(words.frozenOn, { day: times.day(evidence.frozenAt) })}</b>
        <br />
        {t(words.frozenWith, {
          survey: survey === null ? '' : t(words.surveyVersion, { n: survey.version }),
          weighting: evidence.content.weighting.version,
        })}
        <br />
        SHA-256 {digestShown(evidence.sha256)}
        {evidence.sm3 !== null && (
          <>
            <br />
            SM3 {digestShown(evidence.sm3)}
          </>
        )}
        {!whole && (
          <>
            <br />
            <span className="k-zhu">{t(words.notWhole)}</span>
          </>
        )}
      </p>
    </div>
  )
}
