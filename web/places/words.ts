// Choosing a place, in words.
import type { Words } from '#core/kit/words.ts'

export const placeWords = {
  chooseCommunity: { zh: '您住哪个社区', en: 'Which community do you live in' },
  chosenStays: {
    zh: '只记在这台手机上，随时可以换。',
    en: 'Kept on this device only; change it at any time.',
  },
  searchLabel: { zh: '写社区或街道的名字', en: 'Name of the community or street' },
  area: { zh: '地方', en: 'Place' },
  above: { zh: '上一级', en: 'above' },
  searchAnyLabel: { zh: '名字或代码', en: 'Name or code' },
  searchHint: { zh: '写一两个字就行，比如“同景”。', en: 'One or two characters are enough.' },
  byList: { zh: '从区县开始找', en: 'Browse from the top' },
  hereIAm: { zh: '用我现在的位置', en: 'Use where I am now' },
  asking: { zh: '正在找您的位置', en: 'Finding where you are' },
  positionRefused: {
    zh: '手机没有允许用位置。可以在地图上点一下，或者从表里选。',
    en: 'The device did not allow it. Tap the map or choose from the list instead.',
  },
  positionNone: {
    zh: '没有找到位置。可以在地图上点一下，或者从表里选。',
    en: 'No position was found. Tap the map or choose from the list instead.',
  },
  positionOnce: {
    zh: '只在按下时用一次位置，不记路线。',
    en: 'Used once, when pressed. No trail.',
  },
  nothingFound: { zh: '没有叫这个名字的社区', en: 'No community has this name' },
  nothingFoundThen: {
    zh: '换一个字试试，或者从区县开始找。',
    en: 'Try another word, or browse from the top.',
  },
  insideOf: { zh: '{name}里面', en: 'In {name}' },
  upTo: { zh: '回到{name}', en: 'Back to {name}' },
  mapLabel: {
    zh: '{name}的地图，点一下就是那里',
    en: 'Map of {name}: tap it to say where',
  },
  tapMap: { zh: '在地图上点一下出事的地方。', en: 'Tap the map where it is.' },
  chosenSpot: { zh: '已点在{name}', en: 'Marked in {name}' },
  listInstead: { zh: '看不清地图，就选网格', en: 'Or choose the grid from a list' },
  wholeCommunity: { zh: '说不准，就记在{name}', en: 'Not sure: just {name}' },
  address: { zh: '哪条路、哪栋楼旁边', en: 'Which road, beside which building' },
  addressHint: {
    zh: '像对邻居说话那样写，比如“小区后门的坡道”。',
    en: 'As you would tell a neighbour: "the ramp at the back gate".',
  },
  noMap: { zh: '这里还没有地图，从下面选就行。', en: 'There is no map here yet: choose below.' },
  away: {
    zh: '您现在的位置在{name}，不在您选的社区。照样可以反映。',
    en: 'You are in {name}, not in the community you chose. It can be reported all the same.',
  },
} satisfies Record<string, Words>
