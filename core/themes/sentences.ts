// Sentences made from data: how a community differs, what an order is worth, what an evaluation found. They state; they
// never recommend.
import type { Words } from '#core/kit/words.ts'
import type { OnlyHere } from './difference.ts'

type Names = { resource: (category: string) => Words; metres: number; wider: string }

const groupNames: Readonly<Record<string, Words>> = {
  'age 60+': { zh: '60 岁及以上的住户', en: 'Residents of 60 and over' },
  'age 0-17': { zh: '18 岁以下的住户', en: 'Residents under 18' },
  'age 18-34': { zh: '18 到 34 岁的住户', en: 'Residents of 18 to 34' },
}
const dimensionNames: Readonly<Record<string, Words>> = {
  age: { zh: '年龄', en: 'age' },
  sex: { zh: '性别', en: 'sex' },
  tenure: { zh: '住房', en: 'tenure' },
}

export function groupName(dimension: string, category: string): Words {
  const known = groupNames[`${dimension} ${category}`]
  if (known !== undefined) return known
  const name = dimensionNames[dimension] ?? { zh: dimension, en: dimension }
  return { zh: `${name.zh}为“${category}”的住户`, en: `Residents with ${name.en} “${category}”` }
}

/** 三家医院都在直线 1 公里内，已有主题的社区里最多的也只有一家. */
export function onlyHereSentences(only: readonly OnlyHere[], names: Names): Words[] {
  return only.map((each) => {
    if (each.of === 'group') {
      const { zh, en } = groupName(each.dimension, each.category)
      const [here, wider] = [each.here.toFixed(1), each.wider.toFixed(1)]
      return {
        zh: `${zh}占 ${here}%（${names.wider} ${wider}%）。`,
        en: `${en} are ${here}% here (${names.wider}: ${wider}%).`,
      }
    }
    const { zh, en } = names.resource(each.category)
    const km = names.metres / 1000
    return {
      zh: `直线 ${km} 公里内有${zh} ${each.here} 处，其他有主题的社区最多 ${each.most} 处。`,
      en: `${each.here} within ${km} km: ${en.toLowerCase()}; other communities with a theme have ${each.most} at most.`,
    }
  })
}
