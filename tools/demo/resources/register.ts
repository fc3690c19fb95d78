// What the demo district can draw on: per street and community a believable set of organisations, rooms and groups. Names are
// generic or those of public institutions; nobody's own name, telephone numbers of an unused block.
import { readOpenings } from '#core/resources/hours.ts'
import { pointWithin, type Outline, isInside } from '#core/places/geometry.ts'
import type { Entry } from '#core/resources/resource.ts'
import { nextDate } from '#core/kit/time.ts'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '#server/kit/package-root.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resourceKinds } from '#packs/cn-community/resource-kinds.ts'
import { type Dice, dice } from '../dice.ts'
import {
  type Model,
  byChance,
  model as modelOf,
  ofCommunity,
  ofDistrict,
  ofStreet,
} from './models.ts'

export type DemoArea = {
  id: number
  code: string
  name: string
  nameEn: string | null
  level: string
  path: string
  geometry: Outline | null
}

export type DemoResource = { area: DemoArea; key: string; entry: Entry }

type Known = {
  area: string
  kind: string
  zh: string
  en: string
  east: number
  north: number
  beds: number
  offers: Model['offers']
}

/** Public institutions that the district is known for; their places here are schematic like its outlines. */
const hospitals: readonly Known[] = [
  {
    area: '500108106003',
    kind: 'hospital',
    zh: '东南医院',
    en: 'Southeast Hospital',
    east: 420,
    north: 160,
    beds: 1000,
    offers: [
      ['体检', '每月 2 次', '团体提前两周约'],
      ['康复师讲座', '每月 1 次', null],
    ],
  },
  {
    area: '500108106003',
    kind: 'hospital',
    zh: '区第三人民医院',
    en: 'Third People’s Hospital of the district',
    east: -380,
    north: 240,
    beds: 420,
    offers: [
      ['义诊', '每月 4 次', null],
      ['健康讲师', '每月 4 次', '提前一周排期'],
    ],
  },
  {
    area: '500108106003',
    kind: 'hospital',
    zh: '重医附二院江南院区',
    en: 'Jiangnan campus of the Second Affiliated Hospital',
    east: 250,
    north: -520,
    beds: 1500,
    offers: [['专科讲师', '每月 2 次', '提前一个月排期']],
  },
]

const units = new Map(resourceKinds.kinds.map((kind) => [kind.code, kind.unit.zh]))

export type RegisterWorld = { areas: readonly DemoArea[]; seed: string; today: string }

export function demoResources({ areas, seed, today }: RegisterWorld): DemoResource[] {
  const luck = dice(`${seed} resources`)
  const found: DemoResource[] = []
  let phone = 0
  const add = (area: DemoArea, model: Model, at: { lon: number; lat: number } | null, by: Dice) => {
    phone += 1
    const place = area.name.replace(/(社区|街道|镇|村社区|村)$/u, '')
    found.push({
      area,
      key: `${area.code}-${model.kind}-${phone}`,
      entry: entryOf(model, { place, en: area.nameEn ?? place, at, by, today, phone }),
    })
  }
  for (const area of areas) {
    const by = luck.for(area.code)
    const spot = () => spotIn(area, by)
    if (area.level === 'street')
      for (const model of ofStreet)
        add(area, model, model.kind === 'fund' || model.kind === 'lecturers' ? null : spot(), by)
    if (area.level !== 'community') continue
    for (const model of ofCommunity) {
      const centre = model.kind === 'centre' && area.geometry !== null
      add(area, model, centre ? pointWithin(area.geometry!) : spot(), by)
    }
    for (const [share, model] of byChance) if (by.chance(share)) add(area, model, spot(), by)
  }
  const district = areas.find((area) => area.level === 'district')
  if (district === undefined) return found
  for (const model of ofDistrict) add(district, model, null, luck.for('district'))
  const after = (each: Public): DemoResource => {
    phone += 1
    const by = luck.for(each.key)
    const entry = entryOf(each.model, { place: '', en: '', at: each.at, by, today, phone })
    return { area: district, key: each.key, entry: { ...entry, hoursNote: each.note } }
  }
  return [...found, ...[...stations(district), ...knownHospitals(areas)].map(after)]
}

type Public = { key: string; model: Model; at: { lon: number; lat: number }; note: string | null }

const stations = (district: DemoArea): Public[] =>
  stationsIn(district).map((station) => ({
    key: `metro-${station.pinyin}`,
    model: modelOf(
      'metro',
      `轨道${station.name}站`,
      `${station.pinyin} metro station`,
      '每天 6:30-22:30',
      [2, 6],
      '车站客服中心',
      [[station.lines, null, null]],
    ),
    at: station,
    note: null,
  }))

function knownHospitals(areas: readonly DemoArea[]): Public[] {
  return hospitals.flatMap((known) => {
    const near = areas.find((area) => area.code === known.area)
    if (near?.geometry == null) return []
    const middle = pointWithin(near.geometry)
    const beds = [known.beds, known.beds] as const
    const hours = '每天 8:00-12:00,14:00-17:30'
    return [
      {
        key: `hospital-${known.en}`,
        model: modelOf(known.kind, known.zh, known.en, hours, beds, '门诊服务台', known.offers),
        at: { lon: middle.lon + known.east / 96_900, lat: middle.lat + known.north / 110_900 },
        note: '急诊全天',
      },
    ]
  })
}

type Given = {
  place: string
  en: string
  at: { lon: number; lat: number } | null
  by: Dice
  today: string
  phone: number
}

function entryOf(model: Model, { place, en, at, by, today, phone }: Given): Entry {
  const ends = by.weighed<number | null>([
    [70, null],
    [5, by.int(3, 28)],
    [3, -by.int(5, 90)],
    [22, by.int(60, 700)],
  ])
  const validFrom = nextDate(today, -by.int(120, 700))
  return {
    kind: model.kind,
    name: model.zh(place),
    nameEn: model.en(en),
    capacity:
      model.capacity === null ? null : roundly(by.int(model.capacity[0], model.capacity[1])),
    capacityUnit: model.capacity === null ? null : (units.get(model.kind) ?? '个'),
    openings: readOpenings(model.hours) ?? [],
    hoursNote: null,
    address: place === '' ? null : `${place}${by.int(1, 180)}号`,
    lon: at === null ? null : Math.round(at.lon * 1e6) / 1e6,
    lat: at === null ? null : Math.round(at.lat * 1e6) / 1e6,
    counter: model.counter,
    // The last four digits count up within a block that answers nobody.
    phone: `023-6280${String(phone % 10_000).padStart(4, '0')}`,
    offers: model.offers.map(([what, often, conditions]) => ({ what, often, conditions })),
    conditions: model.conditions ?? null,
    validFrom,
    validUntil: ends === null ? null : nextDate(today, ends),
    isPublic: model.kind !== 'fund' && model.kind !== 'lecturers',
  }
}

const roundly = (n: number): number =>
  n < 20 ? n : n < 200 ? Math.round(n / 5) * 5 : Math.round(n / 10) * 10

function spotIn({ geometry }: DemoArea, by: Dice): { lon: number; lat: number } | null {
  if (geometry === null) return null
  const middle = pointWithin(geometry)
  for (let tries = 0; tries < 12; tries += 1) {
    const at = {
      lon: middle.lon + (by.next() - 0.5) * 0.014,
      lat: middle.lat + (by.next() - 0.5) * 0.012,
    }
    if (isInside(geometry, at.lon, at.lat)) return at
  }
  return middle
}

type Station = { name: string; pinyin: string; lines: string; lon: number; lat: number }

function stationsIn({ geometry }: DemoArea): Station[] {
  const file = join(packageRoot, 'tools/demo/data/chongqing-metro-stations.csv.gz')
  const [, ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/)
  const stations = rows.map((row) => {
    const [name = '', pinyin = '', lines = '', lon, lat] = row.split(',')
    return { name, pinyin, lines, lon: Number(lon), lat: Number(lat) }
  })
  return geometry === null ? [] : stations.filter(({ lon, lat }) => isInside(geometry, lon, lat))
}
