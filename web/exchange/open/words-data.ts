// What the page of open data says.
import type { Words } from '#core/kit/words.ts'
import type { Form } from '#core/exchange/open-data.ts'

export const dataWords = {
  title: { zh: '开放数据', en: 'Open data' },
  titleOf: { zh: '{name}的开放数据', en: 'Open data of {name}' },
  lead: {
    zh: '这里的数据谁都可以取用，不用注册，也不用密钥。没有个人信息；数目太小的不显示。',
    en: 'Anybody may take this data, without an account or a key. It holds nothing about persons; what is too small is left out.',
  },
  licence: { zh: '许可：{id}。{about}。', en: 'Licence: {id}. {about}.' },
  readLicence: { zh: '看许可全文', en: 'Read the licence' },
  columns: { zh: '有哪些列', en: 'Columns' },
  updated: { zh: '{when}更新', en: 'Changed {when}' },
  live: { zh: '取的时候就是最新的', en: 'As new as the moment you take it' },
  small: { zh: '不足十件的不显示', en: 'Under ten is left out' },
  take: { zh: '打开这份数据', en: 'Open it' },
  address: { zh: '地址', en: 'Address' },
  fetching: { zh: '正在取', en: 'Fetching' },
  noSuch: { zh: '没有这个社区。', en: 'There is no such community.' },
} satisfies Record<string, Words>

export const formWords: Record<Form, string> = {
  json: 'JSON',
  csv: 'CSV',
  geojson: 'GeoJSON',
  icalendar: 'iCalendar',
  atom: 'Atom',
  ogc: 'OGC API',
}
