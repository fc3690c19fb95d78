// A few templates for replies as a district and one of its streets might keep them. Invented; nobody is named in them.
import type pg from 'pg'
import type { TemplateMove } from '#core/cases/templates.ts'
import { districtCode } from './boundaries.ts'
import { idOf } from './staff.ts'

type Line = [move: TemplateMove, category: string | null, title: string, words: string]

const lines: readonly Line[] = [
  [
    'close',
    null,
    '办好了',
    '您反映的{类别}已经办好，{单位}复查过。没弄好可以直接说，也可以打{电话}。',
  ],
  [
    'close',
    'P01-37',
    '路灯修好了',
    '{地点}的路灯已恢复照明，今晚起请您看看；还不亮就在这里说一声。',
  ],
  [
    'waitForReporter',
    null,
    '请补充地点',
    '请告诉我们是哪一栋、哪个单元门口，我们好找得准。编号{编号}。',
  ],
  ['contact', null, '打过电话', '已电话联系，说明{时限}前答复，由{单位}办理。'],
  ['return', null, '不归我们管', '这一件是{类别}，不在我们职责内，请改派。'],
  ['requestExtension', null, '等材料', '配件要从厂家调，{时限}前到不了，申请延期。'],
  [
    'triage',
    'C06',
    '私事指引',
    '这是自己家里的事，社区可以帮您联系可靠的师傅，也可以到{社区}问价。',
  ],
]

/** Kept by the district's leader; everybody below has them. */
export async function loadTemplates(owner: pg.Client, now: string): Promise<void> {
  await owner.query(
    `insert into cases.templates (area_id, id, move, category, title, words, valid_from, kept_by, kept_at)
     select a.id, r.id, r.move, r.category, r.title, r.words, '2024-01-01', $3, $2
       from jsonb_to_recordset($1) as r (id uuid, move text, category text, title text, words text)
       join places.areas a on a.code = $4`,
    [
      JSON.stringify(
        lines.map(([move, category, title, words]) => ({
          id: idOf(`template/${title}`),
          move,
          category,
          title,
          words,
        })),
      ),
      now,
      idOf(`centre-head-${districtCode}`),
      districtCode,
    ],
  )
}
