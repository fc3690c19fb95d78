// What the place says of personal data in its own words: a purpose put differently, a sentence added. Ground and time are
// not here: the law sets the one, and the card of the days the other.
import { useState } from 'react'
import { type FieldView, readPrivacy } from '#core/people/contract-privacy.ts'
import { type LocalWords, privacyRule } from '#core/people/personal-data.ts'
import { pointWords } from '#core/people/words-privacy.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { privacyWords } from '#web/people/words-privacy.ts'
import type { RulesProps } from './AmountsView.tsx'
import { SettingDialog, useSetting } from './setting.tsx'
import { ruleRefusals, ruleWords } from './words-rules.ts'
import { privacyInputs, privacyRuleWords as words } from './words-privacy-rule.ts'

export function PrivacyWordsView({ code, area, rules }: RulesProps) {
  const { t } = useWords()
  const times = useTimes()
  const [asked, ask] = useState<FieldView | null>(null)
  const found = useEndpoint(readPrivacy, { area: code })
  if (!found.data)
    return found.error ? (
      <Problem error={found.error} refusals={ruleRefusals} onRetry={() => void found.refetch()} />
    ) : (
      <Loading what={t(privacyWords.fetching)} lines={8} />
    )
  const stored = (rules.rules.find(({ key }) => key === privacyRule)?.value ?? {}) as LocalWords
  return (
    <section>
      <SectionHeading
        end={
          <a className="k-link" href={paths.open.privacy(code)} target="_blank" rel="noreferrer">
            {t(words.toPage)}
          </a>
        }
      >
        {t(words.title)}
      </SectionHeading>
      <p className="k-compact k-sub">{t(words.sub)}</p>
      {!rules.mayKeep && <p className="k-note">{t(ruleWords.notYours)}</p>}
      <Table
        caption={t(words.title)}
        rows={found.data.fields}
        rowKey={(field) => field.key}
        columns={[
          { key: 'point', head: t(words.point), cell: (field) => t(pointWords[field.point]) },
          { key: 'name', head: t(words.field), cell: (field) => t(field.name) },
          { key: 'line', head: t(words.says), cell: (field) => t(field.line) },
          {
            key: 'since',
            head: t(words.since),
            cell: (field) => times.date(field.versions.at(-1)?.since ?? ''),
          },
          {
            key: 'set',
            head: '',
            cell: (field) =>
              rules.mayKeep && (
                <Button look="quiet" onClick={() => ask(field)}>
                  {t(ruleWords.set)}
                </Button>
              ),
          },
        ]}
      />
      {asked !== null && (
        <WordsForm
          key={asked.key}
          field={asked}
          stored={stored}
          code={code}
          area={area}
          onClose={() => ask(null)}
        />
      )}
    </section>
  )
}

const parts = ['purpose', 'note'] as const
const langs = ['zh', 'en'] as const
type Typed = Record<(typeof parts)[number], Record<(typeof langs)[number], string>>

type FormProps = {
  field: FieldView
  stored: LocalWords
  code: string
  area: string
  onClose: () => void
}

function WordsForm({ field, stored, code, area, onClose }: FormProps) {
  const { t } = useWords()
  const own = stored[field.key]
  const [typed, setTyped] = useState<Typed>({
    purpose: own?.purpose ?? { zh: '', en: '' },
    note: own?.note ?? { zh: '', en: '' },
  })
  const setting = useSetting({ setter: setRule, refresh: [readPrivacy], onClose })
  const submit = () => {
    const halves = parts.filter((part) => isFilled(typed[part].zh) !== isFilled(typed[part].en))
    setting.send(
      halves.map((part) => t(words.bothNeeded, { what: t(words[part]) })),
      { area: code, key: privacyRule, value: withWords(stored, field.key, typed) },
    )
  }
  return (
    <SettingDialog
      setting={setting}
      title={t(words.setTitle, { field: t(field.name) })}
      says={t(ruleWords.setSays, { area, day: setting.day })}
      onSubmit={submit}
    >
      <p className="k-note">{t(field.line)}</p>
      {parts.map((part) =>
        langs.map((lang) => (
          <TextArea
            key={`${part}${lang}`}
            label={t(privacyInputs[part][lang])}
            need="optional"
            maxLength={part === 'purpose' ? 120 : 400}
            value={typed[part][lang]}
            onChange={(event) =>
              setTyped({ ...typed, [part]: { ...typed[part], [lang]: event.target.value } })
            }
          />
        )),
      )}
    </SettingDialog>
  )
}

const isFilled = (text: string): boolean => text.trim().length >= 2

/** What was emptied is said as the program says it again. */
function withWords(stored: LocalWords, key: string, typed: Typed): LocalWords {
  const { [key]: _was, ...others } = stored
  const said = Object.fromEntries(
    parts.flatMap((part) => {
      const { zh, en } = typed[part]
      return isFilled(zh) ? [[part, { zh: zh.trim(), en: en.trim() }]] : []
    }),
  )
  return Object.keys(said).length === 0 ? others : { ...others, [key]: said }
}
