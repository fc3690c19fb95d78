// On the page of a public matter: joining it while it is in work, and saying that it is still broken once it is closed.
import { useState } from 'react'
import type { PublicView } from '#core/cases/contract.ts'
import { isOpen } from '#core/cases/case.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { receiptOf } from './receipts.ts'
import { Trouble } from './Trouble.tsx'
import { useJoin, useStillBroken } from './use-join.ts'
import { publicWords } from './words-public.ts'
import { voicesWords as words } from './words-voices.ts'

export function Joining({ view, area }: { view: PublicView; area: string }) {
  const of = { number: view.number, what: view.category.zh, area }
  if (isOpen(view.state)) return <JoinPart of={of} />
  const closed = view.state === 'CLOSED' || view.state === 'ARCHIVED'
  return closed ? <StillBrokenPart of={of} secret={null} /> : null
}

type Of = { number: string; what: string; area: string }

function JoinPart({ of }: { of: Of }) {
  const { t } = useWords()
  const [phone, setPhone] = useState('')
  const join = useJoin({ name: '', phone })
  if (receiptOf(of.number) !== null) return null
  return (
    <Part tone="raised">
      <SectionHeading>{t(publicWords.affectedToo)}</SectionHeading>
      <p className="k-compact k-sub open-find-lead">{t(publicWords.affectedToNote)}</p>
      <TextField
        label={t(words.phoneOptional)}
        need="optional"
        inputMode="tel"
        autoComplete="tel"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <div className="open-send">
        <Button look="pri" big busy={join.busy !== null} onClick={() => join.send(of)}>
          {t(words.meToo)}
        </Button>
      </div>
      <Trouble text={join.trouble} />
    </Part>
  )
}

/** `secret`: a voice of the case says so itself; then nothing is asked of where it stands. */
export function StillBrokenPart({ of, secret }: { of: Of; secret: string | null }) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const [phone, setPhone] = useState('')
  const act = useStillBroken(of)
  return (
    <Part tone="raised">
      <SectionHeading>{t(words.stillTitle)}</SectionHeading>
      <p className="k-compact k-sub open-find-lead">{t(words.stillNote)}</p>
      <TextArea
        label={t(words.stillWords)}
        value={said}
        maxLength={500}
        onChange={(event) => setSaid(event.target.value)}
      />
      {secret === null && (
        <TextField
          label={t(words.phoneOptional)}
          need="optional"
          inputMode="tel"
          autoComplete="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      )}
      <div className="open-send">
        <Button
          look="pri"
          big
          busy={act.busy}
          onClick={() => act.send({ words: said, phone, secret })}
        >
          {act.asking ? t(words.asking) : t(words.still)}
        </Button>
      </div>
      <Trouble text={act.trouble} />
    </Part>
  )
}
