// Words of the register.
import type { Words } from '#core/kit/words.ts'
import type { Standing } from './resource.ts'

export const standingWords: Readonly<Record<Standing, Words>> = {
  planned: { zh: '还没开始', en: 'Not begun' },
  valid: { zh: '可用', en: 'Holds' },
  ending: { zh: '快到期', en: 'Ends soon' },
  over: { zh: '已到期未续', en: 'Past its last day' },
  ended: { zh: '已终止', en: 'Ended' },
}

export const actWords: Readonly<
  Record<'added' | 'imported' | 'changed' | 'ended' | 'renewed', Words>
> = {
  added: { zh: '登记', en: 'Added' },
  imported: { zh: '从文件导入', en: 'Imported from a file' },
  changed: { zh: '改动', en: 'Changed' },
  ended: { zh: '终止', en: 'Ended' },
  renewed: { zh: '续期', en: 'Renewed' },
}

export const fieldWords: Readonly<Record<string, Words>> = {
  key: { zh: '编号', en: 'Key' },
  kind: { zh: '类别', en: 'Kind' },
  area: { zh: '登记区域', en: 'Kept by' },
  name: { zh: '名称', en: 'Name' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  capacity: { zh: '容量', en: 'Capacity' },
  capacityUnit: { zh: '计量单位', en: 'Unit' },
  openings: { zh: '开放时间', en: 'Opening hours' },
  hours: { zh: '开放时间', en: 'Opening hours' },
  hoursNote: { zh: '时间说明', en: 'Note on hours' },
  address: { zh: '地址', en: 'Address' },
  lon: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  counter: { zh: '联系部门', en: 'Department that answers' },
  phone: { zh: '电话', en: 'Telephone' },
  offers: { zh: '能提供', en: 'Offers' },
  conditions: { zh: '使用条件', en: 'Conditions' },
  validFrom: { zh: '第一天', en: 'First day' },
  validUntil: { zh: '最后一天', en: 'Last day' },
  isPublic: { zh: '对居民公开', en: 'Shown to residents' },
  endedOn: { zh: '终止日', en: 'Ended on' },
}
