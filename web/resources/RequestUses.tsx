// Each use of what came down, and putting one right: what was written first stays readable, struck through, and counts no
// more.
import { useState } from 'react'
import * as contract from '#core/resources/contract-requests.ts'
import type { RequestView } from '#core/resources/contract-requests.ts'
import { useTimes, useToday, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { useMove } from './RequestMoves.tsx'
import { requestPageWords as words } from './words-desk.ts'

type Use = RequestView['usesList'][number]

export function Uses({ request }: { request: RequestView }) {
  const { t } = useWords()
  const [wrong, setWrong] = useState<Use | null>(null)
  if (!['REGISTERED', 'USED', 'REPORTED'].includes(request.state)) return null
  return (
    <section>
      <SectionHeading
        end={
          request.uses > 0
            ? t(words.sums, {
                uses: request.uses,
                units: count(request.units),
                people: count(request.personTimes),
              })
            : undefined
        }
      >
        {t(words.uses)}
      </SectionHeading>
      {request.usesList.length === 0 ? (
        <p className="k-sub">{t(words.noUses)}</p>
      ) : (
        <UsesTable request={request} onCorrect={setWrong} />
      )}
      {wrong !== null && (
        <CorrectDialog
          key={wrong.serial}
          request={request}
          wrong={wrong}
          onClose={() => setWrong(null)}
        />
      )}
    </section>
  )
}

type TableProps = { request: RequestView; onCorrect: (use: Use) => void }

function UsesTable({ request, onCorrect }: TableProps) {
  const { t } = useWords()
  const times = useTimes()
  const may = request.offers.some(({ move, whyNot }) => move === 'correct' && whyNot === null)
  const said = (use: Use, text: string) => (use.correctedBy === null ? text : <s>{text}</s>)
  const columns: Column<Use>[] = [
    {
      key: 'day',
      head: t(words.day),
      cell: (use) => said(use, times.day(`${use.usedOn}T04:00:00Z`)),
    },
    {
      key: 'for',
      head: t(words.whatFor),
      cell: (use) => (
        <>
          {said(use, use.whatFor)}
          {use.units === 0 && <small className="k-note">{t(words.notTaken)}</small>}
          {use.reason !== null && (
            <small className="k-note">{t(words.corrected, { reason: use.reason })}</small>
          )}
        </>
      ),
    },
    {
      key: 'units',
      head: t(words.units),
      figure: true,
      cell: (use) => said(use, count(use.units)),
    },
    {
      key: 'people',
      head: t(words.personTimes),
      figure: true,
      cell: (use) => said(use, use.personTimes === null ? '–' : count(use.personTimes)),
    },
    ...(may
      ? [
          {
            key: 'acts',
            head: '',
            cell: (use: Use) =>
              use.correctedBy === null && (
                <Button look="quiet" onClick={() => onCorrect(use)}>
                  {t(words.correct)}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <Table
      caption={t(words.uses)}
      rows={request.usesList}
      rowKey={(use) => String(use.serial)}
      columns={columns}
    />
  )
}

type DialogProps = { request: RequestView; wrong: Use; onClose: () => void }

function CorrectDialog({ request, wrong, onClose }: DialogProps) {
  const { t } = useWords()
  const today = useToday()
  const move = useMove(contract.correctUse, request, onClose)
  const [typed, setTyped] = useState({
    day: wrong.usedOn,
    whatFor: wrong.whatFor,
    units: String(wrong.units),
    people: wrong.personTimes?.toString() ?? '',
    reason: '',
  })
  const set = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [key]: event.target.value }),
  })
  const submit = () =>
    move.send({
      serial: wrong.serial,
      day: typed.day,
      whatFor: typed.whatFor.trim(),
      units: Number(typed.units),
      personTimes: typed.people.trim() === '' ? null : Number(typed.people),
      reason: typed.reason.trim(),
    })
  return (
    <AskDialog
      title={t(words.correctTitle)}
      says={t(words.correctSays)}
      verb={t(words.correct)}
      busy={move.busy}
      missing={move.error === null ? [] : [move.error]}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t(words.day)} type="date" max={today} {...set('day')} />
      <TextField label={t(words.whatFor)} maxLength={200} {...set('whatFor')} />
      <TextField
        label={t(words.units)}
        hint={t(words.unitsNone)}
        inputMode="numeric"
        {...set('units')}
      />
      <TextField
        label={t(words.personTimes)}
        need="optional"
        inputMode="numeric"
        {...set('people')}
      />
      <TextField label={t(words.correctWhy)} need="required" maxLength={500} {...set('reason')} />
    </AskDialog>
  )
}
