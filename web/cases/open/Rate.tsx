// 好差评 in five grades, all in sight, none chosen beforehand.
import { useState } from 'react'
import { gradeWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles } from '#web/kit/ui/Field.tsx'
import type { AnswerProps } from './Answers.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { Trouble } from './Trouble.tsx'
import { useAnswer } from './use-answer.ts'
import { saidWords } from './words-said.ts'

const grades = ['5', '4', '3', '2', '1'] as const
type Grade = (typeof grades)[number]

const wordsOf = (grade: Grade) => gradeWords[Number(grade) as 1 | 2 | 3 | 4 | 5]

export function Rate({ view, secret }: AnswerProps) {
  const { t } = useWords()
  const given = view.rounds.at(-1)?.grade ?? null
  const [grade, setGrade] = useState<Grade | null>(null)
  const act = useAnswer(view.number, secret)
  return (
    <Part tone="raised">
      <RadioTiles
        label={t(saidWords.rateTitle)}
        hint={
          given === null
            ? t(saidWords.rateNote)
            : t(saidWords.rated, { grade: t(wordsOf(String(given) as Grade)) })
        }
        columns={2}
        options={grades.map((value) => ({ value, label: t(wordsOf(value)) }))}
        value={grade ?? (given === null ? null : (String(given) as Grade))}
        onChange={setGrade}
      />
      <Trouble text={act.trouble} />
      {grade !== null && (
        <div className="open-send">
          <Button
            look="pri"
            big
            busy={act.isPending}
            onClick={() => act.say({ answer: 'rate', grade: Number(grade) })}
          >
            {t(saidWords.sendRate)}
          </Button>
        </div>
      )}
    </Part>
  )
}
