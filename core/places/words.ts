// Sentences of places: why a report came to this desk (loop.md 6.1). {name} stands for a value.
import type { Words } from '#core/kit/words.ts'

export const routingWords = {
  badPoint: {
    zh: '位置读数无效，请在地图上点一下或写明地址。',
    en: 'The location reading is not usable; please tap the map or write the address.',
  },
  swapped: {
    zh: '经纬度可能颠倒了，是否应为 {lon}, {lat}？',
    en: 'Longitude and latitude may be swapped: did you mean {lon}, {lat}?',
  },
  byChosenArea: {
    zh: '没有在地图上点位置，先由选定的{area}收下，值班员会找到具体地点。',
    en: 'No spot on the map was given: {area}, as chosen, has received it, and the duty officer will find the place.',
  },
  byDesk: {
    zh: '没有位置信息，先由{area}值班人员核对。',
    en: 'No place was given: the duty officer of {area} will look into it first.',
  },
  inGrid: {
    zh: '地点在{grid}内，由{who}负责。',
    en: 'The place lies in {grid}; {who} is responsible.',
  },
  nearBorder: {
    zh: '地点在{grid}内，距{other}边界约{metres}米；如有出入可改派。',
    en: 'The place lies in {grid}, about {metres} m from the border of {other}; it can be passed on if that is wrong.',
  },
  onBorder: {
    zh: '地点在{grid}与{other}交界线上，按编码归{grid}。',
    en: 'The place lies on the border of {grid} and {other}; by code it goes to {grid}.',
  },
  overlap: {
    zh: '边界有重叠（{grids}），暂归{grid}，已提请核对边界。',
    en: 'Outlines overlap ({grids}); for now it goes to {grid}, and the map keeper is asked to check.',
  },
  inCommunity: {
    zh: '地点在{community}内，尚未划入网格，由社区值班人员受理。',
    en: 'The place lies in {community} but in none of its grids yet; the community duty officer receives it.',
  },
  nearestCommunity: {
    zh: '地点不在任何网格内，按最近的{community}（约{metres}米）受理。',
    en: 'The place lies in no grid; received by the nearest community, {community} (about {metres} m).',
  },
  outside: {
    zh: '地点不在本辖区边界内，由{area}中心核对；若属外地将告知去处。',
    en: 'The place lies outside our borders; the centre of {area} will check, and say where to turn if it is elsewhere.',
  },
  noOutline: {
    zh: '{area}还没有边界数据，按所选社区受理。',
    en: '{area} has no outline yet; received as you chose.',
  },
  succeeded: {
    zh: '上报时属{old}；{date}起该处由{grid}负责。',
    en: 'When reported it lay in {old}; since {date} this place belongs to {grid}.',
  },
  gridTeam: { zh: '网格长', en: 'the grid leader' },
} satisfies Record<string, Words>
