// What residents propose, say and object. What nobody has looked at stands first; every objection gets its answer.
import { useState } from 'react'
import type { ChoiceView, EvidenceContent } from '#core/themes/contract-choice.ts'
import { readThemeChoice } from '#core/themes/contract-choice.ts'
import {
  type VoiceKind,
  type VoiceView,
  answerThemeObjection,
  enterThemeVoice,
  listThemeVoices,
  lookAtThemeVoice,
  voiceKinds,
} from '#core/themes/contract-voices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Select, TextArea } from '#web/kit/ui/Field.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { Problems } from './Problems.tsx'
import { actWords as words } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
import { voiceKindWords } from './words-voices.ts'

type Props = { choice: ChoiceView; content: EvidenceContent }
const step = 50

export function Talk({ choice, content }: Props) {
  const { t } = useWords()
  const [limit, setLimit] = useState(step)
  const found = useEndpoint(listThemeVoices, { id: choice.id, limit }, { keepPrevious: true })
  const [entering, setEntering] = useState(false)
  const names = new Map(content.candidates.map((each) => [each.code, each.name]))
  return (
    <section className="th-block">
      <SectionHeading
        end={
          <button
            type="button"
            className="k-link k-screen-only"
            onClick={() => setEntering(!entering)}
          >
            {t(words.enter)}
          </button>
        }
      >
        {t(words.talk)}
      </SectionHeading>
      <p className="k-why">{t(words.talkNote)}</p>
      {entering && <EnterForm choice={choice} content={content} />}
      {found.data === undefined ? (
        found.error ? (
          <Problem
            error={found.error}
            refusals={themeRefusals}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <Loading />
        )
      ) : found.data.items.length === 0 ? (
        <Empty title={t(words.noTalk)} />
      ) : (
        <>
          {found.data.items.map((voice) => (
            <Voice
              key={voice.id}
              voice={voice}
              theme={
                voice.theme === null
                  ? null
                  : (names.get(voice.theme) ?? { zh: voice.theme, en: voice.theme })
              }
              ended={choice.endedAt !== null}
            />
          ))}
          <Pager
            shown={found.data.items.length}
            more={found.data.next !== null}
            step={step}
            rows
            onMore={() => setLimit(Math.min(200, limit + step))}
          />
        </>
      )}
    </section>
  )
}

type VoiceProps = { voice: VoiceView; theme: { zh: string; en: string } | null; ended: boolean }

function Voice({ voice, theme, ended }: VoiceProps) {
  const { t } = useWords()
  const times = useTimes()
  const waits = voice.shownAt === null && voice.withheldAt === null
  return (
    <div className="th-voice">
      <p className="k-note">
        {t(voiceKindWords[voice.kind])}
        {theme !== null && ` · ${t(theme)}`} · {t(words.channels[voice.channel])} ·{' '}
        {times.dayTime(voice.saidAt)}
      </p>
      <p className="k-quote">“{voice.text}”</p>
      {voice.withheldWhy !== null && (
        <p className="k-compact k-zhe">{t(words.withheld, { why: voice.withheldWhy })}</p>
      )}
      {voice.answer !== null && (
        <p className="k-compact">{t(words.answered, { text: voice.answer })}</p>
      )}
      {waits && <Look id={voice.id} />}
      {!ended && voice.kind === 'objection' && voice.shownAt !== null && (
        <AnswerForm id={voice.id} first={voice.answer === null} />
      )}
    </div>
  )
}

const refresh = [listThemeVoices, readThemeChoice]

function Look({ id }: { id: string }) {
  const { t } = useWords()
  const [withholding, setWithholding] = useState(false)
  const [reason, setReason] = useState('')
  const look = useCommand(lookAtThemeVoice, { refresh })
  return (
    <div className="k-screen-only">
      <Problems error={look.error} />
      {withholding && (
        <TextArea
          label={t(words.withholdWhy)}
          value={reason}
          maxLength={500}
          onChange={(e) => setReason(e.target.value)}
        />
      )}
      <Buttons>
        {!withholding && (
          <Button
            busy={look.isPending}
            onClick={() => look.mutate({ id, show: true, reason: null })}
          >
            {t(words.show)}
          </Button>
        )}
        <Button
          look="quiet"
          busy={look.isPending}
          onClick={() =>
            withholding
              ? look.mutate({ id, show: false, reason: reason.trim() === '' ? null : reason })
              : setWithholding(true)
          }
        >
          {t(words.withhold)}
        </Button>
      </Buttons>
    </div>
  )
}

function AnswerForm({ id, first }: { id: string; first: boolean }) {
  const { t } = useWords()
  const [open, setOpen] = useState(first)
  const [text, setText] = useState('')
  const answer = useCommand(answerThemeObjection, {
    refresh,
    onDone: () => {
      setText('')
      setOpen(false)
    },
  })
  if (!open)
    return (
      <button type="button" className="k-link k-screen-only" onClick={() => setOpen(true)}>
        {t(words.answerAgain)}
      </button>
    )
  return (
    <form
      className="k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate({ id, text })
      }}
    >
      <TextArea
        label={t(words.answerText)}
        value={text}
        rows={2}
        maxLength={1000}
        onChange={(e) => setText(e.target.value)}
      />
      <Problems error={answer.error} />
      <Button type="submit" busy={answer.isPending}>
        {t(words.answerIt)}
      </Button>
    </form>
  )
}

function EnterForm({ choice, content }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const [kind, setKind] = useState<VoiceKind>('comment')
  const [theme, setTheme] = useState('')
  const [text, setText] = useState('')
  const enter = useCommand(enterThemeVoice, {
    refresh,
    onDone: () => {
      setText('')
      toast(t(words.done))
    },
  })
  return (
    <form
      className="th-form k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate({ id: choice.id, kind, theme: theme === '' ? null : theme, text })
      }}
    >
      <Select
        label={t(words.kindOfWord)}
        value={kind}
        options={voiceKinds.map((each) => ({ value: each, label: t(voiceKindWords[each]) }))}
        onChange={(e) => setKind((e.target.value || 'comment') as VoiceKind)}
      />
      <Select
        label={t(words.aboutTheme)}
        value={theme}
        empty={t(words.noTheme)}
        options={content.candidates.map((each) => ({ value: each.code, label: t(each.name) }))}
        onChange={(e) => setTheme(e.target.value)}
      />
      <div className="is-wide">
        <TextArea
          label={t(words.enterText)}
          value={text}
          maxLength={500}
          onChange={(e) => setText(e.target.value)}
        />
        <Problems error={enter.error} />
        <Button type="submit" busy={enter.isPending}>
          {t(words.save)}
        </Button>
      </div>
    </form>
  )
}
