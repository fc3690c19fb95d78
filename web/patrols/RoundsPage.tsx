// What the team of my grid is to look at now, stop by stop; works without a line like every step of the field.
import { useState } from 'react'
import { Link } from 'react-router'
import { listCases } from '#core/cases/contract.ts'
import { listRounds, recordFound, type RoundView } from '#core/patrols/contract-inspections.ts'
import type { InspectionResult } from '#core/patrols/plan.ts'
import { objectKindWords, patrolRefusals, resultWords } from '#core/patrols/words.ts'
import { NoConnectionError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useKept } from '#web/cases/field/kept.ts'
import { useMyArea } from '#web/cases/field/my-grid.ts'
import { usePhotosToSend } from '#web/cases/field/use-photos.ts'
import { noteRefusals } from './refusals.ts'
import { roundWords as words } from './words-rounds.ts'
import '#web/cases/field/field.css'
import './patrols.css'

type Stop = RoundView['stops'][number]
const stopAbout = (round: RoundView, stop: Stop): string => `round.${round.plan}.${stop.object.id}`

export function RoundsPage() {
  const { t } = useWords()
  const area = useMyArea()
  const code = area?.code ?? ''
  const found = useEndpoint(listRounds, { code }, { enabled: code !== '' })
  return (
    <>
      <Link className="field-back" to={paths.field.tasks()}>
        <Icon name="left" size={22} />
        {t(words.back)}
      </Link>
      <div className="field-part">
        <h1 className="k-title">{t(words.title)}</h1>
        <p className="k-compact k-sub">{t(words.lead)}</p>
        <p className="k-note">{t(words.noTrail)}</p>
      </div>
      {found.data === undefined ? (
        <div className="field-part">
          {found.error ? (
            <Problem
              error={found.error}
              refusals={patrolRefusals}
              onRetry={() => void found.refetch()}
            />
          ) : (
            <Loading lines={4} />
          )}
        </div>
      ) : found.data.items.length === 0 ? (
        <div className="field-part">
          <Empty title={t(words.none)} then={t(words.noneThen)} />
        </div>
      ) : (
        found.data.items.map((round) => <Round key={round.plan} round={round} code={code} />)
      )}
    </>
  )
}

function Round({ round, code }: { round: RoundView; code: string }) {
  const { t } = useWords()
  const times = useTimes()
  const kept = useKept().data ?? []
  const waits = new Set(kept.filter(({ refusal }) => refusal === null).map(({ about }) => about))
  const isOpen = (stop: Stop) => stop.result === null && !waits.has(stopAbout(round, stop))
  const left = round.stops.filter(isOpen).length
  return (
    <section className="field-part">
      <SectionHeading end={left === 0 ? t(words.allSeen) : t(words.left, { n: left })}>
        {round.name}
      </SectionHeading>
      <p className="k-note">
        {t(words.span, { from: times.day(round.dueOn), to: times.day(round.untilOn) })}
      </p>
      <ol className="note-list">
        {round.stops.map((stop, i) => (
          <li key={stop.object.id}>
            <p>
              <i className="field-n">{i + 1}</i> <b>{stop.object.name}</b>{' '}
              <small className="k-note">
                {[t(objectKindWords[stop.object.kind]), stop.object.tag]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </p>
            {isOpen(stop) ? <Look round={round} stop={stop} code={code} /> : <Seen stop={stop} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Seen({ stop: { result, caseNumber } }: { stop: Stop }) {
  const { t } = useWords()
  if (result === null)
    return (
      <Status shape="ring" tone="zhe" size={12}>
        {t(words.waits)}
      </Status>
    )
  return (
    <>
      <Status
        shape={result === 'inOrder' ? 'disc' : result === 'fault' ? 'triangle' : 'ring'}
        tone={result === 'inOrder' ? 'accent' : result === 'fault' ? 'zhu' : 'mute'}
        size={14}
      >
        {t(resultWords[result])}
      </Status>
      {caseNumber !== null && (
        <p className="k-compact">
          {t(words.isCase)}
          <Link className="k-link" to={paths.field.task(caseNumber)}>
            {caseNumber}
          </Link>
        </p>
      )}
    </>
  )
}

type LookProps = { round: RoundView; stop: Stop; code: string }

function Look({ round, stop, code }: LookProps) {
  const { t } = useWords()
  const [wrong, setWrong] = useState(false)
  const { record, error, busy, pictures, said, setSaid } = useRecord({ round, stop, code })
  return (
    <>
      {error !== null && (
        <p className="k-note" role="alert">
          {error}
        </p>
      )}
      {wrong ? (
        <>
          <TextField
            label={t(words.what)}
            hint={t(words.whatHint)}
            value={said}
            maxLength={200}
            onChange={(event) => setSaid(event.target.value)}
          />
          <PhotoPicker
            label={t(words.photos)}
            photos={pictures.photos}
            max={6}
            onChange={pictures.setPhotos}
          />
          <Button look="pri" busy={busy} onClick={() => record('fault')}>
            {t(words.fileIt)}
          </Button>
        </>
      ) : (
        <Buttons>
          <Button icon="check" busy={busy} onClick={() => record('inOrder')}>
            {t(resultWords.inOrder)}
          </Button>
          <Button onClick={() => setWrong(true)}>{t(resultWords.fault)}</Button>
          <Button look="quiet" busy={busy} onClick={() => record('notReached')}>
            {t(resultWords.notReached)}
          </Button>
        </Buttons>
      )}
    </>
  )
}

function useRecord({ round, stop, code }: LookProps) {
  const { t } = useWords()
  const toast = useToast()
  const [said, setSaid] = useState('')
  const [error, setError] = useState<string | null>(null)
  const pictures = usePhotosToSend()
  const act = useCommand(recordFound, {
    about: stopAbout(round, stop),
    refresh: [listRounds, listCases],
  })
  const record = async (result: InspectionResult) => {
    setError(null)
    const given = result === 'fault' ? { words: said.trim(), photos: await pictures.keep() } : {}
    const of = { code, plan: round.plan, object: stop.object.id, dueOn: round.dueOn }
    try {
      const { number } = await act.mutateAsync({ ...of, result, ...given })
      toast(number === null ? t(words.kept) : t(words.filed, { number }))
    } catch (failure) {
      if (failure instanceof NoConnectionError) toast(t(words.waits))
      else setError(t(wordsOfError(failure, noteRefusals)))
    }
  }
  const go = (result: InspectionResult) => void record(result)
  return { record: go, error, busy: act.isPending, pictures, said, setSaid }
}
