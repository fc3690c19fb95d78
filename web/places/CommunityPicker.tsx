// Choosing a community: by writing a piece of its name, by where one stands, or down the tree. No step needs a map.
import { useState } from 'react'
import { locatePlace, readArea, searchPlaces } from '#core/places/contract.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import type { MyCommunity } from './my-community.ts'
import { type Spot, useWhereAmI } from './where-am-i.ts'
import { placeWords } from './words.ts'
import './picker.css'

type Named = { code: string; name: string; nameEn: string | null; level: string }
/** Where somebody stands, if that is how the community was found: nobody is asked for it again. */
export type Standing = { spot: Spot; grid: string | null }
type Props = { onChoose: (mine: MyCommunity, standing?: Standing) => void }

export function CommunityPicker({ onChoose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [opened, setWithin] = useState<string | null>(null)
  // Without a point the server answers with the place it serves: the list begins there.
  const served = useEndpoint(locatePlace, {}).data?.area.code ?? null
  const within = opened ?? served
  return (
    <div className="picker">
      <Here onChoose={onChoose} />
      <TextField
        label={t(placeWords.searchLabel)}
        hint={t(placeWords.searchHint)}
        value={text}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() === '' ? (
        within !== null && <Browse code={within} onOpen={setWithin} onChoose={onChoose} />
      ) : (
        <Found
          q={text.trim()}
          onOpen={(code) => (setText(''), setWithin(code))}
          onChoose={onChoose}
        />
      )}
    </div>
  )
}

/** Asked only when pressed; the server says which community the point lies in. */
function Here({ onChoose }: Pick<Props, 'onChoose'>) {
  const { t } = useWords()
  const [lost, setLost] = useState(false)
  const choose = async (spot: Spot) => {
    const found = await call(locatePlace, spot).catch(() => null)
    const community = found?.community ?? null
    if (community === null) setLost(true)
    else
      onChoose(
        { code: community.code, name: community.name },
        { spot, grid: found?.grid?.code ?? null },
      )
  }
  const where = useWhereAmI((spot) => void choose(spot))
  const wrong =
    where.state === 'refused'
      ? placeWords.positionRefused
      : where.state === 'none' || lost
        ? placeWords.positionNone
        : null
  return (
    <div className="picker-here">
      <Button icon="pin" busy={where.state === 'asking'} onClick={where.ask}>
        {t(where.state === 'asking' ? placeWords.asking : placeWords.hereIAm)}
      </Button>
      <p className="k-why" role="status">
        {t(wrong ?? placeWords.positionOnce)}
      </p>
    </div>
  )
}

type ListProps = { onOpen: (code: string) => void; onChoose: Props['onChoose'] }

function Found({ q, onOpen, onChoose }: ListProps & { q: string }) {
  const { t } = useWords()
  const found = useEndpoint(searchPlaces, { q, limit: 30 }, { keepPrevious: true })
  if (found.error && !found.data)
    return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading lines={2} />
  const items = found.data.items.filter((item) => item.level !== 'grid' && item.level !== 'micro')
  if (items.length === 0)
    return <Empty title={t(placeWords.nothingFound)} then={t(placeWords.nothingFoundThen)} />
  return <Rows items={items} onOpen={onOpen} onChoose={onChoose} />
}

function Browse({ code, onOpen, onChoose }: ListProps & { code: string }) {
  const { t, lang } = useWords()
  const area = useEndpoint(readArea, { code }, { keepPrevious: true })
  if (area.error && !area.data) return null // a place without this district: searching finds its own
  if (!area.data) return <Loading lines={4} />
  const { children, path } = area.data
  const above = path.at(-1)
  const nameOf = (it: Named | typeof area.data) =>
    lang === 'en' ? (it.nameEn ?? it.name) : it.name
  return (
    <>
      <SectionHeading
        end={
          above && (
            <button type="button" className="k-link picker-up" onClick={() => onOpen(above.code)}>
              {t(placeWords.upTo, { name: nameOf(above) })}
            </button>
          )
        }
      >
        {t(placeWords.insideOf, { name: nameOf(area.data) })}
      </SectionHeading>
      <Rows items={children} onOpen={onOpen} onChoose={onChoose} />
    </>
  )
}

function Rows({ items, onOpen, onChoose }: ListProps & { items: (Named & { path?: string })[] }) {
  const { lang } = useWords()
  return (
    <ul className="picker-rows">
      {items.map((item) => (
        <li key={item.code}>
          <button
            type="button"
            onClick={() =>
              item.level === 'community'
                ? onChoose({ code: item.code, name: item.name })
                : onOpen(item.code)
            }
          >
            <span>
              <b>{lang === 'en' ? (item.nameEn ?? item.name) : item.name}</b>
              {item.path !== undefined && <small>{item.path}</small>}
            </span>
            <Icon name="right" size={18} />
          </button>
        </li>
      ))}
    </ul>
  )
}
