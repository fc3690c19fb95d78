// Which category of ours is which service of theirs, line by line; theirs are chosen once they have told what they offer.
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { remoteWords as words } from './words-remotes.ts'

export type ServiceRow = { ours: string; theirs: string }

type Props = {
  rows: ServiceRow[]
  offered: { code: string; name: string }[]
  onChange: (rows: ServiceRow[]) => void
}

export function ServiceRows({ rows, offered, onChange }: Props) {
  const { t } = useWords()
  const change = (at: number, part: Partial<ServiceRow>) =>
    onChange(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))
  return (
    <fieldset className="k-field">
      <legend>{t(words.services)}</legend>
      <p className="k-why">{t(words.servicesHint)}</p>
      {rows.map((row, at) => (
        <div className="x-service" key={at}>
          <TextField
            label={t(words.ours)}
            maxLength={40}
            value={row.ours}
            onChange={(event) => change(at, { ours: event.target.value })}
          />
          <Theirs
            offered={offered}
            value={row.theirs}
            onChange={(theirs) => change(at, { theirs })}
          />
          <Button
            look="quiet"
            aria-label={t(words.removeRow)}
            onClick={() => onChange(rows.filter((_, i) => i !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { ours: '', theirs: '' }])}>
        {t(words.addRow)}
      </Button>
    </fieldset>
  )
}

type TheirsProps = { offered: Props['offered']; value: string; onChange: (code: string) => void }

function Theirs({ offered, value, onChange }: TheirsProps) {
  const { t } = useWords()
  if (offered.length === 0)
    return (
      <TextField
        label={t(words.theirs)}
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  const known = offered.some((one) => one.code === value)
  const own = value === '' || known ? [] : [{ code: value, name: value }]
  return (
    <Select
      label={t(words.theirs)}
      options={[...own, ...offered].map(({ code, name }) => ({
        value: code,
        label: name === code ? code : `${name} ${code}`,
      }))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
