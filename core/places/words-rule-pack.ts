// Why a part of a file of rules cannot be used.
import type { Words } from '#core/kit/words.ts'
import type { PackFault } from './rule-pack.ts'

export const packFaultWords: Record<PackFault, Words> = {
  unknown_rule: {
    zh: '没有这一条规则，去掉它，或改成导出的文件里有的名字',
    en: 'there is no such rule: leave it out, or use a name of an exported file',
  },
  bad_value: { zh: '值不在允许的范围内', en: 'the value is outside its bounds' },
  bad_hours: {
    zh: '工作时间要按先后写，不重叠，工作日时数大于 0、不超过 24',
    en: 'hours must be in order and apart, and a work day longer than 0 and at most 24 hours',
  },
  bad_day: {
    zh: '日期要真有这一天，种类是 off、work 或 plain，名字 1 到 80 个字',
    en: 'a real day, of the kind off, work or plain, with a name of 1 to 80 characters',
  },
  bad_category: {
    zh: '类别不完整：代码、上级、中英文名、时限、办理依据要齐',
    en: 'the categories are not whole: code, parent, both names, limit, conditions',
  },
  not_a_pack: {
    zh: '不是本程序导出的规则文件（linli.rules/1）',
    en: 'not a file of rules of this program (linli.rules/1)',
  },
}
