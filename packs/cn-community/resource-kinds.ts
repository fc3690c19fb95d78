// Kinds of resources of a Chinese community: what it can draw on when it plans a year.
import type { Kind, KindGroup } from '#core/resources/kind.ts'

type Pair = readonly [zh: string, en: string]

const words = ([zh, en]: Pair) => ({ zh, en })
const kind = (code: string, group: KindGroup, name: Pair, mark: Pair, unit: Pair): Kind => ({
  code,
  group,
  words: words(name),
  mark: words(mark),
  unit: words(unit),
})

const seats: Pair = ['座', 'seats']
const people: Pair = ['人', 'people']
const places: Pair = ['个名额', 'places']

export const resourceKinds: { name: string; version: string; kinds: readonly Kind[] } = {
  name: 'cn-community',
  version: '1',
  kinds: [
    {
      ...kind('centre', 'place', ['党群服务中心', 'Community centre'], ['群', 'C'], seats),
      centre: true,
    },
    kind('hospital', 'service', ['医院', 'Hospital'], ['医', 'H'], ['张床位', 'beds']),
    kind(
      'clinic',
      'service',
      ['社区卫生服务站', 'Clinic'],
      ['卫', 'Cl'],
      ['人次／天', 'visits a day'],
    ),
    kind('pharmacy', 'service', ['药店', 'Pharmacy'], ['药', 'Ph'], ['个窗口', 'counters']),
    kind('eldercare', 'service', ['养老服务站', 'Care for elders'], ['老', 'E'], places),
    kind('childcare', 'service', ['托育点', 'Childcare'], ['托', 'Ch'], places),
    kind('school', 'service', ['学校', 'School'], ['学', 'S'], ['个学位', 'pupils']),
    kind(
      'justice',
      'service',
      ['司法所', 'Justice office'],
      ['法', 'J'],
      ['场／月', 'sessions a month'],
    ),
    kind('police', 'service', ['派出所', 'Police station'], ['警', 'P'], ['个窗口', 'counters']),
    kind('market', 'service', ['菜市场', 'Food market'], ['菜', 'M'], ['个摊位', 'stalls']),
    kind(
      'canteen',
      'service',
      ['社区食堂', 'Community canteen'],
      ['食', 'Ca'],
      ['份／天', 'meals a day'],
    ),
    kind('firm', 'people', ['企业', 'Firm'], ['企', 'F'], people),
    kind('volunteers', 'people', ['志愿服务队', 'Volunteers'], ['志', 'V'], people),
    kind('lecturers', 'people', ['讲师库', 'Lecturers'], ['讲', 'L'], people),
    kind('socialWork', 'people', ['社会工作机构', 'Social workers'], ['社', 'W'], people),
    kind('artGroup', 'people', ['文艺团体', 'Art group'], ['艺', 'A'], people),
    kind('room', 'place', ['可用场地', 'Room'], ['室', 'R'], seats),
    kind('library', 'place', ['图书室', 'Reading room'], ['书', 'B'], seats),
    kind(
      'sports',
      'place',
      ['运动场地', 'Sports ground'],
      ['动', 'Sp'],
      ['人同时使用', 'people at a time'],
    ),
    kind('park', 'place', ['公园绿地', 'Park'], ['园', 'G'], ['人同时使用', 'people at a time']),
    kind('fund', 'money', ['资金', 'Fund'], ['金', '¥'], ['元／年', 'yuan a year']),
    kind('metro', 'way', ['轨道交通站', 'Metro station'], ['轨', 'T'], ['个出入口', 'exits']),
  ],
}
