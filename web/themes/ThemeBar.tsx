// Where one is in the story of a theme: candidates, evidence and decision, what came of it; and the way to paper.
import { Link } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { themeWords as words } from './words.ts'

type Step = 'candidates' | 'evidence' | 'yearOn'
type Props = {
  community: { code: string; name: string }
  at: Step
  choiceId?: string | null
  decisionId?: string | null
  themeId?: string | null
}

export function ThemeBar({
  community,
  at,
  choiceId = null,
  decisionId = null,
  themeId = null,
}: Props) {
  const { t } = useWords()
  const steps: [Step, string | null][] = [
    ['candidates', choiceId === null ? null : paths.desk.themeChoice(choiceId)],
    ['evidence', decisionId === null ? null : paths.desk.themeDecision(decisionId)],
    ['yearOn', themeId === null ? null : paths.desk.theme(themeId)],
  ]
  return (
    <div className="th-barline k-screen-only">
      <Breadcrumb
        steps={[{ label: t(words.room), to: paths.desk.themes() }]}
        here={community.name}
      />
      <nav className="th-steps" aria-label={t(words.room)}>
        {steps.map(([step, to]) =>
          to === null ? (
            <span key={step} aria-disabled="true">
              {t(words[step])}
            </span>
          ) : (
            <Link key={step} to={to} aria-current={step === at ? 'page' : undefined}>
              {t(words[step])}
            </Link>
          ),
        )}
      </nav>
      <Button icon="printer" onClick={() => window.print()}>
        {t(words.print)}
      </Button>
    </div>
  )
}
