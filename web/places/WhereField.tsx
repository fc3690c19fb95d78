// Where it is: the community, a tap on its map, the grid from a list, the position on a press, and words of one's own.
import { lazy, Suspense, useState } from 'react'
import { locatePlace, readArea } from '#core/places/contract.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { type Spot, useWhereAmI } from './where-am-i.ts'
import { placeWords } from './words.ts'
import './picker.css'

/** Whoever comes from a community's own page does not choose one: fetched where it is needed. */
const CommunityPicker = lazy(async () => ({
  default: (await import('./CommunityPicker.tsx')).CommunityPicker,
}))

// It is drawn from an outline that has to be fetched anyhow.
const PointMap = lazy(async () => ({ default: (await import('./PointMap.tsx')).PointMap }))

export type Where = {
  area: string | null
  areaName: string | null
  grid: string | null
  spot: Spot | null
  address: string
}

type Props = { where: Where; onChange: (part: Partial<Where>) => void; error?: string | null }

export function WhereField({ where, onChange, error }: Props) {
  const { t } = useWords()
  if (where.area === null || where.areaName === null) {
    return (
      <div className="where">
        <p className="k-sub">{t(placeWords.chooseCommunity)}</p>
        {error && <p className="k-field-error">{error}</p>}
        <Suspense fallback={null}>
          <CommunityPicker
            onChoose={({ code, name }, standing) =>
              onChange({ area: code, areaName: name, grid: null, ...standing })
            }
          />
        </Suspense>
      </div>
    )
  }
  return <InCommunity where={where} area={where.area} name={where.areaName} onChange={onChange} />
}

type InProps = Omit<Props, 'error'> & { area: string; name: string }

function InCommunity({ where, area, name: chosenBy, onChange }: InProps) {
  const { t, lang } = useWords()
  const community = useEndpoint(readArea, { code: area }).data
  const name = (lang === 'en' ? community?.nameEn : community?.name) ?? chosenBy
  const grids = community?.children ?? []
  const mark = useMark(area, onChange)
  const position = useWhereAmI(mark.at)
  const grid = grids.find(({ code }) => code === where.grid)
  const gridName = grid && (lang === 'en' ? (grid.nameEn ?? grid.name) : grid.name)
  const trouble =
    position.state === 'refused'
      ? placeWords.positionRefused
      : position.state === 'none'
        ? placeWords.positionNone
        : null
  return (
    <div className="where">
      <Suspense fallback={<div className="where-map-room" />}>
        <PointMap code={area} name={name} spot={where.spot} chosen={where.grid} onTap={mark.at} />
      </Suspense>
      <p className="where-said" role="status">
        {mark.away !== null
          ? t(placeWords.away, { name: mark.away })
          : gridName
            ? t(placeWords.chosenSpot, {
                name: lang === 'en' ? `${name} · ${gridName}` : `${name}${gridName}`,
              })
            : t(placeWords.tapMap)}
      </p>
      <div className="where-act">
        <Button icon="pin" busy={position.state === 'asking'} onClick={position.ask}>
          {t(position.state === 'asking' ? placeWords.asking : placeWords.hereIAm)}
        </Button>
        <p className="k-why" role="status">
          {t(trouble ?? placeWords.positionOnce)}
        </p>
      </div>
      <Select
        label={t(placeWords.listInstead)}
        empty={t(placeWords.wholeCommunity, { name })}
        value={where.grid ?? ''}
        options={grids.map(({ code, name: zh, nameEn }) => ({
          value: code,
          label: lang === 'en' ? (nameEn ?? zh) : zh,
        }))}
        onChange={(event) => onChange({ grid: event.target.value || null, spot: null })}
      />
      <TextField
        label={t(placeWords.address)}
        hint={t(placeWords.addressHint)}
        need="optional"
        value={where.address}
        maxLength={300}
        onChange={(event) => onChange({ address: event.target.value })}
      />
    </div>
  )
}

/** A point on the ground: kept at once; which grid it lies in is asked of the server and shown when it is known. */
function useMark(area: string, onChange: Props['onChange']) {
  const { lang } = useWords()
  const [away, setAway] = useState<string | null>(null)
  const at = async (spot: Spot) => {
    setAway(null)
    onChange({ spot, grid: null })
    const found = await call(locatePlace, { ...spot, area }).catch(() => null)
    if (found === null) return
    const elsewhere = found.community !== null && found.community.code !== area
    if (elsewhere && found.community)
      setAway(
        lang === 'en' ? (found.community.nameEn ?? found.community.name) : found.community.name,
      )
    onChange({ spot, grid: elsewhere ? null : (found.grid?.code ?? null) })
  }
  return { at: (spot: Spot) => void at(spot), away }
}
