// Name and code of one grid. What is typed holds as soon as the field is left.
import { useState } from 'react'
import { done } from '#core/kit/result.ts'
import type { Part } from '#core/places/drawing.ts'
import { type PartWords, nameFor, namePart, nextCode } from '#core/places/grid-names.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import type { Drafting } from './drafting.ts'
import { redrawWords as words } from './words-redraw.ts'

export function NameForm({ drafting, part }: { drafting: Drafting; part: Part }) {
  const { t } = useWords()
  const { ground } = drafting.view
  const [typed, setTyped] = useState<PartWords>(part)
  const keep = (given: PartWords) => {
    const nameEn = given.nameEn?.trim() === '' ? null : (given.nameEn?.trim() ?? null)
    const next = { code: given.code.trim(), name: given.name.trim(), nameEn }
    const same = next.code === part.code && next.name === part.name && nameEn === part.nameEn
    if (!same) drafting.take((drawing) => done(namePart(drawing, part.key, next)))
  }
  if (part.unclaimed)
    return (
      <Button
        onClick={() => {
          const code = nextCode(drafting.drawing.parts, ground)
          const given = nameFor(code, drafting.drawing.before, ground.digits)
          setTyped(given)
          drafting.take((drawing) => done(namePart(drawing, part.key, given)))
        }}
      >
        {t(words.claim)}
      </Button>
    )
  return (
    <form
      className="redraw-form"
      onSubmit={(event) => {
        event.preventDefault()
        keep(typed)
      }}
    >
      <TextField
        label={t(words.name)}
        value={typed.name}
        maxLength={120}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        onBlur={() => keep(typed)}
      />
      <TextField
        label={t(words.nameEn)}
        value={typed.nameEn ?? ''}
        maxLength={160}
        onChange={(event) => setTyped({ ...typed, nameEn: event.target.value })}
        onBlur={() => keep(typed)}
      />
      {part.was === null ? (
        <TextField
          label={t(words.code)}
          hint={t(words.codeHint, { begins: ground.codeBegins, digits: ground.digits })}
          inputMode="numeric"
          value={typed.code}
          maxLength={40}
          onChange={(event) => setTyped({ ...typed, code: event.target.value })}
          onBlur={() => keep(typed)}
        />
      ) : (
        <p className="k-note">
          {part.code} · {t(words.codeStays)}
        </p>
      )}
    </form>
  )
}
