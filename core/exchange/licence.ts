// Licences under which open data may be published, by their SPDX names: which one is the operator's to say.
import type { Words } from '#core/kit/words.ts'

export const licences = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
} as const
export type Licence = keyof typeof licences
export const isLicence = (text: string): text is Licence => Object.hasOwn(licences, text)

export const licenceWords: Record<Licence, Words> = {
  'CC-BY-4.0': {
    zh: '可以自由使用和转载，注明来源就行',
    en: 'Use and share freely; name the source',
  },
  'CC0-1.0': { zh: '放弃一切权利，怎么用都行', en: 'No rights reserved' },
  'ODbL-1.0': {
    zh: '可以自由使用；改编成的数据库同样开放，注明来源',
    en: 'Use freely; name the source, and share derived databases alike',
  },
}
