// What is said of the house: the centre itself, its floors with their plans, its functional zones.
import { useState } from 'react'
import { readCentres, saveCentre, saveFloor, saveZone } from '#core/activities/contract-centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { formWords as words } from '../words-forms.ts'
import { centreWords } from '../words-desk.ts'
import { type House, useNamed } from './CentreFrame.tsx'
import { PlanField, usePlan } from './PlanField.tsx'
import { textOrNull, useCentreAct, useMissing } from './centre-act.ts'

export type HouseForm = { house: House; onClose: () => void }
export const ofHouse = ({ area, centre }: House) => ({ code: area.code, centreId: centre.id })
const refresh = [readCentres]

type NamesProps = {
  name: { zh: string; en: string }
  set: (name: { zh: string; en: string }) => void
  most?: number
}

export function Names({ name, set, most = 40 }: NamesProps) {
  const { t } = useWords()
  return (
    <div className="a-form">
      <TextField
        label={t(centreWords.nameZh)}
        value={name.zh}
        maxLength={most}
        onChange={(e) => set({ ...name, zh: e.target.value })}
      />
      <TextField
        label={t(centreWords.nameEn)}
        need="optional"
        value={name.en}
        maxLength={most * 2}
        onChange={(e) => set({ ...name, en: e.target.value })}
      />
    </div>
  )
}

export const namesOf = (known: { zh: string; en: string | null } | null | undefined) => ({
  zh: known?.zh ?? '',
  en: known?.en ?? '',
})
export const namedOf = ({ zh, en }: { zh: string; en: string }) => ({
  zh: zh.trim(),
  en: textOrNull(en),
})

export function CentreForm({ house, onClose }: HouseForm) {
  const { t } = useWords()
  const { centre } = house
  const [name, setName] = useState(namesOf(centre.name))
  const [said, setSaid] = useState({ address: centre.address, phone: centre.phone ?? '' })
  const [lift, setLift] = useState(centre.lift)
  const plan = usePlan(centre.planPhoto)
  const { missing, check } = useMissing()
  const act = useCentreAct(saveCentre, { refresh, onClose })
  const submit = () =>
    check(
      [
        [t(centreWords.nameZh), name.zh.trim().length > 1],
        [t(centreWords.address), said.address.trim() !== ''],
      ],
      () =>
        void plan.send((planPhoto) =>
          act.mutate({
            ...ofHouse(house),
            name: namedOf(name),
            address: said.address.trim(),
            phone: textOrNull(said.phone),
            lift,
            planPhoto,
          }),
        ),
    )
  return (
    <AskDialog
      title={t(words.centreTitle)}
      verb={t(words.save)}
      busy={act.isPending || plan.busy}
      missing={missing}
      error={plan.error ?? act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Names name={name} set={setName} most={60} />
      <TextField
        label={t(centreWords.address)}
        value={said.address}
        maxLength={200}
        onChange={(e) => setSaid({ ...said, address: e.target.value })}
      />
      <TextField
        label={t(centreWords.phone)}
        need="optional"
        value={said.phone}
        maxLength={40}
        onChange={(e) => setSaid({ ...said, phone: e.target.value })}
      />
      <Tick label={t(centreWords.lift)} checked={lift} onChange={setLift} />
      <PlanField plan={plan} />
    </AskDialog>
  )
}

type Floor = House['centre']['floors'][number]

export function FloorForm({ house, known, onClose }: HouseForm & { known: Floor | null }) {
  const { t } = useWords()
  const named = useNamed()
  const next = Math.max(0, ...house.centre.floors.map((each) => each.ordinal)) + 1
  const [ordinal, setOrdinal] = useState(String(known?.ordinal ?? next))
  const [name, setName] = useState(
    known === null ? { zh: `${next}楼`, en: `Floor ${next}` } : namesOf(known.name),
  )
  const plan = usePlan(known?.planPhoto ?? null)
  const { missing, check } = useMissing()
  const act = useCentreAct(saveFloor, { refresh, onClose })
  const n = Number(ordinal)
  const submit = () =>
    check(
      [
        [t(centreWords.nameZh), name.zh.trim() !== ''],
        [t(words.ordinal), ordinal !== '' && Number.isInteger(n) && n >= -5 && n <= 60],
      ],
      () =>
        void plan.send((planPhoto) =>
          act.mutate({ ...ofHouse(house), ordinal: n, name: namedOf(name), planPhoto }),
        ),
    )
  return (
    <AskDialog
      title={known === null ? t(words.floorAdd) : t(words.floorTitle, { name: named(known.name) })}
      verb={t(words.save)}
      busy={act.isPending || plan.busy}
      missing={missing}
      error={plan.error ?? act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      {known === null && (
        <TextField
          label={t(words.ordinal)}
          hint={t(words.ordinalHint)}
          type="number"
          min={-5}
          max={60}
          value={ordinal}
          onChange={(e) => setOrdinal(e.target.value)}
        />
      )}
      <Names name={name} set={setName} most={20} />
      <PlanField plan={plan} />
    </AskDialog>
  )
}

type Zone = House['centre']['zones'][number]

export function ZoneForm({ house, known, onClose }: HouseForm & { known: Zone | null }) {
  const { t } = useWords()
  const named = useNamed()
  const [zoneId] = useState(known?.id ?? newCommandId())
  const [name, setName] = useState(namesOf(known?.name))
  const [purpose, setPurpose] = useState(known?.purpose ?? '')
  const { missing, check } = useMissing()
  const act = useCentreAct(saveZone, { refresh, onClose })
  const submit = () =>
    check([[t(centreWords.nameZh), name.zh.trim() !== '']], () =>
      act.mutate({
        ...ofHouse(house),
        zoneId,
        name: namedOf(name),
        purpose: textOrNull(purpose),
      }),
    )
  return (
    <AskDialog
      title={known === null ? t(words.zoneAdd) : t(words.zoneTitle, { name: named(known.name) })}
      verb={t(words.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Names name={name} set={setName} />
      <TextArea
        label={t(words.purpose)}
        need="optional"
        value={purpose}
        maxLength={400}
        onChange={(e) => setPurpose(e.target.value)}
      />
    </AskDialog>
  )
}
