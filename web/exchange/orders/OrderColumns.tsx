// Which heading of the file holds what. What was guessed, or held last time, stands there already.
import { type OrderField, type OrderMapping, orderFields } from '#core/exchange/order-mapping.ts'
import { useWords } from '#web/kit/language.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import type { Preview } from './OrderImport.tsx'
import { fieldWords, orderWords as words } from './words-orders-page.ts'

type Props = { preview: Preview; onChange: (mapping: OrderMapping) => void }

export function OrderColumns({ preview, onChange }: Props) {
  const { t } = useWords()
  const { mapping, headings } = preview
  const { columns } = mapping
  const put = (field: OrderField, held: string | string[] | undefined) => {
    const { [field]: _before, ...rest } = columns
    onChange({ ...mapping, columns: held === undefined ? rest : { ...rest, [field]: held } })
  }
  const [title, text] = titleAndText(columns.text)
  const texts = (next: string, body: string) => {
    const held = [next, body].filter((heading) => heading !== '')
    put('text', held.length === 0 ? undefined : held.length === 1 ? held[0] : held)
  }
  return (
    <div className="ord-columns">
      {orderFields.map((field) =>
        field === 'text' ? (
          <div key={field} className="ord-two">
            <Heading
              label={t(words.title1)}
              headings={headings}
              value={title}
              onChange={(to) => texts(to, text)}
            />
            <Heading
              label={t(fieldWords.text)}
              headings={headings}
              value={text}
              onChange={(to) => texts(title, to)}
            />
          </div>
        ) : (
          <Heading
            key={field}
            label={t(fieldWords[field])}
            headings={headings}
            value={[columns[field] ?? ''].flat()[0] ?? ''}
            onChange={(to) => put(field, to === '' ? undefined : to)}
          />
        ),
      )}
    </div>
  )
}

/** The last of several headings is the text; what stands before it is a title. */
function titleAndText(held: string | string[] | undefined): [title: string, text: string] {
  const all = [held ?? []].flat()
  return [all.length > 1 ? (all[0] ?? '') : '', all.at(-1) ?? '']
}

type HeadingProps = {
  label: string
  headings: string[]
  value: string
  onChange: (heading: string) => void
}

function Heading({ label, headings, value, onChange }: HeadingProps) {
  const { t } = useWords()
  return (
    <Select
      label={label}
      empty={t(words.notThere)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={headings.map((heading) => ({ value: heading, label: heading }))}
    />
  )
}
