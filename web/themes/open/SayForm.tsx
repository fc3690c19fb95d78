// One's own word, without an account. The code it answers with stays on this device; what became of it can be read there.
import { type FormEvent, useState } from 'react'
import { readCommunityTheme } from '#core/themes/contract-decision.ts'
import {
  type VoiceKind,
  followThemeVoice,
  sayTheme,
  voiceKinds,
} from '#core/themes/contract-voices.ts'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, Select, TextArea } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Problems } from '../Problems.tsx'
import { type MyVoice, keepVoices, myVoices } from './my-voices.ts'
import { openThemeWords as words } from './words-open.ts'

type Props = { choiceId: string; code: string; kinds: { code: string; name: Words }[] }

export function SayForm({ choiceId, kinds }: Props) {
  const { t } = useWords()
  const [kind, setKind] = useState<VoiceKind>('comment')
  const [theme, setTheme] = useState('')
  const [text, setText] = useState('')
  const [mine, setMine] = useState(() => myVoices(choiceId))
  const [code, setCode] = useState<string | null>(null)
  const keep = (voices: MyVoice[]) => {
    keepVoices(choiceId, voices)
    setMine(voices)
  }
  const say = useCommand(sayTheme, {
    refresh: [readCommunityTheme],
    onDone: (given) => {
      keep([...mine, given])
      setCode(given.secret)
      setText('')
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    say.mutate({ id: choiceId, kind, theme: theme === '' ? null : theme, text })
  }
  return (
    <>
      <SectionHeading>{t(words.say)}</SectionHeading>
      <p className="k-compact k-sub">{t(words.sayNote)}</p>
      <form onSubmit={send} className="k-stack">
        <RadioTiles
          label={t(words.kind)}
          columns={3}
          value={kind}
          options={voiceKinds.map((each) => ({ value: each, label: t(words.kinds[each]) }))}
          onChange={setKind}
        />
        <Select
          label={t(words.theme)}
          value={theme}
          empty={t(words.noTheme)}
          options={kinds.map((each) => ({ value: each.code, label: t(each.name) }))}
          onChange={(e) => setTheme(e.target.value)}
        />
        <TextArea
          label={t(words.text)}
          hint={t(words.textHint)}
          value={text}
          maxLength={500}
          onChange={(e) => setText(e.target.value)}
        />
        <Problems error={say.error} />
        {code !== null && (
          <Notice tone="accent" live>
            {t(words.sent, { secret: code })}
          </Notice>
        )}
        <Button type="submit" look="pri" big busy={say.isPending}>
          {t(words.send)}
        </Button>
      </form>
      {mine.length > 0 && <AllMine voices={mine} onForget={() => keep([])} />}
    </>
  )
}

function AllMine({ voices, onForget }: { voices: MyVoice[]; onForget: () => void }) {
  const { t } = useWords()
  return (
    <>
      <SectionHeading level={3}>{t(words.mine)}</SectionHeading>
      {voices.map((voice) => (
        <Mine key={voice.id} voice={voice} />
      ))}
      <button type="button" className="k-link" onClick={onForget}>
        {t(words.forget)}
      </button>
    </>
  )
}

function Mine({ voice }: { voice: MyVoice }) {
  const { t } = useWords()
  const found = useEndpoint(followThemeVoice, voice).data
  if (found === undefined) return null
  const { shownAt, withheldWhy } = found
  return (
    <div className="th-voice">
      <p>“{found.voice.text}”</p>
      <p className="k-note">
        {shownAt !== null
          ? t(words.shown)
          : withheldWhy !== null
            ? t(words.withheld, { why: withheldWhy })
            : t(words.waiting)}
      </p>
      {found.voice.answer !== null && <p>{t(words.answer, { text: found.voice.answer })}</p>}
    </div>
  )
}
