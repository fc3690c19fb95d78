// One object: what it is, what it is called, the number on its tag and where it stands.
import { useState } from 'react'
import {
  type ObjectView,
  keepObject,
  listObjects,
  readObject,
} from '#core/patrols/contract-inspections.ts'
import { objectKinds, type ObjectKind } from '#core/patrols/plan.ts'
import { objectKindWords, patrolRefusals } from '#core/patrols/words.ts'
import { useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, Select, TextField } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { PointMap } from '#web/places/PointMap.tsx'
import type { Spot } from '#web/places/where-am-i.ts'
import type { GridOption } from './ObjectsPage.tsx'
import { roundWords as words } from './words-rounds.ts'

type Props = {
  code: string
  grids: GridOption[]
  onDone: () => void
  /** The one that is changed; without it a new one is laid. */
  object?: ObjectView
  /** Somebody changed it meanwhile: what was typed stays, what stands is fetched. */
  onStale?: () => void
}

export function ObjectForm({ code, grids, onDone, object, onStale }: Props) {
  const { t } = useWords()
  const [newId] = useState(newCommandId)
  const [kind, setKind] = useState<ObjectKind>(object?.kind ?? 'lamp')
  const [name, setName] = useState(object?.name ?? '')
  const [tag, setTag] = useState(object?.tag ?? '')
  const [grid, setGrid] = useState(object === undefined || object.area === code ? '' : object.area)
  const [point, setPoint] = useState<Spot | null>(object?.point ?? null)
  const act = useCommand(keepObject, { refresh: [listObjects, readObject], onDone })
  const send = () => {
    const of = { code, id: object?.id ?? newId, expectedVersion: object?.version ?? 0 }
    const tagged = tag.trim() === '' ? null : tag.trim()
    const at = { point, ...(grid === '' ? {} : { area: grid }) }
    act.mutate(
      { ...of, ...at, kind, name: name.trim(), tag: tagged, ended: false },
      { onError: () => onStale?.() },
    )
  }
  return (
    <div className="patrol-form">
      <ErrorSummary errors={act.error ? [t(wordsOfError(act.error, patrolRefusals))] : []} />
      <Select
        label={t(words.kind)}
        value={kind}
        options={objectKinds.map((value) => ({ value, label: t(objectKindWords[value]) }))}
        onChange={(event) => setKind(objectKinds.find((one) => one === event.target.value) ?? kind)}
      />
      <TextField
        label={t(words.name)}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t(words.tag)}
        need="optional"
        value={tag}
        maxLength={40}
        onChange={(event) => setTag(event.target.value)}
      />
      <Select
        label={t(words.grid)}
        value={grid}
        empty={t(words.whole)}
        options={grids}
        onChange={(event) => setGrid(event.target.value)}
      />
      <PointMap
        code={code}
        name={t(words.grid)}
        spot={point}
        chosen={grid === '' ? null : grid}
        onTap={setPoint}
      />
      <Button
        look="pri"
        busy={act.isPending}
        whyNot={name.trim().length < 2 ? t(words.needName) : null}
        onClick={send}
      >
        {t(words.keep)}
      </Button>
    </div>
  )
}
