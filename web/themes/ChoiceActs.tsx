// What its keeper does with a choice: show it to residents, freeze the evidence before the meeting, or give it up.
import { useState } from 'react'
import {
  freezeThemeEvidence,
  giveUpThemeChoice,
  listThemeChoices,
  publishThemeChoice,
  readThemeChoice,
} from '#core/themes/contract-choice.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { Choice } from './ChoicePage.tsx'
import { Problems } from './Problems.tsx'
import { actWords as words } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'

export function ChoiceActs({ found }: { found: Choice }) {
  const { t } = useWords()
  const times = useTimes()
  const toast = useToast()
  const { choice, now, frozen } = found
  const [leaving, setLeaving] = useState(false)
  const [reason, setReason] = useState('')
  const after = { refresh: [readThemeChoice, listThemeChoices], onDone: () => toast(t(words.done)) }
  const publish = useCommand(publishThemeChoice, after)
  const freeze = useCommand(freezeThemeEvidence, after)
  const giveUp = useCommand(giveUpThemeChoice, after)
  const whyNot =
    now.survey === null || now.survey.n === 0
      ? t(themeRefusals.no_answers)
      : now.reached.length === 0
        ? t(themeRefusals.no_resources)
        : null
  return (
    <section className="th-block k-screen-only">
      <Problems error={publish.error ?? freeze.error ?? giveUp.error} />
      <Buttons>
        {choice.publicAt === null && (
          <Button
            look="pri"
            busy={publish.isPending}
            onClick={() => publish.mutate({ id: choice.id })}
          >
            {t(words.publish)}
          </Button>
        )}
        <Button
          whyNot={whyNot}
          busy={freeze.isPending}
          onClick={() => freeze.mutate({ id: choice.id })}
        >
          {t(words.freeze)}
        </Button>
        <Button look="quiet" onClick={() => setLeaving(!leaving)}>
          {t(words.giveUp)}
        </Button>
      </Buttons>
      <p className="k-why">
        {t(words.freezeHint)}{' '}
        {frozen[0] !== undefined && (
          <b>{t(words.frozen, { day: times.dayTime(frozen[0].frozenAt) })}</b>
        )}
      </p>
      {leaving && (
        <form
          className="th-form"
          onSubmit={(event) => {
            event.preventDefault()
            giveUp.mutate({ id: choice.id, reason })
          }}
        >
          <TextField
            label={t(words.reason)}
            need="required"
            value={reason}
            maxLength={500}
            onChange={(e) => setReason(e.target.value)}
          />
          <Button type="submit" look="grave" busy={giveUp.isPending}>
            {t(words.giveUp)}
          </Button>
        </form>
      )}
    </section>
  )
}
