// Writing a template, or another wording in place of one: the step, perhaps a kind of matter, title and words, with the places
// that a case fills put in by one press.
import { useState } from 'react'
import { keepTemplate, listTemplates, type TemplateView } from '#core/cases/contract-templates.ts'
import {
  type Placeholder,
  placeholderKeys,
  placeholders,
  type TemplateMove,
  templateMoves,
  titleMax,
  unknownPlaceholders,
  wordsMax,
} from '#core/cases/templates.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import { placeholderWords, templateRefusals } from '#core/cases/words-templates.ts'
import type { Lang } from '#core/kit/words.ts'
import { listCategories } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { templateWords as words } from './words-templates.ts'

type Props = { code: string; was: TemplateView | null; onClose: () => void }

export function TemplateForm({ code, was, onClose }: Props) {
  const { t, lang } = useWords()
  const toast = useToast()
  const [move, setMove] = useState<TemplateMove>(was?.move ?? 'close')
  const [category, setCategory] = useState(was?.category?.code ?? '')
  const [title, setTitle] = useState(was?.title ?? '')
  const [said, setSaid] = useState(was?.words ?? '')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(keepTemplate, {
    refresh: [listTemplates],
    onDone: () => {
      toast(t(words.kept))
      onClose()
    },
  })
  const submit = () => {
    const unknown = unknownPlaceholders(said)
    setMissing([
      ...(title.trim().length < 2 || said.trim().length < 2
        ? [t(templateRefusals.words_missing)]
        : []),
      ...(unknown.length > 0
        ? [`${unknown.join(' ')}  ${t(templateRefusals.unknown_placeholder)}`]
        : []),
    ])
    if (unknown.length > 0 || title.trim().length < 2 || said.trim().length < 2) return
    act.mutate({
      code,
      move,
      category: category === '' ? null : category,
      title,
      words: said,
      replaces: was?.id ?? null,
    })
  }
  return (
    <AskDialog
      wide
      title={was === null ? t(words.addTitle) : t(words.changeTitle, { title: was.title })}
      {...(was === null ? {} : { says: t(words.changeSays) })}
      verb={t(words.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={templateRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <ForWhich code={code} {...{ move, setMove, category, setCategory }} />
      <TextField
        label={t(words.name)}
        hint={t(words.nameHint)}
        maxLength={titleMax}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={t(words.words)}
        hint={t(words.wordsHint, {
          list: placeholderKeys.map((key) => inBraces(key, lang)).join(' '),
        })}
        rows={5}
        maxLength={wordsMax}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      <Places onPick={(place) => setSaid((was) => `${was}${place}`)} />
    </AskDialog>
  )
}

const inBraces = (key: Placeholder, lang: Lang): string =>
  `{${lang === 'zh' ? placeholders[key] : key}}`

/** Each place a case fills, put behind what is written so far by one press. */
function Places({ onPick }: { onPick: (place: string) => void }) {
  const { t, lang } = useWords()
  return (
    <p className="template-places">
      {placeholderKeys.map((key) => (
        <button
          key={key}
          type="button"
          className="k-chip"
          title={t(placeholderWords[key])}
          onClick={() => onPick(inBraces(key, lang))}
        >
          {inBraces(key, lang)}
        </button>
      ))}
    </p>
  )
}

type WhichProps = {
  code: string
  move: TemplateMove
  setMove: (move: TemplateMove) => void
  category: string
  setCategory: (category: string) => void
}

function ForWhich({ code, move, setMove, category, setCategory }: WhichProps) {
  const { t, lang } = useWords()
  const categories = useEndpoint(listCategories, { area: code }).data?.items ?? []
  return (
    <div className="k-ask-pair">
      <Select
        label={t(words.move)}
        value={move}
        options={templateMoves.map((value) => ({ value, label: t(moveWords[value]) }))}
        onChange={(event) => {
          const chosen = templateMoves.find((one) => one === event.target.value)
          if (chosen) setMove(chosen)
        }}
      />
      <Select
        label={t(words.category)}
        empty={t(words.anyCategory)}
        value={category}
        options={categories.map((one) => ({ value: one.code, label: `${one[lang]} ${one.code}` }))}
        onChange={(event) => setCategory(event.target.value)}
      />
    </div>
  )
}
