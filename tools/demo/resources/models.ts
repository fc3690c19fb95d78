// What each street, community and the district of the demo has: models from which its entries are made.
export type Model = {
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
export const model = (
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
export const ofStreet: readonly Model[] = [
  model(
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
  model('justice', '{}司法所', 'Justice office of {}', week, [4, 10], '公共法律服务窗口', [
    ['法律咨询日', '每月 2 次', null],
    ['调解员带教', '每季度 1 次', '以书面申请为准'],
  ]),
  model('police', '{}派出所', 'Police station of {}', '24小时', [2, 6], '户籍窗口', [
    ['反诈宣讲', '每月 1 次', null],
  ]),
  model(
    'school',
    '{}小学',
    '{} primary school',
    '周一至周五 7:30-17:30',
    [600, 1800],
    '校务办公室',
    [
      ['操场周末开放', '每周六、日', '18 点前离场'],
      ['四点半课堂场地', null, '由社区派人看护'],
    ],
  ),
  model('fund', '{}居民自治小额资金', 'Small fund of {}', week, [30_000, 120_000], '民生服务岗', [
    ['居民议事立项', '每季度 1 批', '单项不超过五千元，公示七天'],
  ]),
  model('socialWork', '{}社会工作站', 'Social work station of {}', week, [3, 9], '接案台', [
    ['个案服务', null, '本人同意'],
    ['小组活动带领', '每月 4 次', null],
  ]),
  model('lecturers', '{}讲师库', 'Lecturers of {}', week, [12, 40], '党群工作岗', [
    ['法律明白人讲座', '每月 2 次', '提前两周排期'],
    ['健康讲座', '每月 4 次', '提前两周排期'],
  ]),
  model('sports', '{}文体广场', 'Sports square of {}', '每天 6:00-22:00', [80, 300], '文化服务岗', [
    ['坝坝舞、太极', '每天', '21 点后不放音乐'],
  ]),
]

/** One of each in a community. */
export const ofCommunity: readonly Model[] = [
  model(
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
  model('volunteers', '{}志愿服务队', 'Volunteers of {}', week, [15, 120], '党群服务中心值班台', [
    ['邻里帮扶', '每周 2 次', null],
  ]),
  model(
    'room',
    '{}邻里议事厅',
    'Neighbours’ room of {}',
    '每天 9:00-20:00',
    [20, 60],
    '综合服务窗口',
    [['议事、排练', '按预约', '用后归位']],
  ),
]

/** Some in a community, by chance. */
export const byChance: readonly (readonly [share: number, model: Model])[] = [
  [
    0.4,
    model(
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
    model(
      'eldercare',
      '{}养老服务站',
      'Care for elders in {}',
      '每天 8:30-17:30',
      [15, 60],
      '服务台',
      [
        ['助餐', '每天', '六十岁以上'],
        ['日间照料', '每天', '先评估'],
      ],
    ),
  ],
  [
    0.3,
    model('pharmacy', '{}惠民药房', 'Pharmacy of {}', '每天 8:00-21:30', [2, 4], '柜台', [
      ['量血压', '每天', null],
    ]),
  ],
  [
    0.25,
    model('firm', '{}物业服务企业', 'Property services of {}', '24小时', [20, 90], '客服中心', [
      ['电工、管道工支援', '每月 1 次', '工作日'],
      ['车位错时共享', null, '夜间'],
    ]),
  ],
  [
    0.2,
    model(
      'library',
      '{}图书室',
      'Reading room of {}',
      '周二至周日 9:00-18:00',
      [16, 60],
      '借阅台',
      [['亲子阅读', '每周六', null]],
    ),
  ],
  [
    0.18,
    model(
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
    model(
      'canteen',
      '{}社区食堂',
      'Canteen of {}',
      '每天 10:30-13:00,17:00-19:00',
      [80, 320],
      '前台',
      [['老人餐', '每天', '凭社区登记享受折扣']],
    ),
  ],
  [
    0.12,
    model('childcare', '{}托育点', 'Childcare in {}', '周一至周五 7:30-18:30', [20, 60], '接待室', [
      ['临时托管', '工作日', '提前一天约'],
    ]),
  ],
  [
    0.12,
    model('park', '{}口袋公园', 'Pocket park of {}', '24小时', [40, 200], '园林养护站', [
      ['户外活动场地', '每天', null],
    ]),
  ],
]

export const ofDistrict: readonly Model[] = [
  model(
    'fund',
    '区社区发展专项资金',
    'District fund for communities',
    week,
    [2_000_000, 2_000_000],
    '社区治理科',
    [['主题社区启动', '每年 1 批', '有居民议事记录']],
  ),
  model(
    'justice',
    '区公共法律服务中心',
    'District centre for legal aid',
    week,
    [20, 20],
    '服务大厅',
    [['律师下社区', '每季度 1 次', null]],
  ),
  model(
    'lecturers',
    '区名中医讲师库',
    'District lecturers of Chinese medicine',
    week,
    [16, 16],
    '中医药科',
    [['名中医到社区', '每月 2 次', '提前一个月排期']],
  ),
  model(
    'volunteers',
    '区大学生志愿服务联队',
    'Students’ volunteers of the district',
    week,
    [400, 400],
    '志愿服务指导中心',
    [['四点半课堂', '每周 3 次', '学期内']],
  ),
]
