// The lists of the people room as files.
import type { ExportColumn } from '#core/kit/export.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import type { Lang } from '#core/kit/words.ts'
import type * as contract from './contract-staff.ts'

type Staff = OutputOf<typeof contract.listStaff>['items'][number]
type Duty = OutputOf<typeof contract.listDuties>['items'][number]
type Token = OutputOf<typeof contract.listTokens>['items'][number]
type Look = OutputOf<typeof contract.listLooks>['items'][number]

const login = { zh: '登录名', en: 'Login' }
const name = { zh: '姓名', en: 'Name' }
const from = { zh: '从', en: 'From' }
const to = { zh: '到', en: 'To' }

export function staffColumns(timeZone: string): ExportColumn<Staff>[] {
  const roles = ({ grants }: Staff, lang: Lang) =>
    grants
      .map((grant) => `${grant.areaName[lang]} ${grant.roleName[lang]}`)
      .join(lang === 'zh' ? '；' : '; ')
  return [
    { heading: login, cell: (row) => row.login },
    { heading: name, cell: (row) => row.name },
    { heading: { zh: '角色', en: 'Roles' }, width: 50, cell: roles },
    {
      heading: { zh: '离岗时间', en: 'Left' },
      width: 18,
      cell: ({ leftAt }) => (leftAt === null ? null : { instant: leftAt, timeZone }),
    },
  ]
}

export function dutyColumns(timeZone: string): ExportColumn<Duty>[] {
  return [
    { heading: login, cell: (row) => row.login },
    { heading: name, cell: (row) => row.name },
    { heading: { zh: '单位', en: 'Unit' }, cell: (row) => row.unitCode },
    { heading: from, width: 18, cell: (row) => ({ instant: row.from, timeZone }) },
    { heading: to, width: 18, cell: (row) => ({ instant: row.to, timeZone }) },
  ]
}

export function tokenColumns(timeZone: string): ExportColumn<Token>[] {
  return [
    { heading: { zh: '名称', en: 'Name' }, width: 30, cell: (row) => row.name },
    { heading: { zh: '权限', en: 'Scopes' }, width: 30, cell: (row) => row.scopes.join(' ') },
    { heading: { zh: '区域', en: 'Area' }, cell: (row) => row.areaCode },
    { heading: from, cell: (row) => row.validFrom },
    { heading: to, cell: (row) => row.validTo },
    {
      heading: { zh: '停用时间', en: 'Revoked' },
      width: 18,
      cell: ({ revokedAt }) => (revokedAt === null ? null : { instant: revokedAt, timeZone }),
    },
  ]
}

export function lookColumns(timeZone: string): ExportColumn<Look>[] {
  return [
    {
      heading: { zh: '时间', en: 'When' },
      width: 18,
      cell: (row) => ({ instant: row.at, timeZone }),
    },
    { heading: name, cell: (row) => row.name },
    { heading: login, cell: (row) => row.login },
    { heading: { zh: '事件编号', en: 'Case' }, width: 26, cell: (row) => row.caseNumber },
    { heading: { zh: '看了什么', en: 'What was read' }, cell: (row) => row.fields.join(' ') },
    { heading: { zh: '理由', en: 'Reason' }, width: 50, cell: (row) => row.reason },
  ]
}
