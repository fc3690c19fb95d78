// The register holds organisations. Whether a contact is a counter or somebody's own name and telephone cannot be known for
// certain, so this only recognises what plainly looks like a person, and the sentence says what to write instead.

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉牟代文况蒲幸'
const doubleSurnames = ['欧阳', '司马', '上官', '诸葛', '夏侯', '司徒', '皇甫']

/** Endings by which an office, a team, a room or a firm is known. */
const office =
  /(部|科|室|台|处|中心|岗|窗口|办|站|队|会|院|所|校|园|店|厅|局|委|组|社|馆|班|团|司|库|房|点|公司|街|村|区|楼|服务|热线|值班|前台|大厅|门诊|总机|保卫|物业|基金|协会|机构)(）|\))?$/u
const titled = new RegExp(
  `^(${doubleSurnames.join('|')}|[${surnames}])[\\u4e00-\\u9fff]{0,2}(先生|女士|小姐|老师|主任|书记|医生|护士|律师|经理|校长|院长|所长|队长|站长|会长|师傅|同志|阿姨|叔叔|教授|科长|局长|处长)$`,
  'u',
)
const englishTitle = /^(mr|ms|mrs|miss|dr|prof)\.?\s+\p{Lu}/iu

export function looksLikePerson(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '')
  if (titled.test(plain) || englishTitle.test(text.trim())) return true
  if (!/^[\u4e00-\u9fff·]{2,15}$/u.test(plain) || office.test(plain)) return false
  const double = doubleSurnames.some((name) => plain.startsWith(name))
  if (plain.includes('·')) return true
  return double ? plain.length <= 4 : plain.length <= 3 && surnames.includes(plain[0] ?? '')
}

/** A mobile telephone is somebody's own: it changes hands with its owner, and should not hang on a public page. */
export const isMobile = (phone: string): boolean =>
  /^(\+?86)?1[3-9]\d{9}$/.test(phone.normalize('NFKC').replaceAll(/[\s()-]/g, ''))

const named =
  /(联系人|负责人|找|contact|ask for)\s*[:：]?\s*([\u4e00-\u9fff·]{2,4}(?:先生|女士|老师|主任)?)/giu

/** A person or a personal number inside running text; null when there is none to be seen. */
export function personIn(text: string): 'person' | 'mobile' | 'idCard' | null {
  const plain = text.normalize('NFKC')
  if (/(?<!\d)\d{17}[\dXx](?!\d)/.test(plain)) return 'idCard'
  if (/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/.test(plain)) return 'mobile'
  for (const found of plain.matchAll(named)) if (looksLikePerson(found[2] ?? '')) return 'person'
  return null
}
