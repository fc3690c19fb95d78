// What staff and residents write on the way of a case: reasons, notes, answers. Everything is invented.
// Names of moves are those of the loop; a reason is always a whole sentence somebody could defend.
import type { Dice } from './dice.ts'
import { grow } from './grammar.ts'
import { phrasesOf } from './reports.ts'

const remarks = {
  verifyFound:
    '[到场看过，情况属实|现场核实属实|属实]，[与描述一致|范围比说的大一点|比照片里严重|确在本格内][|，已拍照|，位置已标注|，问了<2-4>位住户都这么说]',
  verifyNotFound:
    '到场[未见|没有发现]所述情况，[周边#50-200#米都看了|问过<2-4>家店|已电话告知]，[可能已处理|可能地址有误]',
  answered:
    '[就在|是在|地方是]{at}，[白天都能看到|门口有个红桶|从坎下数第<3-9>步|保安晓得]。[|最近一次是昨晚。|要不我带你们去看。]',
  question:
    '[请补充具体位置|请问是哪一[栋|段|个路口]|麻烦发一张照片|方便说一下大概几点|请问现场是否还有人看护]，[便于派人直接到场|避免跑错地方|以便判断由谁处理]',
  onBehalf: '[电话里本人口述|到柜台口述|请网格员代写|家属代为转述]',
  other_body:
    '[属于{other}管理的设施|该处由{other}负责|经核对权属在{other}]，已将情况[书面转达|电话告知]，您也可以直接联系。',
  not_found:
    '[两次|#2-3#次]到场均未见所述情况，照片和地址对不上，[请补充位置后再反映|如再出现请随时告诉我们]。',
  no_public_matter:
    '所述属于[双方合同|家庭内部|个人消费]事项，不属公共事务，已告知[调解|咨询|投诉]途径。',
  in_court: '此事已[由法院受理|进入仲裁]，按规定等待结果，期间不另行处理，已说明。',
  repeat: '同一处同一事已有在办件，进展会一并告知您，不重复立案。',
  policy_limit: '按现行[标准|政策]目前不能办理，原因和依据已逐条说明，政策有变会主动联系。',
  contest:
    '[我不同意|不服]，[现场明明还在|你们看错地方了|照片上拍得清清楚楚|那家单位说也不归他管]，[请再看一次|请换个人来核实|这就是公共的地方]。',
  contestUpheld:
    '[复核人员到场|调阅照片并电话核对]，[确属公共区域|问题确实存在|前次到场位置有误]，[应予立案|撤销原决定]。',
  contestRefused:
    '复核[到场两次|查阅图纸、合同]，[仍未见所述情况|权属清楚]，维持原决定，并向反映人当面说明。',
  guidance:
    '[属于个人事务，社区不强行介入|这件事最好双方先谈]。可以[找便民服务点|打咨询热线|来社区调解室|联系法律顾问]，[需要时我们陪同|有进展随时再来|我们一周后回访]。',
  returnNotOurs:
    '[经现场核对，|查了移交清单，|看了权属牌，]{thing}[不属我单位管养|产权属{other}|在红线以外|未移交]，[建议派{other}|请改派有关单位]。',
  returnPlaceWrong:
    '[到场后发现|按定位]实际位置在[路对面|坎下|隔壁院子]，属[邻近社区|另一网格]，请核对位置。',
  returnCategoryWrong:
    '[现场不是|并非]所派类别，[实为管道问题|属于物业维修|是施工造成]，请更正后再派。',
  returnNeedsUpper:
    '[需要吊车和断电|涉及资金#2-20#万元|要几家单位会商|需行政处罚权]，本级办不了，请上一级牵头。',
  returnOther: '[当前力量全在抢险|同一处已有在办件|现场业主拒绝进入]，请统筹安排。',
  uphold: '核对[职责清单第<2-9>条|移交协议|管养合同]，该处确由你单位负责，[请继续办理|时限不变]。',
  rerouteNote: '[退回理由成立|权属已核实]，改派，[前一单位情况已说明|现场照片随附]。',
  transferWrongUnit: '[所派对口有误|现场看属另一条线]，转[专业单位|对口岗位]办理。',
  transferOther: '[班组调整|人手集中到抢险|设备在那边]，转同一负责人下的单位办理，时限不变。',
  correctPlace:
    '[与反映人电话核对|对照照片|楼栋长说明]，[补全具体位置|地址写得不全，予以更正|位置更正到具体点位]。',
  correctTier:
    '[现场看工程量较大|涉及街道管护范围|需要街道出面协调]，[提为街道统办|社区办不了，提级]。',
  extensionReason:
    '[需要{part}，厂家#3-6#天到货|连续降雨无法{work}|涉及<2-4>家单位，会商后才能动工|夜间施工许可在办|住户不在家，约了[周末|下周]|开挖发现老管线，要改方案|专业队伍在抢险，排到后天]',
  extensionPublic:
    '[等待配件到货|因天气原因|需与多家单位协商|为避开[早晚高峰|考试期间]]，[时间延长|申请顺延]，[已做临时防护|不影响通行]。',
  extensionRefused: '[可以先做临时处置|配件本地有货|理由不充分]，[请按期完成|不同意延期]。',
  suspendPublic:
    '[需纳入[老旧小区改造|管网改造|年度大修]统一实施|等待专项资金下达|涉及[权属|历史遗留]问题，正在确权|住户意见未达到法定比例|等待旁边工程完工后一并恢复]，[期间每月巡查一次|已设防护和提示|先行临时处理]。',
  suspendCondition: '[资金到位|方案批复|主体工程完工|表决通过|权属明确]后恢复办理',
  resumed: '[条件已具备|资金已到位|到复查日期，现场复看|上级已批复]，恢复办理。',
  rework:
    '[现场复看|夜间复看|对照照片][，]{thing}[仍未修好|只修了一半|做得不牢|有残留]，[请补做|重新处理][|，补拍照片|，先恢复通行]。',
  missing: '[缺现场处置后照片|照片拍摄位置不符|未见清理全貌|缺少试用结果|需住户在场确认]',
  checkedOnSite:
    '[到场核查|现场看过]，[与反馈一致|已恢复正常|干净牢固]，[问了<2-3>位过路居民|反映人在场认可|周边一并看过]。',
  checkedByProof: '[前后照片|照片和地点]相符，[时间在派遣之后|处置清楚]，通过。',
  checkedByPhone: '电话核对，[反映人说已办好|住户确认恢复]，通过。',
  closing:
    '{done}。[|多谢您反映。|如果还有问题，15天内都可以要求重办。|往后再有类似情况请直接告诉我们。|后续会多看几次。|您的建议也记下了。|给您添麻烦了。]',
  closingReferred:
    '[已转由有权单位办理|交由专业单位承接]，[联系人和电话已告知|进展会由其直接回复]，我们[一周后|月底]再问一次结果。',
  closingUnfounded: '多次到场未见所述情况，[周边排查无异常|与邻近住户核对过]，若再出现请随时反映。',
  objection:
    '[还是没弄好|根本没解决|只管了两天]，{what}[|，你们来看看|，照片不是这里|，敷衍了事]。',
  reopenReason: '[好了几天又|没过一周又|昨天又]{what}，[请再处理|要求重办|上次没修到根子上]。',
  supervisorReopen: '抽看回访，问题未彻底解决，请重新办理并说明原因。',
  urge: '[什么时候能好|已经好几天了|今天又遇到一次|老人天天问]，[请快一点|给个准信]。',
  urgeStaff: '[临近到期|已过半|反映人再次来电]，请[抓紧|反馈进度|明确完成时间]。',
  contactReached:
    '[电话联系反映人|当面见到反映人|回电]，[说明了安排|约好到场时间|补充了位置|告知正在办理]。',
  contactMissed: '[两次拨打无人接听|电话关机]，[稍后再联系|已发短信]。',
  note: '[已到场查看，等配件|与物业通话，约{day}上午|现场拉了警戒线|材料已领，[下午|明早]施工|问过邻居，情况反复|同路段其他<2-5>处一起处理|施工围挡已设|业主同意配合|天气放晴后开工]。',
  assist: '[配合围护和疏导|提供图纸和移交资料|协助联系住户|派一台登高车|协助断电送电]',
  rateGood:
    '[办得快|很满意|没想到这么快|上门两次，很耐心|修得结实|态度好|办得巴适|谢谢网格员|老人都说好]。',
  rateFair: '[还行|办是办了，慢了点|基本可以|希望以后主动一点]。',
  rateBad: '[拖太久了|电话打了三次|只做表面|修了又坏|没人回我话|说话不耐烦]。',
  voided: '[误点提交|试填|重复点了两次]，与反映人[核对|确认]。',
  selfHandled: '[顺手|当场|就地]处理：{done}。',
} as const

export type RemarkKind = keyof typeof remarks

export type RemarkFacts = { category?: string; at?: string; day?: string; other?: string }

const parts = '[灯头|水泵|井盖|控制板|钢材|防水卷材|阀门|门禁主机]'
const works = '[焊接|铺装|刷漆|做防水|高空作业|开挖]'
const bodies =
  '[供电公司|自来水公司|燃气公司|物业企业|建设单位|轨道公司|通信公司|公路部门|房管单位]'
const days = '[周一|周二|周三|周四|周五]'

/** Reasons stay within 500 characters; what was done is said in the words of the category. */
export function remark(by: Dice, kind: RemarkKind, about: RemarkFacts = {}): string {
  const phrases = about.category === undefined ? null : phrasesOf(about.category)
  const values: Record<string, string> = {
    done: phrases === null ? '已处理' : by.pick(phrases.done),
    what: phrases === null ? '问题还在' : by.pick(phrases.what),
    thing: by.pick(['该处', '现场', '这一处', '该设施', '此处']),
    part: parts,
    work: works,
    other: about.other ?? bodies,
    at: about.at ?? '老地方',
    day: about.day ?? days,
  }
  const filled = grow(by, remarks[kind]).replace(
    /\{(\w+)\}/g,
    (_, name: string) => values[name] ?? '',
  )
  return grow(by, filled).replace(/([，。])[，。]+/g, '$1')
}

const results =
  '[|，现场清理完毕|，已告知反映人|，前后照片已传|，用工#1-6#人|，约#1-5#小时|，楼栋长在场|，一周后再看|，周边一并巡看|，材料自库房领用|，路过居民认可|，夜间又看一次|，保安签字确认|，用料登记在册]'

/** What the handler writes when handing in. */
export function handlingNote(by: Dice, category: string): string {
  const opening =
    '[|||接单后#10-90#分钟到场，|当天到场，|两次到场，|会同物业，|约了住户，|与社区一起，|联系产权单位后，]'
  return `${grow(by, opening + by.pick(phrasesOf(category).done) + results)}。`
}
