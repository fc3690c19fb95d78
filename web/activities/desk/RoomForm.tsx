// A room is added or changed; it is closed by a day, never removed.
import { useState } from 'react'
import { type RoomView, readCentres, saveRoom } from '#core/activities/contract-centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Select, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { formWords as words } from '../words-forms.ts'
import { centreWords } from '../words-desk.ts'
import { type House, useNamed } from './CentreFrame.tsx'
import { textOrNull, useCentreAct, useMissing, whole } from './centre-act.ts'
import { type HouseForm, Names, namedOf, namesOf, ofHouse } from './house-forms.tsx'

type Draft = ReturnType<typeof draftOf>

const draftOf = (known: RoomView | null, house: House) => ({
  name: namesOf(known?.name),
  note: namesOf(known?.note),
  floor: String(known?.floor ?? house.centre.floors[0]?.ordinal ?? ''),
  zoneId: known?.zoneId ?? '',
  ordinal: String(known?.ordinal ?? house.centre.rooms.length + 1),
  seats: known?.seats == null ? '' : String(known.seats),
  areaSqm: known?.areaSqm == null ? '' : String(known.areaSqm),
  equipment: known?.equipment.join('、') ?? '',
  stepFree: known?.stepFree ?? true,
  lends: known?.lends ?? true,
  needsApproval: known?.needsApproval ?? false,
  closedOn: known?.closedOn ?? '',
})

const sentOf = (draft: Draft) => ({
  floor: Number(draft.floor),
  zoneId: textOrNull(draft.zoneId),
  ordinal: Number(draft.ordinal) || 1,
  name: namedOf(draft.name),
  note: draft.note.zh.trim() === '' ? null : namedOf(draft.note),
  seats: whole(draft.seats),
  areaSqm: whole(draft.areaSqm),
  equipment: draft.equipment
    .split(/[、,，;；]/)
    .map((each) => each.trim())
    .filter((each) => each !== ''),
  stepFree: draft.stepFree,
  lends: draft.lends,
  needsApproval: draft.needsApproval,
  closedOn: textOrNull(draft.closedOn),
})

export function RoomForm({ house, known, onClose }: HouseForm & { known: RoomView | null }) {
  const { t } = useWords()
  const named = useNamed()
  const [roomId] = useState(known?.id ?? newCommandId())
  const [draft, setDraft] = useState(() => draftOf(known, house))
  const set = (change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change }))
  const { missing, check } = useMissing()
  const act = useCentreAct(saveRoom, { refresh: [readCentres], onClose })
  const submit = () =>
    check(
      [
        [t(centreWords.nameZh), draft.name.zh.trim() !== ''],
        [t(centreWords.floor), draft.floor !== ''],
      ],
      () => act.mutate({ ...ofHouse(house), roomId, ...sentOf(draft) }),
    )
  return (
    <AskDialog
      wide
      title={known === null ? t(words.roomAdd) : t(words.roomTitle, { name: named(known.name) })}
      verb={t(words.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Names name={draft.name} set={(name) => set({ name })} />
      <Where house={house} draft={draft} set={set} />
      <Fitted draft={draft} set={set} />
      <Tick
        label={t(centreWords.stepFree)}
        checked={draft.stepFree}
        onChange={(stepFree) => set({ stepFree })}
      />
      <Tick label={t(words.lends)} checked={draft.lends} onChange={(lends) => set({ lends })} />
      {draft.lends && (
        <Tick
          label={t(words.needsApproval)}
          checked={draft.needsApproval}
          onChange={(needsApproval) => set({ needsApproval })}
        />
      )}
      {known !== null && (
        <TextField
          label={t(words.closedOn)}
          hint={t(words.closedHint)}
          need="optional"
          type="date"
          value={draft.closedOn}
          onChange={(e) => set({ closedOn: e.target.value })}
        />
      )}
    </AskDialog>
  )
}

type Part = { draft: Draft; set: (change: Partial<Draft>) => void }

function Where({ house, draft, set }: Part & { house: House }) {
  const { t } = useWords()
  const named = useNamed()
  const { floors, zones } = house.centre
  return (
    <div className="a-form">
      <Select
        label={t(centreWords.floor)}
        value={draft.floor}
        onChange={(e) => set({ floor: e.target.value })}
        options={floors.map((each) => ({ value: String(each.ordinal), label: named(each.name) }))}
      />
      <TextField
        label={t(words.order)}
        type="number"
        min={1}
        max={200}
        value={draft.ordinal}
        onChange={(e) => set({ ordinal: e.target.value })}
      />
      {zones.length > 0 && (
        <Select
          label={t(words.zone)}
          need="optional"
          empty={t(words.noZone)}
          value={draft.zoneId}
          onChange={(e) => set({ zoneId: e.target.value })}
          options={zones.map((each) => ({ value: each.id, label: named(each.name) }))}
        />
      )}
    </div>
  )
}

function Fitted({ draft, set }: Part) {
  const { t } = useWords()
  return (
    <div className="a-form">
      <TextField
        label={t(centreWords.note)}
        hint={t(centreWords.noteHint)}
        need="optional"
        value={draft.note.zh}
        maxLength={60}
        onChange={(e) => set({ note: { ...draft.note, zh: e.target.value } })}
      />
      <TextField
        label={t(words.noteEn)}
        need="optional"
        value={draft.note.en}
        maxLength={120}
        onChange={(e) => set({ note: { ...draft.note, en: e.target.value } })}
      />
      <TextField
        label={t(centreWords.seats)}
        need="optional"
        type="number"
        min={1}
        value={draft.seats}
        onChange={(e) => set({ seats: e.target.value })}
      />
      <TextField
        label={t(centreWords.sqm)}
        need="optional"
        type="number"
        min={1}
        step="any"
        value={draft.areaSqm}
        onChange={(e) => set({ areaSqm: e.target.value })}
      />
      <div className="is-whole">
        <TextField
          label={t(centreWords.equipment)}
          hint={t(centreWords.equipmentHint)}
          need="optional"
          value={draft.equipment}
          onChange={(e) => set({ equipment: e.target.value })}
        />
      </div>
    </div>
  )
}
