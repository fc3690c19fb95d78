// Two taps after a session. Nobody is asked who.
import { useState } from 'react'
import { giveFeedback } from '#core/activities/contract-registrations.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { openRefusals, weekWords } from './words-open.ts'

const grades = [
  { grade: 3, words: weekWords.good },
  { grade: 2, words: weekWords.fair },
  { grade: 1, words: weekWords.notForMe },
] as const
const agains = [
  { again: true, words: weekWords.again1 },
  { again: false, words: weekWords.again0 },
  { again: null, words: weekWords.skip },
] as const

export function Feedback({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const [grade, setGrade] = useState<number | null>(null)
  const giving = useCommand(giveFeedback)
  if (giving.isSuccess) return <Notice tone="accent" title={t(weekWords.thanks)} live />
  return (
    <>
      <SectionHeading>{t(grade === null ? weekWords.how : weekWords.again)}</SectionHeading>
      <div className="week-grades">
        {grade === null
          ? grades.map((one) => (
              <Button key={one.grade} big onClick={() => setGrade(one.grade)}>
                {t(one.words)}
              </Button>
            ))
          : agains.map((one) => (
              <Button
                key={String(one.again)}
                big
                onClick={() => giving.mutate({ id: sessionId, grade, again: one.again })}
              >
                {t(one.words)}
              </Button>
            ))}
      </div>
      <p className="open-trouble" role="alert">
        {giving.error && t(wordsOfError(giving.error, openRefusals))}
      </p>
    </>
  )
}
