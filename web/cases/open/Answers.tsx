// What the reporter may say now, each with its window and its consequence. One question at a time.
import type { VoiceView } from '#core/cases/contract.ts'
import { countdown } from '#core/cases/countdown.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { useState } from 'react'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { asksNow, may } from './may.ts'
import { Rate } from './Rate.tsx'
import { SaidWords } from './SaidWords.tsx'
import { Trouble } from './Trouble.tsx'
import { Urging } from './Urging.tsx'
import { useAnswer } from './use-answer.ts'
import { followWords } from './words-follow.ts'
import { saidWords } from './words-said.ts'
import './open.css'

export type AnswerProps = { view: VoiceView; secret: string }

export function Answers({ view, secret }: AnswerProps) {
  const { t } = useWords()
  const answered = view.rounds.at(-1)?.answer ?? null
  return (
    <>
      {asksNow(view) && <IsItDone view={view} secret={secret} />}
      {may(view, 'answer') && view.question !== null && (
        <SaidWords
          view={view}
          secret={secret}
          answer="answer"
          title={t(saidWords.questionTitle)}
          lead={view.question}
          note={t(saidWords.questionNote)}
          label={t(saidWords.answerWords)}
          send={t(saidWords.sendAnswer)}
        />
      )}
      {may(view, 'contest') && (
        <SaidWords
          view={view}
          secret={secret}
          answer="contest"
          title={t(saidWords.contestTitle)}
          note={t(saidWords.contestNote)}
          label={t(saidWords.contestWords)}
          send={t(saidWords.sendContest)}
        />
      )}
      <Urging view={view} secret={secret} />
      {may(view, 'rate') && answered !== null && <Rate view={view} secret={secret} />}
      {may(view, 'reopen') && !asksNow(view) && <Reopen view={view} secret={secret} />}
    </>
  )
}

function IsItDone({ view, secret }: AnswerProps) {
  const { t } = useWords()
  const times = useTimes()
  const { elder } = useSettings()
  const at = useNow()
  const [wrong, setWrong] = useState(false)
  const act = useAnswer(view.number, secret)
  const closingWords = view.rounds.at(-1)?.closingWords ?? null
  const { confirmBy } = view.windows
  if (wrong) return <Objection view={view} secret={secret} onBack={() => setWrong(false)} />
  return (
    <Part tone="raised">
      <h2 className="open-question" id="answer">
        {t(followWords.askDone)}
      </h2>
      {closingWords !== null && <p className="k-quote open-closing">“{closingWords}”</p>}
      {view.clock !== null && (
        <Countdown face={{ ...countdown(view.clock, at), dueWords: null }} size="text" announce />
      )}
      {confirmBy !== null && (
        <p className="k-compact k-sub">
          {t(saidWords.answerBy, { when: times.dayTime(confirmBy) })}
        </p>
      )}
      <div className={`open-two${elder === null ? '' : ' is-tall'}`}>
        <Button
          look="pri"
          big
          icon="check"
          busy={act.isPending}
          onClick={() => act.say({ answer: 'confirm' })}
        >
          {t(saidWords.done)}
        </Button>
        <Button big icon="cross" onClick={() => setWrong(true)}>
          {t(saidWords.notDone)}
        </Button>
      </div>
      <Trouble text={act.trouble} />
      <p className="k-compact k-sub">{t(saidWords.ifSilent)}</p>
    </Part>
  )
}

/** Objecting takes a tap and no reason; a word helps whoever does it again. */
function Objection({ view, secret, onBack }: AnswerProps & { onBack: () => void }) {
  const { t } = useWords()
  return (
    <SaidWords
      view={view}
      secret={secret}
      answer="object"
      optional
      title={t(saidWords.whatIsWrong)}
      note={t(saidWords.objectMeans)}
      label={t(saidWords.whatIsWrong)}
      send={t(saidWords.sendObjection)}
      onBack={onBack}
    />
  )
}

/** Open for fifteen days, folded: most will never need it. */
function Reopen({ view, secret }: AnswerProps) {
  const { t } = useWords()
  const times = useTimes()
  const { reopenBy } = view.windows
  return (
    <div className="open-part">
      <details className="open-more">
        <summary>{t(saidWords.reopenTitle)}</summary>
        <SaidWords
          bare
          view={view}
          secret={secret}
          answer="reopen"
          note={t(saidWords.reopenNote, {
            when: reopenBy === null ? '' : times.dayTime(reopenBy),
          })}
          label={t(saidWords.reopenWords)}
          send={t(saidWords.sendReopen)}
        />
      </details>
    </div>
  )
}
