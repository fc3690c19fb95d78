// What the demo district can draw on: per street and community a believable set of organisations, rooms and groups. Names are
// generic or those of public institutions; nobody's own name, telephone numbers of an unused block.
import { readOpenings } from '#core/resources/hours.ts'
import { pointWithin, type Outline, isInside } from '#core/places/geometry.ts'
import type { Entry } from '#core/resources/resource.ts'
import { nextDate } from '#core/kit/time.ts'
import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { resourceKinds } from '#packs/cn-community/resource-kinds.ts'
import { type Dice, dice } from '../dice.ts'

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

type Model = {
  kind: string
  zh: (place: string) => string
  en: (place: string) => string
  hours: string
  capacity: readonly [number, number] | null
  counter: string
  offers: readonly (readonly [what: string, often: string | null, conditions: string | null])[]
  conditions?: string
}

const week = '周一至周五 9:00-12:00,14:00-17:30'
const m = (
  kind: string,
  zh: string,
  en: string,
  hours: string,
  capacity: readonly [number, number] | null,
  counter: string,
  offers: Model['offers'],
): Model => ({
  kind,
  zh: (place) => zh.replace('{}', place),
  en: (place) => en.replace('{}', place),
  hours,
  capacity,
  counter,
  offers,
})

/** One of each in a street. */
const ofStreet: readonly Model[] = [
  m(
    'clinic',
    '{}社区卫生服务中心',
    'Health centre of {}',
    '每天 8:00-17:30',
    [120, 400],
    '全科门诊',
    [
      ['义诊', '每月 2 次', '提前一周约'],
      ['慢病随访', '每周三', null],
    ],
  ),
  m('justice', '{}司法所', 'Justice office of {}', week, [4, 10], '公共法律服务窗口', [
    ['法律咨询日', '每月 2 次', null],
    ['调解员带教', '每季度 1 次', '以书面申请为准'],
  ]),
  m('police', '{}派出所', 'Police station of {}', '24小时', [2, 6], '户籍窗口', [
    ['反诈宣讲', '每月 1 次', null],
  ]),
  m('school', '{}小学', '{} primary school', '周一至周五 7:30-17:30', [600, 1800], '校务办公室', [
    ['操场周末开放', '每周六、日', '18 点前离场'],
    ['四点半课堂场地', null, '由社区派人看护'],
  ]),
  m('fund', '{}居民自治小额资金', 'Small fund of {}', week, [30_000, 120_000], '民生服务岗', [
    ['居民议事立项', '每季度 1 批', '单项不超过五千元，公示七天'],
  ]),
  m('socialWork', '{}社会工作站', 'Social work station of {}', week, [3, 9], '接案台', [
    ['个案服务', null, '本人同意'],
    ['小组活动带领', '每月 4 次', null],
  ]),
  m('lecturers', '{}讲师库', 'Lecturers of {}', week, [12, 40], '党群工作岗', [
    ['法律明白人讲座', '每月 2 次', '提前两周排期'],
    ['健康讲座', '每月 4 次', '提前两周排期'],
  ]),
  m('sports', '{}文体广场', 'Sports square of {}', '每天 6:00-22:00', [80, 300], '文化服务岗', [
    ['坝坝舞、太极', '每天', '21 点后不放音乐'],
  ]),
]

/** One of each in a community. */
const ofCommunity: readonly Model[] = [
  m(
    'centre',
    '{}党群服务中心',
    'Community centre of {}',
    '周一至周六 9:00-17:30',
    [40, 160],
    '综合服务窗口',
    [
      ['多功能厅', '每周 40 小时', '居民团体优先'],
      ['帮办代办', '每天', null],
    ],
  ),
  m('volunteers', '{}志愿服务队', 'Volunteers of {}', week, [15, 120], '党群服务中心值班台', [
    ['邻里帮扶', '每周 2 次', null],
  ]),
  m('room', '{}邻里议事厅', 'Neighbours’ room of {}', '每天 9:00-20:00', [20, 60], '综合服务窗口', [
    ['议事、排练', '按预约', '用后归位'],
  ]),
]

/** Some in a community, by chance. */
const byChance: readonly (readonly [share: number, model: Model])[] = [
  [
    0.4,
    m(
      'market',
      '{}便民菜市场',
      'Food market of {}',
      '每天 6:00-19:00',
      [40, 160],
      '市场管理办公室',
      [['平价菜摊', '每天', null]],
    ),
  ],
  [
    0.35,
    m('eldercare', '{}养老服务站', 'Care for elders in {}', '每天 8:30-17:30', [15, 60], '服务台', [
      ['助餐', '每天', '六十岁以上'],
      ['日间照料', '每天', '先评估'],
    ]),
  ],
  [
    0.3,
    m('pharmacy', '{}惠民药房', 'Pharmacy of {}', '每天 8:00-21:30', [2, 4], '柜台', [
      ['量血压', '每天', null],
    ]),
  ],
  [
    0.25,
    m('firm', '{}物业服务企业', 'Property services of {}', '24小时', [20, 90], '客服中心', [
      ['电工、管道工支援', '每月 1 次', '工作日'],
      ['车位错时共享', null, '夜间'],
    ]),
  ],
  [
    0.2,
    m('library', '{}图书室', 'Reading room of {}', '周二至周日 9:00-18:00', [16, 60], '借阅台', [
      ['亲子阅读', '每周六', null],
    ]),
  ],
  [
    0.18,
    m(
      'artGroup',
      '{}合唱团',
      'Choir of {}',
      '周二、周四 14:00-16:00',
      [20, 60],
      '党群服务中心值班台',
      [['节日演出', '每年 6 场', null]],
    ),
  ],
  [
    0.15,
    m('canteen', '{}社区食堂', 'Canteen of {}', '每天 10:30-13:00,17:00-19:00', [80, 320], '前台', [
      ['老人餐', '每天', '凭社区登记享受折扣'],
    ]),
  ],
  [
    0.12,
    m('childcare', '{}托育点', 'Childcare in {}', '周一至周五 7:30-18:30', [20, 60], '接待室', [
      ['临时托管', '工作日', '提前一天约'],
    ]),
  ],
  [
    0.12,
    m('park', '{}口袋公园', 'Pocket park of {}', '24小时', [40, 200], '园林养护站', [
      ['户外活动场地', '每天', null],
    ]),
  ],
]

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
  if (district !== undefined) {
    for (const model of ofDistrict) add(district, model, null, luck.for('district'))
    for (const station of stationsIn(district)) {
      phone += 1
      const model = m(
        'metro',
        `轨道${station.name}站`,
        `${station.pinyin} metro station`,
        '每天 6:30-22:30',
        [2, 6],
        '车站客服中心',
        [[station.lines, null, null]],
      )
      const entry = entryOf(model, {
        place: '',
        en: '',
        at: station,
        by: luck.for(station.name),
        today,
        phone,
      })
      found.push({ area: district, key: `metro-${station.pinyin}`, entry })
    }
    for (const known of hospitals) {
      const near = areas.find((area) => area.code === known.area)
      if (near?.geometry == null) continue
      phone += 1
      const middle = pointWithin(near.geometry)
      const at = { lon: middle.lon + known.east / 96_900, lat: middle.lat + known.north / 110_900 }
      const model = m(
        known.kind,
        known.zh,
        known.en,
        '每天 8:00-12:00,14:00-17:30',
        [known.beds, known.beds],
        '门诊服务台',
        known.offers,
      )
      const entry = {
        ...entryOf(model, { place: '', en: '', at, by: luck.for(known.zh), today, phone }),
        hoursNote: '急诊全天',
      }
      found.push({ area: district, key: `hospital-${known.en}`, entry })
    }
  }
  return found
}

const ofDistrict: readonly Model[] = [
  m(
    'fund',
    '区社区发展专项资金',
    'District fund for communities',
    week,
    [2_000_000, 2_000_000],
    '社区治理科',
    [['主题社区启动', '每年 1 批', '有居民议事记录']],
  ),
  m('justice', '区公共法律服务中心', 'District centre for legal aid', week, [20, 20], '服务大厅', [
    ['律师下社区', '每季度 1 次', null],
  ]),
  m(
    'lecturers',
    '区名中医讲师库',
    'District lecturers of Chinese medicine',
    week,
    [16, 16],
    '中医药科',
    [['名中医到社区', '每月 2 次', '提前一个月排期']],
  ),
  m(
    'volunteers',
    '区大学生志愿服务联队',
    'Students’ volunteers of the district',
    week,
    [400, 400],
    '志愿服务指导中心',
    [['四点半课堂', '每周 3 次', '学期内']],
  ),
]

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
  const file = new URL('../data/chongqing-metro-stations.csv.gz', import.meta.url)
  const [, ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/)
  const stations = rows.map((row) => {
    const [name = '', pinyin = '', lines = '', lon, lat] = row.split(',')
    return { name, pinyin, lines, lon: Number(lon), lat: Number(lat) }
  })
  return geometry === null ? [] : stations.filter(({ lon, lat }) => isInside(geometry, lon, lat))
}
