// What is asked beside some categories: only what changes how fast, with what, or by whom somebody sets out. By tap, never
// words, and answering is free. A place asks otherwise by a rule of its own.
import type { Particular, ParticularsByCategory } from '#core/places/particulars.ts'

type Pair = readonly [zh: string, en: string]
type Option = { code: string; label: Pair; urgent?: true; advice?: Pair }

const words = ([zh, en]: Pair) => ({ zh, en })

const asks = (code: string, ask: Pair, options: Option[], after?: Particular['after']) => ({
  code,
  ask: words(ask),
  options: options.map(({ label, advice, ...option }) => ({
    ...option,
    label: words(label),
    ...(advice === undefined ? {} : { advice: words(advice) }),
  })),
  ...(after === undefined ? {} : { after }),
})

const no: Option = { code: 'no', label: ['没有', 'No'] }
const notSure: Option = { code: 'unsure', label: ['不清楚', 'Not sure'] }

export const particulars: ParticularsByCategory = {
  'P05-02': [
    asks(
      'inside',
      ['里面有人吗？', 'Is anybody inside?'],
      [
        {
          code: 'yes',
          label: ['有人困在里面', 'Yes, trapped inside'],
          urgent: true,
          advice: [
            '按轿厢里的警铃，别扒门、别跳。有人不舒服，打 120；火情打 119。',
            'Press the bell inside; do not force the doors or jump. If somebody is unwell, call 120; fire, 119.',
          ],
        },
        no,
        notSure,
      ],
    ),
    asks(
      'other',
      ['同一单元还有别的电梯能用吗？', 'Does another lift of the building run?'],
      [
        { code: 'yes', label: ['有', 'Yes'] },
        { code: 'no', label: ['没有，只能走楼梯', 'No, only the stairs'] },
      ],
      { code: 'inside', option: 'no' },
    ),
  ],
  'P01-01-2': [
    asks(
      'open',
      ['人会踩空或绊倒吗？', 'Could somebody step in or trip?'],
      [
        {
          code: 'yes',
          label: ['会，很危险', 'Yes, dangerous'],
          urgent: true,
          advice: ['别靠近，能放东西挡一下就挡一下。', 'Keep away; put something in front of it.'],
        },
        { code: 'no', label: ['不会，只是响', 'No, it only rattles'] },
        notSure,
      ],
    ),
  ],
  'P01-99': [
    asks(
      'reach',
      ['线垂到伸手够得着吗？', 'Does it hang within reach?'],
      [
        {
          code: 'yes',
          label: ['够得着', 'Yes'],
          urgent: true,
          advice: [
            '别碰，离开八米以上，叫住过路的人。',
            'Do not touch it; stay eight metres away.',
          ],
        },
        { code: 'no', label: ['够不着', 'No'] },
      ],
    ),
  ],
  'P04-01': [
    asks(
      'blocks',
      ['挡路或压着东西吗？', 'Does it block or lie on something?'],
      [
        {
          code: 'wire',
          label: ['压着电线或房子', 'On a wire or a house'],
          urgent: true,
          advice: ['别走近树和电线。', 'Keep away from tree and wire.'],
        },
        { code: 'road', label: ['挡了路', 'It blocks the way'] },
        { code: 'no', label: ['都没有', 'Neither'] },
      ],
    ),
  ],
  'P05-01': [
    asks(
      'home',
      ['漫进屋里了吗？', 'Does it run into homes?'],
      [
        { code: 'yes', label: ['已经进屋', 'Yes'], urgent: true },
        { code: 'no', label: ['没有，只在外面', 'No, only outside'] },
      ],
    ),
  ],
  'P01-37-2': [
    asks(
      'how',
      ['灯是怎么了？', 'What does the lamp do?'],
      [
        { code: 'dark', label: ['完全不亮', 'Dark'] },
        { code: 'flicker', label: ['一闪一闪', 'It flickers'] },
        { code: 'day', label: ['白天也亮着', 'It burns by day'] },
      ],
    ),
  ],
  'P05-04': [
    asks(
      'many',
      ['几层不亮？', 'How many floors are dark?'],
      [
        { code: 'one', label: ['一层', 'One'] },
        { code: 'some', label: ['好几层', 'Several'] },
        { code: 'all', label: ['整栋楼道', 'The whole stair'] },
      ],
    ),
  ],
  'C01-03': [
    asks(
      'now',
      ['现在还在漏吗？', 'Does it leak now?'],
      [
        {
          code: 'much',
          label: ['还在漏，水很大', 'Yes, much water'],
          advice: [
            '先关进户总阀，水碰到插座就拉闸。',
            'Shut the main valve; cut the power near water.',
          ],
        },
        { code: 'some', label: ['还在渗', 'Yes, it seeps'] },
        { code: 'no', label: ['停了', 'It has stopped'] },
      ],
    ),
    asks(
      'from',
      ['水从哪里来？', 'Where does it come from?'],
      [
        { code: 'above', label: ['楼上', 'From above'] },
        { code: 'roof', label: ['屋顶或外墙', 'Roof or outer wall'] },
        { code: 'pipe', label: ['公共水管', 'A shared pipe'] },
        notSure,
      ],
    ),
  ],
  'C02-02': [
    asks(
      'charging',
      ['正在充电吗？', 'Is it charging?'],
      [
        {
          code: 'yes',
          label: ['正在充', 'Yes'],
          urgent: true,
          advice: ['冒烟、有糊味就离开，打 119。', 'Smoke or a burnt smell: leave, call 119.'],
        },
        no,
        notSure,
      ],
    ),
  ],
  'C01-04': [
    asks(
      'when',
      ['一般什么时候吵？', 'When is it loud?'],
      [
        { code: 'night', label: ['夜里', 'At night'] },
        { code: 'noon', label: ['中午', 'At noon'] },
        { code: 'day', label: ['白天', 'By day'] },
        { code: 'any', label: ['说不准', 'Any time'] },
      ],
    ),
  ],
}
