// Sentences made from data: how a community differs, what an order is worth, what an evaluation found. They state; they
// never recommend.
import type { Words } from '#core/kit/words.ts'
import type { OnlyHere } from './difference.ts'

type Names = { resource: (category: string) => Words; metres: number; wider: string }

/** 三家医院都在直线 1 公里内，已有主题的社区里最多的也只有一家. */
export function onlyHereSentences(only: readonly OnlyHere[], names: Names): Words[] {
  return only.map((each) => {
    if (each.of === 'group') {
      const { zh, en } = each.name
      const [here, wider] = [each.here.toFixed(1), each.wider.toFixed(1)]
      return {
        zh: `${zh}的住户占 ${here}%（${names.wider} ${wider}%）。`,
        en: `Residents of ${en}: ${here}% here (${names.wider}: ${wider}%).`,
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
