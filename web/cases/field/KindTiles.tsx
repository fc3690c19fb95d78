// The kind in one tap: what the words sound like, else what grids settle themselves most; all others in the list.
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, Select } from '#web/kit/ui/Field.tsx'
import { type Category, leaves, optionsOf, suggest } from '../open/suggest.ts'
import { findWords } from './words-find.ts'

type Props = {
  categories: Category[]
  text: string
  value: string | null
  onChange: (code: string | null) => void
}

const tiles = 4

/** Without a word said, the kinds that a grid may settle on the spot come first, as the pack orders them. */
function offered(categories: Category[], text: string, value: string | null): Category[] {
  const all = leaves(categories)
  const chosen = all.filter(({ code }) => code === value)
  const likely = suggest(text, categories, { most: tiles })
  const usual = all.filter(({ selfHandle, tier }) => selfHandle.partTime && tier === 'T1')
  return [...new Set([...chosen, ...likely, ...usual])].slice(0, tiles)
}

export function KindTiles({ categories, text, value, onChange }: Props) {
  const { t, lang } = useWords()
  const shown = offered(categories, text, value)
  return (
    <>
      <RadioTiles
        label={<span className="k-sr">{t(findWords.step2)}</span>}
        columns={2}
        options={shown.map((category) => ({ value: category.code, label: category[lang] }))}
        value={value}
        onChange={onChange}
      />
      <Select
        label={t(findWords.moreKinds)}
        value={value ?? ''}
        options={optionsOf(categories, lang)}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </>
  )
}
