// A new value for one rule, from a day on, with the reason that stays beside it.
import { useState } from 'react'
import { limitKindWords } from '#core/cases/words-limits.ts'
import { type Role, allRoles, roles } from '#core/people/roles.ts'
import { type LimitKind, limitKinds } from '#core/places/category.ts'
import { listCategories } from '#core/places/contract.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import type { RulesProps } from './AmountsView.tsx'
import {
  type RuleCard,
  type RuleValue,
  type Weights,
  inPercent,
  isRoles,
  isWeights,
  sayValue,
  setValue,
  weighed,
  withValue,
} from './rule-cards.ts'
import { Rehearsal } from './Rehearsal.tsx'
import { SettingDialog, useSetting } from './setting.tsx'
import { ruleWords as words } from './words-rules.ts'

type Props = RulesProps & { card: RuleCard; onClose: () => void }

export function RuleForm({ card, code, area, rules, onClose }: Props) {
  const { t } = useWords()
  const stored = rules.rules.find((each) => each.key === card.key)?.value
  const present = setValue(card, stored) ?? card.usual
  const [value, setNew] = useState<RuleValue | null>(present)
  const setting = useSetting({ setter: setRule, refresh: [listCategories], onClose })
  const whole = value === null ? null : withValue(card, stored, value)
  const submit = () =>
    setting.send(
      value === null ? [setting.need('newValue')] : [],
      whole === null ? null : { area: code, key: card.key, value: whole },
    )
  return (
    <SettingDialog
      setting={setting}
      title={t(words.setTitle, { rule: t(card.name) })}
      says={t(words.setSays, { area, day: setting.day })}
      onSubmit={submit}
    >
      <ValueField card={card} value={value} onChange={setNew} />
      {isRehearsable(card) && (
        <Rehearsal code={code} draft={whole === null ? null : { key: card.key, value: whole }} />
      )}
      <p className="k-note">{t(words.now, { value: sayValue(card, present, t) })}</p>
    </SettingDialog>
  )
}

/** Limits count in clocks that have run: their past can be told. */
const isRehearsable = (card: RuleCard): boolean =>
  card.key === 'cases.categoryLimits' ||
  card.id.startsWith('handle') ||
  card.id === 'overdueRaisesTier'

type ValueProps = {
  card: RuleCard
  value: RuleValue | null
  onChange: (value: RuleValue | null) => void
}

function ValueField({ card, value, onChange }: ValueProps) {
  const { t } = useWords()
  if (card.shape.kind === 'flag')
    return (
      <RadioTiles
        label={t(words.newValue)}
        value={value === true ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t(words.yes) },
          { value: 'no', label: t(words.no) },
        ]}
        onChange={(chosen) => onChange(chosen === 'yes')}
      />
    )
  if (card.shape.kind === 'whole') {
    const { least, most, unit } = card.shape
    return (
      <NumberField
        label={`${t(words.newValue)} (${t(unit)})`}
        hint={t(words.bounds, { least, most })}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
      />
    )
  }
  if (card.shape.kind === 'roles')
    return <RolesField value={isRoles(value) ? value : []} onChange={onChange} />
  if (card.shape.kind === 'weights')
    return <WeightsField value={isWeights(value) ? value : null} onChange={onChange} />
  const limit =
    typeof value === 'object' && value !== null && !isRoles(value) && !isWeights(value)
      ? value
      : null
  return <LimitField value={limit} onChange={onChange} />
}

/** In hundredths; kept as shares once they add up. */
function WeightsField({
  value,
  onChange,
}: {
  value: Weights | null
  onChange: (value: RuleValue | null) => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState(
    () => Object.fromEntries(weighed.map((one) => [one, inPercent(value?.[one] ?? 0)])) as Weights,
  )
  const sum = weighed.reduce((total, one) => total + typed[one], 0)
  const put = (one: keyof Weights, given: number | null) => {
    const next = { ...typed, [one]: given ?? 0 }
    setTyped(next)
    const total = weighed.reduce((all, each) => all + next[each], 0)
    const isWhole = Math.abs(total - 100) < 0.15
    onChange(
      isWhole
        ? (Object.fromEntries(weighed.map((each) => [each, next[each] / total])) as Weights)
        : null,
    )
  }
  return (
    <fieldset className="rules-roles">
      <legend>{t(words.newValue)}</legend>
      {weighed.map((one) => (
        <NumberField
          key={one}
          label={`${t(words[one])} (%)`}
          value={typed[one]}
          onChange={(given) => put(one, given)}
        />
      ))}
      {Math.abs(sum - 100) >= 0.15 && <p className="k-field-error">{t(words.weightsSum)}</p>}
    </fieldset>
  )
}

/** In the order of the layers, as everywhere. */
function RolesField({
  value,
  onChange,
}: {
  value: readonly Role[]
  onChange: (value: readonly Role[]) => void
}) {
  const { t } = useWords()
  return (
    <fieldset className="rules-roles">
      <legend>{t(words.newValue)}</legend>
      {allRoles.map((role) => (
        <Tick
          key={role}
          label={t(roles[role].name)}
          checked={value.includes(role)}
          onChange={(on) =>
            onChange(allRoles.filter((each) => (each === role ? on : value.includes(each))))
          }
        />
      ))}
    </fieldset>
  )
}

type LimitValue = { kind: LimitKind; amount: number }

function LimitField({
  value,
  onChange,
}: {
  value: LimitValue | null
  onChange: (value: LimitValue | null) => void
}) {
  const { t } = useWords()
  const [kind, setKind] = useState<LimitKind>(value?.kind ?? 'WORK_DAY')
  return (
    <div className="k-ask-pair">
      <NumberField
        label={t(words.newValue)}
        value={value?.amount ?? null}
        onChange={(amount) => onChange(amount === null ? null : { kind, amount })}
      />
      <Select
        label={t(words.unit)}
        value={kind}
        options={limitKinds.map((each) => ({ value: each, label: t(limitKindWords[each]) }))}
        onChange={(event) => {
          const chosen = limitKinds.find((each) => each === event.target.value) ?? kind
          setKind(chosen)
          if (value !== null) onChange({ ...value, kind: chosen })
        }}
      />
    </div>
  )
}

type NumberProps = {
  label: string
  hint?: string
  value: number | null
  onChange: (value: number | null) => void
}

/** What was typed stays, also where it is no number. */
function NumberField({ label, hint, value, onChange }: NumberProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      inputMode="decimal"
      value={text}
      onChange={(event) => {
        const typed = event.target.value
        setText(typed)
        const number = Number(typed.trim())
        onChange(typed.trim() === '' || Number.isNaN(number) ? null : number)
      }}
    />
  )
}
