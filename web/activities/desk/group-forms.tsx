// A group with what is said of it, its leader's secret, and who offers help: nobody's name unless they agreed.
import { useState } from 'react'
import {
  type GroupView,
  type VolunteerView,
  giveGroupSecret,
  listGroups,
  listVolunteers,
  saveGroup,
  saveVolunteer,
} from '#core/activities/contract-groups.ts'
import { type GroupKind, groupKindWords, groupKinds } from '#core/activities/group.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { RadioTiles, Select, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { formWords } from '../words-forms.ts'
import { centreWords, groupWords as words } from '../words-desk.ts'
import { type House, useNamed } from './CentreFrame.tsx'
import { textOrNull, useCentreAct, useMissing, whole } from './centre-act.ts'
import { type HouseForm, Names, namedOf, namesOf } from './house-forms.tsx'

const draftOf = (known: GroupView | null) => ({
  name: namesOf(known?.name),
  kind: known?.kind ?? ('performance' as GroupKind),
  about: known?.about ?? '',
  leaderPost: known?.leaderPost ?? '',
  leaderShown: known?.leaderShown ?? '',
  members: known?.members == null ? '' : String(known.members),
  rooms: known?.rooms ?? [],
  hoursPerWeek: known?.hoursPerWeek == null ? '' : String(known.hoursPerWeek),
  endedOn: known?.endedOn ?? '',
})
type Draft = ReturnType<typeof draftOf>

export function GroupForm({ house, known, onClose }: HouseForm & { known: GroupView | null }) {
  const { t } = useWords()
  const named = useNamed()
  const [groupId] = useState(known?.id ?? newCommandId())
  const [draft, setDraft] = useState(() => draftOf(known))
  const set = (change: Partial<Draft>) => setDraft((was) => ({ ...was, ...change }))
  const { missing, check } = useMissing()
  const act = useCentreAct(saveGroup, { refresh: [listGroups], onClose })
  const submit = () =>
    check(
      [
        [t(centreWords.nameZh), draft.name.zh.trim().length > 1],
        [t(words.leader), draft.leaderPost.trim() !== ''],
      ],
      () =>
        act.mutate({
          code: house.area.code,
          groupId,
          name: namedOf(draft.name),
          kind: draft.kind,
          about: textOrNull(draft.about),
          leaderPost: draft.leaderPost.trim(),
          leaderShown: textOrNull(draft.leaderShown),
          members: whole(draft.members),
          rooms: draft.rooms,
          hoursPerWeek: whole(draft.hoursPerWeek),
          endedOn: textOrNull(draft.endedOn),
        }),
    )
  return (
    <AskDialog
      wide
      title={known === null ? t(words.add) : t(formWords.groupTitle, { name: named(known.name) })}
      verb={t(formWords.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Names name={draft.name} set={(name) => set({ name })} />
      <GroupFacts draft={draft} set={set} />
      <RoomRights house={house} draft={draft} set={set} />
      {known !== null && (
        <TextField
          label={t(formWords.ended)}
          need="optional"
          type="date"
          value={draft.endedOn}
          onChange={(e) => set({ endedOn: e.target.value })}
        />
      )}
    </AskDialog>
  )
}

type RightsProps = { house: House; draft: Draft; set: (change: Partial<Draft>) => void }

function RoomRights({ house, draft, set }: RightsProps) {
  const { t } = useWords()
  const named = useNamed()
  return (
    <fieldset className="k-field">
      <legend>{t(words.rights)}</legend>
      <div className="a-days">
        {house.centre.rooms.map((room) => (
          <Tick
            key={room.id}
            label={named(room.name)}
            checked={draft.rooms.includes(room.id)}
            onChange={(may) =>
              set({
                rooms: may
                  ? [...draft.rooms, room.id]
                  : draft.rooms.filter((each) => each !== room.id),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

function GroupFacts({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { t } = useWords()
  return (
    <div className="a-form">
      <Select
        label={t(words.kind)}
        value={draft.kind}
        onChange={(e) => set({ kind: (e.target.value || 'other') as GroupKind })}
        options={groupKinds.map((value) => ({ value, label: t(groupKindWords[value]) }))}
      />
      <TextField
        label={t(words.members)}
        need="optional"
        type="number"
        min={1}
        value={draft.members}
        onChange={(e) => set({ members: e.target.value })}
      />
      <TextField
        label={t(words.leader)}
        hint={t(words.leaderHint)}
        value={draft.leaderPost}
        maxLength={40}
        onChange={(e) => set({ leaderPost: e.target.value })}
      />
      <TextField
        label={t(formWords.leaderShown)}
        hint={t(formWords.leaderHint)}
        need="optional"
        value={draft.leaderShown}
        maxLength={40}
        onChange={(e) => set({ leaderShown: e.target.value })}
      />
      <TextField
        label={t(words.hours)}
        hint={t(formWords.hoursHint)}
        need="optional"
        type="number"
        min={0}
        max={80}
        value={draft.hoursPerWeek}
        onChange={(e) => set({ hoursPerWeek: e.target.value })}
      />
      <div className="is-whole">
        <TextArea
          label={t(formWords.about)}
          need="optional"
          value={draft.about}
          maxLength={600}
          onChange={(e) => set({ about: e.target.value })}
        />
      </div>
    </div>
  )
}

type SecretProps = HouseForm & { group: GroupView; onGiven: (secret: string) => void }

export function SecretForm({ house, group, onGiven, onClose }: SecretProps) {
  const { t } = useWords()
  const named = useNamed()
  const give = useCommand(giveGroupSecret, {
    onDone: ({ secret }) => {
      onGiven(secret)
      onClose()
    },
  })
  return (
    <AskDialog
      title={t(formWords.secretTitle, { name: named(group.name) })}
      says={t(formWords.secretSays)}
      verb={t(words.secret)}
      busy={give.isPending}
      error={give.error}
      refusals={activityRefusals}
      onSubmit={() => give.mutate({ code: house.area.code, groupId: group.id })}
      onClose={onClose}
    />
  )
}

const offerOf = (known: VolunteerView | null) => ({
  shown: known?.shown ?? '',
  kind: known?.kind ?? ('team' as VolunteerView['kind']),
  offers: known?.offers ?? '',
  agreed: known !== null,
  ended: false,
})
type Offer = ReturnType<typeof offerOf>

const volunteerKinds = ['team', 'organisation', 'person'] as const

export function VolunteerForm({
  house,
  known,
  onClose,
}: HouseForm & { known: VolunteerView | null }) {
  const { t } = useWords()
  const [volunteerId] = useState(known?.id ?? newCommandId())
  const [draft, setDraft] = useState(() => offerOf(known))
  const set = (change: Partial<Offer>) => setDraft((was) => ({ ...was, ...change }))
  const { missing, check } = useMissing()
  const act = useCentreAct(saveVolunteer, { refresh: [listVolunteers], onClose })
  const submit = () =>
    check(
      [
        [t(words.shown), draft.shown.trim() !== ''],
        [t(words.offers), draft.offers.trim().length > 1],
      ],
      () =>
        act.mutate({
          code: house.area.code,
          volunteerId,
          ...draft,
          shown: draft.shown.trim(),
          offers: draft.offers.trim(),
        }),
    )
  return (
    <AskDialog
      title={
        known === null ? t(words.addVolunteer) : t(formWords.volunteerTitle, { name: known.shown })
      }
      verb={t(formWords.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <VolunteerFacts draft={draft} set={set} />
      {known !== null && (
        <Tick
          label={t(formWords.volunteerEnd)}
          checked={draft.ended}
          onChange={(ended) => set({ ended })}
        />
      )}
    </AskDialog>
  )
}

function VolunteerFacts({ draft, set }: { draft: Offer; set: (change: Partial<Offer>) => void }) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t(words.shown)}
        value={draft.shown}
        maxLength={60}
        onChange={(e) => set({ shown: e.target.value })}
      />
      <RadioTiles
        label={t(formWords.volunteerKind)}
        columns={3}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={volunteerKinds.map((value) => ({ value, label: t(formWords[value]) }))}
      />
      <TextArea
        label={t(words.offers)}
        value={draft.offers}
        maxLength={300}
        onChange={(e) => set({ offers: e.target.value })}
      />
      <Tick label={t(words.agreed)} checked={draft.agreed} onChange={(agreed) => set({ agreed })} />
    </>
  )
}
