// A community's theme for its residents: what is proposed and why, one's own word, what was decided and by whom, and what
// it has brought. One column, large print, read aloud.
import { Link, useParams } from 'react-router'
import {
  type DecisionView,
  readCommunityTheme,
  readThemeDecision,
} from '#core/themes/contract-decision.ts'
import { readTheme, type ThemeView } from '#core/themes/contract-programme.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Part, OpenPage } from '#web/kit/ui/OpenPage.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { atDay, figureOf } from '../DecisionRecord.tsx'
import { AdoptedBy, Evaluations, Measures } from '../Programme.tsx'
import { themeRefusals } from '../words-refusals.ts'
import { voiceKindWords } from '../words-voices.ts'
import { programmeWords } from '../words-programme.ts'
import { themeWords } from '../words.ts'
import { CandidateList } from './CandidateList.tsx'
import { SayForm } from './SayForm.tsx'
import { openThemeWords as words } from './words-open.ts'
import '../themes.css'
import './open-theme.css'

type Open = OutputOf<typeof readCommunityTheme>

export function ThemeOpenPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const found = useEndpoint(readCommunityTheme, { code })
  if (found.data !== undefined) return <Shown code={code} found={found.data} />
  return (
    <OpenPage title={t(words.title)} up={paths.open.community(code)}>
      <Part>
        {found.error ? (
          <Problem
            error={found.error}
            refusals={themeRefusals}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <Loading lines={5} />
        )}
      </Part>
    </OpenPage>
  )
}

function Shown({ code, found }: { code: string; found: Open }) {
  const { t, lang } = useWords()
  const { open, theme, community } = found
  const name = lang === 'en' ? (community.nameEn ?? community.name) : community.name
  const aloud = () =>
    [
      name,
      theme === null ? '' : t(words.decided, { name: t(theme.name) }),
      open === null ? '' : `${t(words.talking)}。${t(words.whoDecides)}`,
      open === null && theme === null ? t(words.nothing) : '',
    ]
      .filter(Boolean)
      .join('。')
  return (
    <OpenPage title={t(words.title)} up={paths.open.community(code)} aloud={aloud}>
      {theme !== null && <Decided themeId={theme.id} decisionId={theme.decisionId} />}
      {open !== null && (
        <>
          <Part>
            <h2 className="open-title">{t(words.talking)}</h2>
            <p className="k-compact k-sub">{t(words.whoDecides)}</p>
            {open.evidence === null ? (
              <p>{t(words.notFrozen)}</p>
            ) : (
              <CandidateList evidence={open.evidence} />
            )}
          </Part>
          <Part tone="raised">
            <SayForm choiceId={open.choiceId} kinds={open.kinds} code={code} />
          </Part>
          <Part>
            <SectionHeading>{t(words.others)}</SectionHeading>
            <Others voices={open.voices} kinds={open.kinds} />
          </Part>
        </>
      )}
      {open === null && theme === null && (
        <Part>
          <Empty title={t(words.nothing)} then={t(words.nothingThen)} />
        </Part>
      )}
      <Part>
        <Link className="k-link" to={paths.open.themePractices(code.slice(0, 6))}>
          {t(words.elsewhere)}
        </Link>
      </Part>
      <Part tone="raised">
        <SectionHeading>{t(words.ways)}</SectionHeading>
        <AreaWaysRow code={code} />
      </Part>
    </OpenPage>
  )
}

type Said = NonNullable<Open['open']>

function Others({ voices, kinds }: Pick<Said, 'voices' | 'kinds'>) {
  const { t } = useWords()
  const times = useTimes()
  const names = new Map(kinds.map((each) => [each.code, each.name]))
  if (voices.length === 0) return <p className="k-why">{t(words.noOthers)}</p>
  return voices.map((voice) => (
    <div className="th-voice" key={voice.id}>
      <p className="k-note">
        {t(voiceKindWords[voice.kind])}
        {voice.theme !== null &&
          ` · ${t(names.get(voice.theme) ?? { zh: voice.theme, en: voice.theme })}`}{' '}
        · {times.day(voice.saidAt)}
      </p>
      <p className="k-quote">“{voice.text}”</p>
      {voice.answer !== null && <p>{t(words.answer, { text: voice.answer })}</p>}
    </div>
  ))
}

function Decided({ themeId, decisionId }: { themeId: string; decisionId: string }) {
  const decision = useEndpoint(readThemeDecision, { id: decisionId })
  const theme = useEndpoint(readTheme, { id: themeId })
  const error = decision.error ?? theme.error
  if (error)
    return (
      <Part>
        <Problem
          error={error}
          refusals={themeRefusals}
          onRetry={() => void Promise.all([decision.refetch(), theme.refetch()])}
        />
      </Part>
    )
  if (decision.data === undefined || theme.data === undefined)
    return (
      <Part>
        <Loading lines={4} />
      </Part>
    )
  return (
    <>
      <WhoDecided decision={decision.data} />
      <Brought theme={theme.data} />
    </>
  )
}

function WhoDecided({ decision }: { decision: DecisionView }) {
  const { t } = useWords()
  const times = useTimes()
  const { rule, meeting, kind } = decision
  return (
    <Part>
      <h2 className="open-title">
        {kind === null ? t(themeWords.decidedNone) : t(words.decided, { name: t(kind.name) })}
      </h2>
      <p>
        {t(words.decidedBy, {
          expected: rule.expected,
          attended: rule.attended,
          day: times.day(atDay(meeting.heldOn)),
          meeting: t(themeWords.meetingKinds[rule.kind]),
          yes: decision.yes,
          no: decision.no,
          abstain: decision.abstain,
        })}
      </p>
      <p className="k-why">{t(themeWords.basisOf[rule.kind])}</p>
      <SectionHeading level={3}>{t(words.why)}</SectionHeading>
      <p>{decision.reasons}</p>
      <CandidateList evidence={decision.evidence} />
      {decision.objections.length > 0 && (
        <>
          <SectionHeading level={3}>{t(words.objections)}</SectionHeading>
          <ul className="th-objections">
            {decision.objections.map((each) => (
              <li key={each.text}>
                <b>“{each.text}”</b>
                <span>{t(words.answer, { text: each.answer })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

function Brought({ theme }: { theme: ThemeView }) {
  const { t } = useWords()
  const begun = theme.startedOn !== null
  const of = (was: string) =>
    theme.adoptedFrom === null
      ? 0
      : [...theme.adoptedFrom.goals, ...theme.adoptedFrom.measures].filter(
          (each) => each.was === was,
        ).length
  return (
    <Part>
      <SectionHeading>{t(words.brought)}</SectionHeading>
      <p>{theme.promise}</p>
      {!begun && <p className="k-why">{t(words.notBegun)}</p>}
      <ul className="th-plain">
        {theme.goals.map((goal) => (
          <li key={goal.id} className="open-goal">
            <b>{goal.text}</b>
            <span>
              {figureOf(goal.baseline)} →{' '}
              {goal.now === null ? t(programmeWords.notMeasured) : figureOf(goal.now.value)}（
              {t(programmeWords.aim)} {figureOf(goal.target)} {goal.unit}）
            </span>
          </li>
        ))}
      </ul>
      <SectionHeading level={3}>{t(words.measures)}</SectionHeading>
      <Measures theme={theme} />
      {theme.adoptedFrom !== null && (
        <p className="k-why">
          {t(words.adoptedFrom, {
            name: theme.adoptedFrom.community.name,
            changed: of('changed'),
            dropped: of('dropped'),
            added: of('added'),
          })}
        </p>
      )}
      <Evaluations theme={theme} open />
      <AdoptedBy theme={theme} open />
    </Part>
  )
}
