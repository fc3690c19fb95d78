// Granting a role: which, where, for which unit, from when to when.
import { useState } from 'react'
import { grantRole, listUnits } from '#core/people/contract-staff.ts'
import { allRoles, type Role, roles } from '#core/people/roles.ts'
import { unitKindWords } from '#core/people/units.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { readArea } from '#core/places/contract.ts'
import { dayIn } from '#web/kit/dates.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import { AreaField } from '#web/places/AreaPicker.tsx'
import { DateSpan } from './DateSpan.tsx'
import { useMe } from './me.ts'
import { type PersonForm, usePersonAct } from './person-forms.tsx'
import { staffWords as words } from './words-staff.ts'

const asRole = (text: string): Role | null => allRoles.find((role) => role === text) ?? null

export function GrantForm({ view, onClose }: PersonForm) {
  const { t } = useWords()
  const { zone } = useSettings()
  const me = useMe().data
  const [code, setCode] = useState(view.grants[0]?.areaCode ?? me?.grants[0]?.areaCode ?? '')
  const [role, setRole] = useState<Role | null>(null)
  const [unit, setUnit] = useState('')
  const [span, setSpan] = useState({ from: dayIn(now(), zone), to: '' })
  const [missing, setMissing] = useState<string[]>([])
  const act = usePersonAct(grantRole, {
    done: t(words.granted, { role: role === null ? '' : t(roles[role].name) }),
    onClose,
  })
  const level = useEndpoint(readArea, { code }).data?.level ?? null
  const fits = (each: Role) =>
    level === null || (roles[each].levels?.includes(level) ?? true)
      ? null
      : peopleRefusals.wrong_level
  const submit = () => {
    const lacks = [
      ...(role === null ? [t(words.choose, { what: t(words.role) })] : []),
      ...(span.from === '' ? [t(words.need, { what: t(words.firstDay) })] : []),
    ]
    setMissing(lacks)
    if (role === null || lacks.length > 0) return
    const unitCode = roles[role].needsUnit && unit !== '' ? unit : null
    const validTo = span.to === '' ? null : span.to
    act.mutate({ login: view.login, role, areaCode: code, unitCode, validFrom: span.from, validTo })
  }
  return (
    <AskDialog
      wide
      title={t(words.grantTitle, { name: view.name })}
      says={t(words.grantSays)}
      verb={t(words.grant)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={peopleRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="k-ask-pair">
        <AreaField label={t(words.place)} code={code} onChoose={setCode} />
        <div>
          <Select
            label={t(words.role)}
            value={role ?? ''}
            options={allRoles
              .filter((each) => fits(each) === null)
              .map((value) => ({ value, label: t(roles[value].name) }))}
            onChange={(event) => setRole(asRole(event.target.value))}
          />
          {role !== null && roles[role].needsUnit && (
            <UnitSelect code={code} value={unit} onChange={setUnit} />
          )}
          <DateSpan span={span} onChange={setSpan} />
        </div>
      </div>
    </AskDialog>
  )
}

type UnitProps = { code: string; value: string; onChange: (code: string) => void; empty?: string }

export function UnitSelect({ code, value, onChange, empty }: UnitProps) {
  const { t } = useWords()
  const units = useEndpoint(listUnits, { code }).data?.items ?? []
  return (
    <Select
      label={t(words.unit)}
      value={value}
      {...(empty === undefined ? {} : { empty })}
      {...(units.length === 0 ? { hint: t(words.noUnits) } : {})}
      options={units.map((unit) => ({
        value: unit.code,
        label: t(unit.name),
        group: unit.section === null ? t(unitKindWords[unit.kind]) : t(unit.section),
      }))}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
