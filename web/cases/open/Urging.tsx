// The reporter urges 催办: folded, since most reports move by themselves; once used, it says until when it rests.
import { useWords } from '#web/kit/language.ts'
import type { AnswerProps } from './Answers.tsx'
import { SaidWords } from './SaidWords.tsx'
import { saidWords } from './words-said.ts'

export function Urging({ view, secret }: AnswerProps) {
  const { t } = useWords()
  const urge = view.moves.find((one) => one.move === 'urge')
  if (urge === undefined) return null
  if (urge.why === 'urged_today')
    return <p className="k-compact k-sub open-part">{t(saidWords.urgedToday)}</p>
  if (urge.why !== null) return null
  return (
    <div className="open-part">
      <details className="open-more">
        <summary>{t(saidWords.urgeTitle)}</summary>
        <SaidWords
          bare
          view={view}
          secret={secret}
          answer="urge"
          note={t(saidWords.urgeNote)}
          label={t(saidWords.urgeWords)}
          send={t(saidWords.sendUrge)}
        />
      </details>
    </div>
  )
}
