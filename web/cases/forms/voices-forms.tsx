// Acts about many voices and about what closing was worth: call back, look at a sample, merge and part.
import { useState } from 'react'
import { type InvalidReason, invalidReasons } from '#core/cases/case.ts'
import { callBack, checkSample, listReviewers } from '#core/cases/contract-checks.ts'
import { mergeCase, unmergeCase } from '#core/cases/contract-voices.ts'
import { gradeWords } from '#core/cases/words.ts'
import { invalidReasonWords, judgementWords } from '#core/cases/words-callback.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { PhotoField, usePhotos } from './photos.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'
import { voicesWords as words } from './words-voices.ts'

const grades = ['5', '4', '3', '2', '1'] as const
type Said = 'solved' | 'open'

export function CallbackForm(props: FormProps) {
  const { t } = useWords()
  const [valid, setValid] = useState<'yes' | 'no'>('yes')
  const [said, setSaid] = useState<Said | null>(null)
  const [grade, setGrade] = useState('')
  const [reason, setReason] = useState<InvalidReason>('unreachable')
  const [reviewer, setReviewer] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(callBack, props)
  const submit = () => {
    const lacks =
      valid === 'yes' ? said === null && words.solved : reviewer === '' && words.reviewer
    setMissing(lacks ? [t(formWords.choosePlease, { what: t(lacks) })] : [])
    if (lacks) return
    if (valid === 'no') return send({ valid: false, solved: null, grade: null, reason, reviewer })
    const graded = grade === '' ? null : Number(grade)
    send({ valid: true, solved: said === 'solved', grade: graded, reviewer: null })
  }
  return (
    <Act ask="callback" props={props} move={move} missing={missing} onSubmit={submit}>
      <RadioTiles
        label={t(words.reached)}
        columns={2}
        value={valid}
        onChange={setValid}
        options={[
          { value: 'yes', label: t(words.valid) },
          { value: 'no', label: t(words.invalid) },
        ]}
      />
      {valid === 'yes' ? (
        <Answered said={said} setSaid={setSaid} grade={grade} setGrade={setGrade} />
      ) : (
        <Unanswered
          number={props.view.number}
          reason={reason}
          setReason={setReason}
          reviewer={reviewer}
          setReviewer={setReviewer}
        />
      )}
    </Act>
  )
}

type AnsweredProps = {
  said: Said | null
  setSaid: (said: Said) => void
  grade: string
  setGrade: (grade: string) => void
}

function Answered({ said, setSaid, grade, setGrade }: AnsweredProps) {
  const { t } = useWords()
  return (
    <>
      <RadioTiles<Said>
        label={t(words.solved)}
        columns={2}
        value={said}
        onChange={setSaid}
        options={[
          { value: 'solved', label: t(words.solvedYes) },
          { value: 'open', label: t(words.solvedNo) },
        ]}
      />
      <Select
        label={t(words.grade)}
        value={grade}
        onChange={(event) => setGrade(event.target.value)}
        options={[
          { value: '', label: t(words.gradeNone) },
          ...grades.map((value) => ({
            value,
            label: t(gradeWords[Number(value) as keyof typeof gradeWords]),
          })),
        ]}
      />
    </>
  )
}

type UnansweredProps = {
  number: string
  reason: InvalidReason
  setReason: (reason: InvalidReason) => void
  reviewer: string
  setReviewer: (id: string) => void
}

function Unanswered({ number, reason, setReason, reviewer, setReviewer }: UnansweredProps) {
  const { t } = useWords()
  const team = useEndpoint(listReviewers, { number }).data?.items ?? []
  return (
    <>
      <Select
        label={t(words.reason)}
        value={reason}
        onChange={(event) => {
          const chosen = invalidReasons.find((one) => one === event.target.value)
          if (chosen) setReason(chosen)
        }}
        options={invalidReasons.map((value) => ({ value, label: t(invalidReasonWords[value]) }))}
      />
      <Select
        label={t(words.reviewer)}
        hint={t(words.reviewerHint)}
        value={reviewer}
        onChange={(event) => setReviewer(event.target.value)}
        options={[
          { value: '', label: t(words.chooseOne) },
          ...team.map(({ id, name, post }) => ({ value: id, label: `${name} · ${t(post)}` })),
        ]}
      />
    </>
  )
}

export function SampleForm(props: FormProps) {
  const { t } = useWords()
  const [judgement, setJudgement] = useState<'done' | 'not_done' | null>(null)
  const [seen, setSeen] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const photos = usePhotos()
  const { send, move } = useMove(checkSample, props)
  const submit = () => {
    setMissing(judgement === null ? [t(formWords.choosePlease, { what: t(words.judgement) })] : [])
    if (judgement === null) return
    void photos.sent().then((hashes) => hashes && send({ judgement, words: seen, photos: hashes }))
  }
  return (
    <Act
      ask="sampleCheck"
      props={props}
      move={move}
      missing={[...missing, ...photos.problem]}
      busy={photos.busy}
      onSubmit={submit}
    >
      <RadioTiles
        label={t(words.judgement)}
        columns={2}
        value={judgement}
        onChange={setJudgement}
        options={(['done', 'not_done'] as const).map((value) => ({
          value,
          label: t(judgementWords[value]),
        }))}
      />
      <Reason value={seen} onChange={setSeen} label={t(words.seen)} />
      <PhotoField label={t(words.photos)} photos={photos} />
    </Act>
  )
}

export function MergeForm(props: FormProps) {
  const { t } = useWords()
  const times = useTimes()
  const [into, setInto] = useState('')
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(mergeCase, props)
  const near = props.view.samePlace.filter(
    ({ state }) => state !== 'CLOSED' && state !== 'ARCHIVED',
  )
  const submit = () => {
    const number = into.trim()
    const right = /^[0-9A-Za-z._-]{2,40}-\d{2}-\d{5,}$/.test(number)
    setMissing(right ? [] : [t(formWords.writePlease, { what: t(words.into) })])
    if (right) send({ into: number, reason: why })
  }
  return (
    <Act ask="merge" props={props} move={move} missing={missing} onSubmit={submit}>
      {near.length > 0 && (
        <RadioTiles
          label={t(words.related)}
          columns={1}
          value={near.some((one) => one.number === into) ? into : null}
          onChange={setInto}
          options={near.map((one) => ({
            value: one.number,
            label: `${times.day(one.reportedAt)} · ${one.text.slice(0, 30)}`,
          }))}
        />
      )}
      <TextField
        label={t(words.into)}
        hint={t(words.intoHint)}
        need="required"
        value={into}
        onChange={(event) => setInto(event.target.value)}
      />
      <Reason value={why} onChange={setWhy} label={t(words.why)} />
    </Act>
  )
}

export function UnmergeForm(props: FormProps) {
  const { t } = useWords()
  const [why, setWhy] = useState('')
  const { send, move } = useMove(unmergeCase, props)
  return (
    <Act ask="unmerge" props={props} move={move} onSubmit={() => send({ reason: why })}>
      <Reason value={why} onChange={setWhy} label={t(words.whyNot)} />
    </Act>
  )
}
