// Other weights, tried: the same facts are added up anew while one drags. Nothing is stored unless somebody gives it a
// name and a reason, and then it is a memory, never evidence.
import { useState } from 'react'
import {
  type EvidenceContent,
  keepThemeWhatIf,
  readThemeChoice,
} from '#core/themes/contract-choice.ts'
import { type Candidate, areWeights, reweighed } from '#core/themes/score.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { Choice } from './ChoicePage.tsx'
import { Problems } from './Problems.tsx'
import { ScoreTable } from './ScoreTable.tsx'
import { actWords } from './words-act.ts'
import { themeWords as words } from './words.ts'

const parts = ['need', 'resources', 'structure'] as const

export function WeightSliders({ content, found }: { content: EvidenceContent; found: Choice }) {
  const { t } = useWords()
  const [weights, setWeights] = useState(content.weights)
  const sum = weights.need + weights.resources + weights.structure
  const whole = areWeights(weights)
  const tried = whole ? reweighed(content.candidates as Candidate[], weights) : content.candidates
  return (
    <div>
      <p className="k-why">
        <b>{t(actWords.whatIfTitle)}</b> {t(actWords.whatIfNote)}
      </p>
      <div className="th-sliders">
        {parts.map((part) => (
          <label key={part}>
            {t(words[part])} <b>{weights[part]}</b>
            <input
              type="range"
              min={0}
              max={100}
              step={1}
              value={weights[part]}
              onChange={(event) => setWeights(balanced(weights, part, Number(event.target.value)))}
            />
          </label>
        ))}
        {!whole && <span className="k-zhe">{t(actWords.whatIfSum, { n: sum })}</span>}
      </div>
      <ScoreTable
        content={content}
        candidates={[...tried] as EvidenceContent['candidates']}
        weights={whole ? weights : content.weights}
      />
      {found.choice.endedAt === null && whole && (
        <Remember id={found.choice.id} weights={weights} />
      )}
      <Remembered found={found} />
    </div>
  )
}

type Weights = EvidenceContent['weights']

/** What one part takes or gives, the others give or take in proportion, so that the sum stays a hundred. */
function balanced(from: Weights, part: (typeof parts)[number], value: number): Weights {
  const [a, b] = parts.filter((each) => each !== part) as [keyof Weights, keyof Weights]
  const rest = 100 - value
  const held = from[a] + from[b]
  const first = held === 0 ? Math.round(rest / 2) : Math.round((rest * from[a]) / held)
  return { ...from, [part]: value, [a]: first, [b]: rest - first }
}

function Remember({ id, weights }: { id: string; weights: Weights }) {
  const { t } = useWords()
  const toast = useToast()
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const keep = useCommand(keepThemeWhatIf, {
    refresh: [readThemeChoice],
    onDone: () => {
      toast(t(actWords.done))
      setName('')
      setReason('')
    },
  })
  return (
    <form
      className="th-form k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate({ id, name, reason, ...weights })
      }}
    >
      <TextField
        label={t(actWords.whatIfName)}
        value={name}
        maxLength={80}
        onChange={(e) => setName(e.target.value)}
      />
      <TextField
        label={t(actWords.reason)}
        value={reason}
        maxLength={500}
        onChange={(e) => setReason(e.target.value)}
      />
      <div className="is-wide">
        <Problems error={keep.error} />
        <Button type="submit" busy={keep.isPending}>
          {t(actWords.keepWhatIf)}
        </Button>
      </div>
    </form>
  )
}

function Remembered({ found }: { found: Choice }) {
  const { t } = useWords()
  const times = useTimes()
  if (found.whatIfs.length === 0) return null
  const names = new Map(found.now.candidates.map((each) => [each.code, each.name]))
  return (
    <>
      <p className="k-label">{t(actWords.keptWhatIfs)}</p>
      <ul className="th-plain k-compact">
        {found.whatIfs.map((each) => (
          <li key={each.id}>
            <b>{each.name}</b> {each.weights.need} · {each.weights.resources} ·{' '}
            {each.weights.structure}：
            {each.ranking
              .slice(0, 3)
              .map(({ code, total }) => `${t(names.get(code) ?? { zh: code, en: code })} ${total}`)
              .join('、')}
            <span className="k-note">
              {' '}
              {each.reason} · {times.day(each.at)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
