// One's own page where the matter is shared: joined to a neighbour's report, or merged with another case that goes on
// for both.
import type { VoiceView } from '#core/cases/contract.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import { countdown } from '#core/cases/countdown.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { may } from './may.ts'
import { StillBrokenPart } from './Joining.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { stepsOf } from './story-steps.ts'
import { voicesWords as words } from './words-voices.ts'

type Props = { view: VoiceView; secret: string }

export function FollowTogether({ view, secret }: Props) {
  const of = { number: view.number, what: view.category.zh, area: view.home.code }
  if (view.merged !== null) return <Merged view={view} merged={view.merged} secret={secret} />
  if (!view.joined) return null
  return (
    <>
      <JoinedNote />
      {may(view, 'stillBroken') && <StillBrokenPart of={of} secret={secret} />}
    </>
  )
}

function JoinedNote() {
  const { t } = useWords()
  return (
    <Part>
      <Notice tone="accent" title={t(words.joinedTitle)}>
        <p>{t(words.joinedNote)}</p>
      </Notice>
    </Part>
  )
}

type MergedProps = Props & { merged: NonNullable<VoiceView['merged']> }

function Merged({ view, merged, secret }: MergedProps) {
  const { t } = useWords()
  const times = useTimes()
  const at = useNow()
  const of = { number: view.number, what: view.category.zh, area: view.home.code }
  const over = merged.state === 'CLOSED' || merged.state === 'ARCHIVED'
  const face = merged.clock === null || over ? null : countdown(merged.clock, at)
  const broken = merged.moves.some(({ move, why }) => move === 'stillBroken' && why === null)
  return (
    <>
      <Part>
        <SectionHeading>{t(words.mergedTitle, { number: merged.into })}</SectionHeading>
        <p className="k-compact k-sub open-find-lead">{t(words.mergedNote)}</p>
        <p className="open-state">
          {t(residentStateWords[merged.state]).replace('，您说了算', '')}
        </p>
        {face !== null && <Countdown face={face} size="text" announce />}
        <Timeline
          label={t(words.mergedTitle, { number: merged.into })}
          steps={stepsOf(merged.timeline, t, times.dayTime)}
        />
      </Part>
      {broken && <StillBrokenPart of={of} secret={secret} />}
    </>
  )
}
