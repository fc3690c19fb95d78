// The inbox as a file.
import type { ExportColumn } from '#core/kit/export.ts'
import type { NoticeView } from './contract.ts'

export function noticeColumns(timeZone: string): ExportColumn<NoticeView>[] {
  return [
    {
      heading: { zh: '时间', en: 'When' },
      width: 18,
      cell: (row) => ({ instant: row.at, timeZone }),
    },
    { heading: { zh: '事件编号', en: 'Case' }, width: 26, cell: (row) => row.caseNumber },
    {
      heading: { zh: '内容', en: 'What was told' },
      width: 60,
      cell: (row, lang) => row.words[lang],
    },
    {
      heading: { zh: '已读时间', en: 'Read' },
      width: 18,
      cell: ({ readAt }) => (readAt === null ? null : { instant: readAt, timeZone }),
    },
  ]
}
