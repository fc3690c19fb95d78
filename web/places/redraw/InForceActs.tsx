// The acts of two people: one proposes a day, the other confirms it or sends it back; and the way back while it has not begun.
import { useState } from 'react'
import {
  type InForceView,
  type Proposal,
  compareGrids,
  confirmRedrawing,
  previewRedrawing,
  proposeRedrawing,
  sendBackRedrawing,
  takeBackRedrawing,
} from '#core/places/contract-in-force.ts'
import { readArea, readAreaMap } from '#core/places/contract.ts'
import { readRedrawing } from '#core/places/contract-redrawing.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { Choosing } from './in-force.ts'
import { placeRefusals } from './refusals.ts'
import { inForceRefusals, inForceWords as words } from './words-in-force.ts'

const refusals = { ...placeRefusals, ...inForceRefusals }
const refresh = [previewRedrawing, readRedrawing, readArea, readAreaMap, compareGrids]

type Props = { view: InForceView; draft: Proposal; choosing: Choosing }

/** Null where nothing stands in the way. */
function useWhyNot(draft: Proposal): string | null {
  const { t } = useWords()
  if (draft.stale) return t(words.stale)
  if (draft.faults > 0) return t(words.faults, { n: draft.faults })
  return draft.unchanged ? t(words.unchanged) : null
}

export function ProposeForm({ view, draft, choosing }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const whyNot = useWhyNot(draft)
  const act = useCommand(proposeRedrawing, { refresh })
  const { code } = view.area
  const { day, chosen } = choosing
  const of = { code, id: draft.id, expectedVersion: draft.version }
  return (
    <section className="redraw-acts">
      <TextField
        label={t(words.day)}
        hint={t(words.dayHint, { day: times.date(view.earliest) })}
        type="date"
        min={view.earliest}
        value={day}
        onChange={(event) => choosing.setDay(event.target.value)}
      />
      <p className="k-note">{t(words.twoPeople)}</p>
      {act.error && <Problem error={act.error} refusals={refusals} />}
      <Buttons>
        <Button
          look="pri"
          busy={act.isPending}
          whyNot={whyNot}
          onClick={() =>
            act.mutate({ ...of, day, ...chosen }, { onSuccess: () => toast(t(words.proposed)) })
          }
        >
          {t(words.propose)}
        </Button>
      </Buttons>
    </section>
  )
}

export function ConfirmForm({ view, draft }: Omit<Props, 'choosing'>) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const whyNot = useWhyNot(draft)
  const [asking, setAsking] = useState(false)
  const confirming = useCommand(confirmRedrawing, { refresh })
  const returning = useCommand(sendBackRedrawing, { refresh })
  const of = { code: view.area.code, id: draft.id, expectedVersion: draft.version }
  const day = times.date(draft.day)
  return (
    <section className="redraw-acts">
      <p className="k-note">{t(words.twoPeople)}</p>
      {returning.error && <Problem error={returning.error} refusals={refusals} />}
      <Buttons>
        <Button
          look="pri"
          whyNot={view.mayConfirm ? whyNot : t(words.waits)}
          onClick={() => setAsking(true)}
        >
          {t(words.confirm)}
        </Button>
        <Button
          busy={returning.isPending}
          onClick={() => returning.mutate(of, { onSuccess: () => toast(t(words.sentBack)) })}
        >
          {t(view.mayConfirm ? words.sendBack : words.withdraw)}
        </Button>
      </Buttons>
      {asking && (
        <AskDialog
          title={t(words.confirmAsk, { day })}
          says={t(words.confirmSays)}
          verb={t(words.confirm)}
          busy={confirming.isPending}
          error={confirming.error}
          refusals={refusals}
          onSubmit={() =>
            confirming.mutate(of, {
              onSuccess: () => {
                setAsking(false)
                toast(t(words.confirmed, { day }))
              },
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

type Decided = InForceView['decided'][number]

/** What is decided: with the way back while its day has not come. */
export function DecidedNotice({ view, decided }: { view: InForceView; decided: Decided }) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const act = useCommand(takeBackRedrawing, { refresh })
  const day = times.date(decided.day)
  const { code } = view.area
  return (
    <div className="redraw-decided">
      <Notice
        tone={decided.begun ? 'plain' : 'accent'}
        title={t(decided.begun ? words.inForceBegun : words.inForce, { day })}
      >
        {t(words.decidedBy, {
          by: decided.proposedBy ?? t(words.somebody),
          other: decided.confirmedBy ?? t(words.somebody),
          at: times.near(decided.confirmedAt),
        })}
      </Notice>
      <Buttons>
        <ButtonLink to={paths.desk.gridVersions(code)}>{t(words.versions)}</ButtonLink>
        {!decided.begun && <Button onClick={() => setAsking(true)}>{t(words.takeBack)}</Button>}
      </Buttons>
      {asking && (
        <AskDialog
          title={t(words.takeBackAsk, { day })}
          says={t(words.takeBackSays)}
          verb={t(words.takeBack)}
          grave
          busy={act.isPending}
          error={act.error}
          refusals={refusals}
          onSubmit={() =>
            act.mutate(
              { code, id: decided.id },
              {
                onSuccess: () => {
                  setAsking(false)
                  toast(t(words.takenBack))
                },
              },
            )
          }
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
