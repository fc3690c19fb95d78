// The register of personal data as a table, for whoever has to show it: a line a field and version.
import { personalData } from '#core/exchange/personal-data.ts'
import type { FieldView, takePrivacyRegister as contract } from '#core/people/contract-privacy.ts'
import { partWords, pointWords } from '#core/people/words-privacy.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { type CsvCell, csvByteOrderMark, csvLine } from '../kit/csv.ts'
import { readPrivacy } from '../people/privacy.ts'

const heading: CsvCell[] = [
  '收集处 point',
  '字段 field',
  '名称 name',
  '依据 ground',
  '依据的法律 law',
  '必要 needed',
  '加密 sealed',
  '自 since',
  '用途 purpose',
  '留多久 kept',
  '天数 days',
  '谁看得到 seen by',
  '不留会怎样 without it',
  '本地补充 note',
  '与上一版不同 changed',
  '删除它的 deleted by',
  '数据库列 columns',
]

export async function registerFile(app: App, input: InputOf<typeof contract>) {
  const found = readPrivacy(app, personalData, input)
  if (!found.ok) return found
  const { place, day, fields } = found.value
  const lines = [
    [`个人信息清单 register of personal data`, place === null ? '' : place.name.zh, day],
    heading,
    ...fields.flatMap(linesOf),
  ]
  return done({
    contentType: 'text/csv; charset=utf-8',
    fileName: `personal-data-${place?.code ?? 'all'}-${day}.csv`,
    body: csvByteOrderMark + lines.map((cells) => csvLine(cells)).join(''),
  })
}

const both = (words: Words | null): string => (words === null ? '' : `${words.zh} / ${words.en}`)
const flag = (is: boolean): string => (is ? '是 yes' : '否 no')

const linesOf = (field: FieldView): CsvCell[][] =>
  field.versions.map((version) => [
    both(pointWords[field.point]),
    field.key,
    both(field.name),
    both(field.basisWords),
    both(field.law),
    flag(version.without === null),
    flag(field.sealed),
    version.since,
    both(version.purpose),
    both(version.kept),
    version.days,
    both(version.seenBy),
    both(version.without),
    both(version.note),
    version.changed.map((part) => both(partWords[part])).join('; '),
    field.deletedBy,
    field.columns.join(' '),
  ])
