// What somebody wants to be told of: where, what, when. The same fields when it is set up and when it is changed.
import { Suspense, lazy } from 'react'
import type { AlertKind, Pace } from '#core/exchange/alert.ts'
import { paces } from '#core/exchange/alert.ts'
import type { AlertChoices, AlertView } from '#core/exchange/contract-alerts.ts'
import { paceWords } from '#core/exchange/words-alerts.ts'
import { boardCategories } from '#core/notices/board.ts'
import { boardCategoryWords } from '#core/notices/words-board.ts'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, Tick } from '#web/kit/ui/Field.tsx'
import { alertsWords as words } from './words-alerts-page.ts'

/** The map is fetched by whoever wants grids, and by nobody else. */
const DrawnGrids = lazy(async () => ({
  default: (await import('./DrawnGrids.tsx')).DrawnGrids,
}))

export type Choice = {
  whole: boolean
  grids: string[]
  kinds: AlertKind[]
  topics: string[]
  pace: Pace
}

export const firstChoice: Choice = {
  whole: true,
  grids: [],
  kinds: ['board.outage', 'board.safety'],
  topics: [],
  pace: 'now',
}

export const choiceOf = (view: AlertView): Choice => ({
  whole: view.areas.includes(view.community.code),
  grids: view.areas.filter((code) => code !== view.community.code),
  kinds: view.kinds,
  topics: view.topics,
  pace: view.pace,
})

/** As the wire takes it; topics count only where cases are wanted. */
export const sentOf = (choice: Choice, community: string) => ({
  areas: choice.whole ? [community] : choice.grids,
  kinds: choice.kinds,
  topics: wantsCases(choice) ? choice.topics : [],
  pace: choice.pace,
})

export const whatLacks = (choice: Choice): Words | null => {
  if (choice.kinds.length === 0) return words.chooseSome
  return choice.whole || choice.grids.length > 0 ? null : words.chooseGrid
}

const wantsCases = ({ kinds }: Choice) => kinds.some((kind) => kind.startsWith('case.'))
const toggled = <T,>(list: readonly T[], value: T, on: boolean): T[] =>
  on ? [...list, value] : list.filter((each) => each !== value)

type Props = {
  choices: AlertChoices
  choice: Choice
  set: (change: Partial<Choice>) => void
}

export function AlertFields({ choices, choice, set }: Props) {
  const { t } = useWords()
  return (
    <>
      <Where choices={choices} choice={choice} set={set} />
      <Kinds choice={choice} set={set} />
      {wantsCases(choice) && <Topics choices={choices} choice={choice} set={set} />}
      <RadioTiles
        label={t(words.pace)}
        value={choice.pace}
        columns={1}
        onChange={(pace) => set({ pace })}
        options={paces.map((value) => ({ value, label: t(paceWords[value]) }))}
      />
    </>
  )
}

function Where({ choices, choice, set }: Props) {
  const { t, lang } = useWords()
  return (
    <>
      <RadioTiles
        label={t(words.where)}
        value={choice.whole ? 'whole' : 'grids'}
        onChange={(value) => set({ whole: value === 'whole' })}
        options={[
          { value: 'whole', label: t(words.whole) },
          { value: 'grids', label: t(words.grids) },
        ]}
      />
      {!choice.whole && (
        <>
          <Suspense fallback={null}>
            <DrawnGrids
              community={choices.community}
              grids={choices.grids}
              chosen={choice.grids}
              onDrawn={(grids) => set({ grids })}
            />
          </Suspense>
          <div className="alerts-ticks" role="group" aria-label={t(words.grids)}>
            {choices.grids.map(({ code, name }) => (
              <Tick
                key={code}
                label={name[lang]}
                checked={choice.grids.includes(code)}
                onChange={(on) => set({ grids: toggled(choice.grids, code, on) })}
              />
            ))}
          </div>
        </>
      )}
    </>
  )
}

const caseKinds = [
  ['case.new', words.caseNew],
  ['case.closed', words.caseClosed],
] as const

function Kinds({ choice, set }: Omit<Props, 'choices'>) {
  const { t } = useWords()
  const tick = (kind: AlertKind, label: Words) => (
    <Tick
      key={kind}
      label={t(label)}
      checked={choice.kinds.includes(kind)}
      onChange={(on) => set({ kinds: toggled(choice.kinds, kind, on) })}
    />
  )
  return (
    <>
      <fieldset className="alerts-kinds">
        <legend>{t(words.board)}</legend>
        <div className="alerts-ticks">
          {boardCategories.map((category) =>
            tick(`board.${category}`, boardCategoryWords[category]),
          )}
        </div>
      </fieldset>
      <fieldset className="alerts-kinds">
        <legend>{t(words.cases)}</legend>
        <div className="alerts-ticks">{caseKinds.map(([kind, label]) => tick(kind, label))}</div>
      </fieldset>
    </>
  )
}

function Topics({ choices, choice, set }: Props) {
  const { t, lang } = useWords()
  return (
    <details className="open-more" open={choice.topics.length > 0}>
      <summary>{t(words.topics)}</summary>
      <div className="alerts-ticks">
        {choices.topics.map(({ code, name }) => (
          <Tick
            key={code}
            label={name[lang]}
            checked={choice.topics.includes(code)}
            onChange={(on) => set({ topics: toggled(choice.topics, code, on) })}
          />
        ))}
      </div>
    </details>
  )
}
