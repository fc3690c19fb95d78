// Categories as Open311 services: the leaves of the tree, and the few things a client may add about each.

import type { Lang, Words } from '#core/kit/words.ts'
import type { Category } from '#core/places/category.ts'
import type { AttributeAnswer, Query, ServiceAnswer } from './open311.ts'

/** A branch only sorts: what can be reported are its leaves. */
export function servicesOf(categories: Iterable<Category>, lang: Lang): ServiceAnswer[] {
  const all = [...categories]
  const byCode = new Map(all.map((category) => [category.code, category]))
  const branches = new Set(all.map((category) => category.parent))
  return all
    .filter((category) => !branches.has(category.code))
    .map((category) => {
      const parent = byCode.get(category.parent ?? '')
      return {
        service_code: category.code,
        service_name: category[lang],
        description: category.filing[lang],
        metadata: true,
        type: 'realtime',
        keywords: category.keywords.join(', '),
        group: parent === undefined ? '' : parent[lang],
      }
    })
}

const texts = {
  filing: { zh: '立案条件：{words}', en: 'Filed when: {words}' },
  danger: { zh: '现在有人身危险吗？', en: 'Is anybody in danger now?' },
  area: {
    zh: '没有坐标时：社区或网格的官方代码（12 或 15 位）',
    en: 'Without coordinates: official code of the community or grid',
  },
  reference: {
    zh: '贵方的编号：同一编号再发，不会再立一件',
    en: 'Your own number of it: the same number sent again makes no second request',
  },
  code: { zh: '数字代码', en: 'A code of digits' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} satisfies Record<string, Words>

const plain = { required: false, datatype_description: null, values: [] }

/** Questions of the category stand after the four that every service has; their codes never meet those. */
export function attributesOf(category: Category, lang: Lang): AttributeAnswer[] {
  return [...commonAttributes(category, lang), ...particularAttributes(category, lang)]
}

const asks = 'ask.'

const particularAttributes = (category: Category, lang: Lang): AttributeAnswer[] =>
  (category.particulars ?? []).map(({ code, ask, options }, at) => ({
    ...plain,
    variable: true,
    code: `${asks}${code}`,
    datatype: 'singlevaluelist',
    order: 5 + at,
    description: ask[lang],
    values: options.map((option) => ({ key: option.code, name: option.label[lang] })),
  }))

/** `attribute[ask.CODE]=answer` by code of the question; which are offered, the report looks. */
export function particularsIn(body: Query): Record<string, string> {
  const given = Object.keys(body).flatMap((name) => {
    const [, code = ''] = /^attribute\[ask\.([a-z][a-z0-9]{0,19})\](?:\[\])?$/.exec(name) ?? []
    const answer = code === '' ? null : attributeIn(body, `${asks}${code}`)
    return answer === null || answer.length > 20 ? [] : [[code, answer] as const]
  })
  return Object.fromEntries(given.slice(0, 10))
}

function commonAttributes(category: Category, lang: Lang): AttributeAnswer[] {
  return [
    {
      ...plain,
      variable: false,
      code: 'filing',
      datatype: 'text',
      order: 1,
      description: texts.filing[lang].replace('{words}', category.filing[lang]),
    },
    {
      ...plain,
      variable: true,
      code: 'danger',
      datatype: 'singlevaluelist',
      order: 2,
      description: texts.danger[lang],
      values: [
        { key: 'no', name: texts.no[lang] },
        { key: 'yes', name: texts.yes[lang] },
      ],
    },
    {
      ...plain,
      variable: true,
      code: 'area',
      datatype: 'string',
      datatype_description: texts.code[lang],
      order: 3,
      description: texts.area[lang],
    },
    {
      ...plain,
      variable: true,
      code: 'reference',
      datatype: 'string',
      order: 4,
      description: texts.reference[lang],
    },
  ]
}

/** `attribute[code]=value` of a form, `{"attribute": {code: value}}` of JSON. Unknown ones are ignored. */
export function attributeIn(
  body: Query,
  code: 'danger' | 'area' | 'reference' | `${typeof asks}${string}`,
): string | null {
  const value = body[`attribute[${code}]`] ?? body[`attribute[${code}][]`]
  const text = (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim()
  return text === '' ? null : text
}
