// Listing a space, entering what somebody would do with it, and deciding: given on terms, refused or taken back with a reason.
import { useState } from 'react'
import {
  type SpaceView,
  decideUse,
  listSpaces,
  proposeUse,
  saveSpace,
  spaceUses,
} from '#core/activities/contract-groups.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { RadioTiles, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { formWords, spaceWords as words } from '../words-forms.ts'
import { textOrNull, useCentreAct, useMissing } from './centre-act.ts'
import type { HouseForm } from './house-forms.tsx'

const refresh = [listSpaces]

const spaceOf = (known: SpaceView | null, today: string) => ({
  name: known?.name ?? '',
  address: known?.address ?? '',
  owner: known?.owner ?? '',
  areaSqm: known === null ? '' : String(known.areaSqm),
  idleSince: known?.idleSince ?? today,
})
type SpaceDraft = ReturnType<typeof spaceOf>

const fields = [
  ['name', words.name, 60],
  ['address', words.address, 200],
  ['owner', words.owner, 80],
] as const

type SpaceProps = { draft: SpaceDraft; set: (change: Partial<SpaceDraft>) => void }

function SpaceFields({ draft, set }: SpaceProps) {
  const { t } = useWords()
  return (
    <>
      {fields.map(([key, label, most]) => (
        <TextField
          key={key}
          label={t(label)}
          value={draft[key]}
          maxLength={most}
          onChange={(e) => set({ [key]: e.target.value })}
        />
      ))}
      <div className="a-form">
        <TextField
          label={t(words.sqm)}
          type="number"
          min={1}
          step="any"
          value={draft.areaSqm}
          onChange={(e) => set({ areaSqm: e.target.value })}
        />
        <TextField
          label={t(words.since)}
          type="date"
          value={draft.idleSince}
          onChange={(e) => set({ idleSince: e.target.value })}
        />
      </div>
    </>
  )
}

export function SpaceForm({ house, known, onClose }: HouseForm & { known: SpaceView | null }) {
  const { t } = useWords()
  const [spaceId] = useState(known?.id ?? newCommandId())
  const [draft, setDraft] = useState(() => spaceOf(known, house.today))
  const set = (change: Partial<SpaceDraft>) => setDraft((was) => ({ ...was, ...change }))
  const [withdrawn, setWithdrawn] = useState(known?.state === 'withdrawn')
  const { missing, check } = useMissing()
  const act = useCentreAct(saveSpace, { refresh, onClose })
  const submit = () =>
    check(
      [
        [t(words.name), draft.name.trim().length > 1],
        [t(words.address), draft.address.trim() !== ''],
        [t(words.owner), draft.owner.trim().length > 1],
        [t(words.sqm), Number(draft.areaSqm) > 0],
        [t(words.since), draft.idleSince !== ''],
      ],
      () =>
        act.mutate({
          code: house.area.code,
          spaceId,
          name: draft.name.trim(),
          address: draft.address.trim(),
          owner: draft.owner.trim(),
          areaSqm: Number(draft.areaSqm),
          idleSince: draft.idleSince,
          withdrawn,
        }),
    )
  return (
    <AskDialog
      title={known === null ? t(words.add) : t(words.changeTitle, { name: known.name })}
      verb={t(formWords.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <SpaceFields draft={draft} set={set} />
      {known !== null && (
        <Tick label={t(words.withdrawn)} checked={withdrawn} onChange={setWithdrawn} />
      )}
    </AskDialog>
  )
}

export function ProposeForm({ house, space, onClose }: HouseForm & { space: SpaceView }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({
    use: 'shared' as (typeof spaceUses)[number],
    byWhom: '',
    words: '',
  })
  const { missing, check } = useMissing()
  const act = useCentreAct(proposeUse, { refresh, onClose, says: () => t(words.done) })
  const submit = () =>
    check(
      [
        [t(words.byWhom), draft.byWhom.trim().length > 1],
        [t(words.words), draft.words.trim().length > 1],
      ],
      () =>
        act.mutate({
          code: house.area.code,
          spaceId: space.id,
          use: draft.use,
          byWhom: draft.byWhom.trim(),
          words: draft.words.trim(),
        }),
    )
  return (
    <AskDialog
      title={t(words.proposeTitle, { name: space.name })}
      verb={t(formWords.save)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioTiles
        label={t(words.use)}
        value={draft.use}
        onChange={(use) => setDraft((was) => ({ ...was, use }))}
        options={spaceUses.map((value) => ({ value, label: t(words[value]) }))}
      />
      <TextField
        label={t(words.byWhom)}
        value={draft.byWhom}
        maxLength={80}
        onChange={(e) => setDraft((was) => ({ ...was, byWhom: e.target.value }))}
      />
      <TextArea
        label={t(words.words)}
        value={draft.words}
        maxLength={600}
        onChange={(e) => setDraft((was) => ({ ...was, words: e.target.value }))}
      />
    </AskDialog>
  )
}

export type Deciding = {
  space: SpaceView
  use: SpaceView['uses'][number]
  decision: 'allocated' | 'refused' | 'ended'
}

const asked = {
  allocated: { title: words.giveTitle, says: words.giveSays, verb: words.give },
  refused: { title: words.refuseTitle, says: words.reasonSays, verb: words.refuse },
  ended: { title: words.endTitle, says: words.reasonSays, verb: words.end },
} as const

export function DecideForm({ house, of, onClose }: HouseForm & { of: Deciding }) {
  const { t } = useWords()
  const { space, use, decision } = of
  const given = decision === 'allocated'
  const [draft, setDraft] = useState({ fromOn: house.today, toOn: '', terms: '', reason: '' })
  const set = (change: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...change }))
  const { missing, check } = useMissing()
  const act = useCentreAct(decideUse, { refresh, onClose, says: () => t(words.done) })
  const submit = () =>
    check(
      given
        ? [
            [t(words.fromOn), draft.fromOn !== ''],
            [t(words.terms), draft.terms.trim().length > 1],
          ]
        : [[t(words.reason), draft.reason.trim().length > 1]],
      () =>
        act.mutate({
          code: house.area.code,
          spaceId: space.id,
          useId: use.id,
          decision,
          reason: textOrNull(draft.reason),
          fromOn: given ? draft.fromOn : null,
          toOn: given ? textOrNull(draft.toOn) : null,
          terms: given ? textOrNull(draft.terms) : null,
        }),
    )
  return (
    <AskDialog
      title={t(asked[decision].title, { name: use.byWhom })}
      says={t(asked[decision].says)}
      verb={t(asked[decision].verb)}
      grave={!given}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={activityRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      {given ? (
        <Terms draft={draft} set={set} />
      ) : (
        <TextArea
          label={t(words.reason)}
          value={draft.reason}
          maxLength={300}
          onChange={(e) => set({ reason: e.target.value })}
        />
      )}
    </AskDialog>
  )
}

type TermsDraft = { fromOn: string; toOn: string; terms: string }
type TermsProps = { draft: TermsDraft; set: (change: Partial<TermsDraft>) => void }

function Terms({ draft, set }: TermsProps) {
  const { t } = useWords()
  return (
    <>
      <div className="a-form">
        <TextField
          label={t(words.fromOn)}
          type="date"
          value={draft.fromOn}
          onChange={(e) => set({ fromOn: e.target.value })}
        />
        <TextField
          label={t(words.toOn)}
          need="optional"
          type="date"
          min={draft.fromOn}
          value={draft.toOn}
          onChange={(e) => set({ toOn: e.target.value })}
        />
      </div>
      <TextArea
        label={t(words.terms)}
        hint={t(words.termsHint)}
        value={draft.terms}
        maxLength={600}
        onChange={(e) => set({ terms: e.target.value })}
      />
    </>
  )
}
