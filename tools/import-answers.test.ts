// Answers from another program: the export of 问卷星 in its two shapes, with what such files bring along.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnswerMapping } from '#core/surveys/import.ts'
import { mixed, opens } from '#testing/survey-town.ts'
import { codes, openTown } from '#testing/town.ts'
import { importAnswers } from './import-answers.ts'

const mapping: AnswerMapping = {
  id: '序号',
  grid: '所在网格',
  grids: { 一网格: codes.grid },
  answeredOn: '提交答卷时间',
  questions: {
    children: { column: '1、家里有没有上小学的孩子' },
    needs: { column: '2、最需要的三件事（多选）', values: { 电梯: 'lift' } },
    safe: { column: '3、晚上安全吗' },
    words: { column: '4、还想说什么' },
  },
}
const heads =
  '序号,提交答卷时间,所在网格,"1、家里有没有 上小学的孩子",2、最需要的三件事（多选）,3、晚上安全吗,4、还想说什么'
const line = (n: number, more = '') =>
  `${n},2026/2/${(n % 28) + 1} 8:00,一网格,没有,看病近一点┋电梯,4,第${n}份${more}`

test('a file is taken in, what cannot be is named, and a second run doubles nothing', async () => {
  const t = await openTown()
  const survey = await opens(t, await t.as('he'), { answersBy: 'anyone' })
  const folder = mkdtempSync(join(tmpdir(), 'linli-answers-'))
  const [file, rejects] = [join(folder, 'export.csv'), join(folder, 'rejects.csv')]
  const good = Array.from({ length: 12 }, (_, n) => line(n + 1))
  const bad = [
    '13,2026/2/1 8:00,一网格,也许,看病近一点,4,',
    '14,2026/2/1 8:00,九网格,没有,看病近一点,4,',
    '15,2026/2/1 8:00,一网格,没有,看病近一点,9,',
    '16,2026/2/1 8:00,一网格,(跳过),,,',
  ]
  writeFileSync(file, `\uFEFF${[heads, ...good, ...bad].join('\r\n')}\r\n`)
  const run = () => importAnswers(t.app, { file, mapping, rejects, survey })
  expect(await run()).toEqual({ rows: 16, taken: 12, repeated: 0, rejected: 4 })
  const reasons = readFileSync(rejects, 'utf8').split('\r\n').slice(1, 5)
  expect(reasons.map((row) => row.split(',')[1])).toEqual([
    'value_unknown',
    'grid_unknown',
    'answers_wrong',
    'no_answers',
  ])
  expect(await run()).toEqual({ rows: 16, taken: 0, repeated: 12, rejected: 4 })
  const rows = await mixed(t, survey)
  expect(rows.length).toBe(12)
  expect(rows[0]).toMatchObject({
    channel: 'import',
    grid_id: t.town.area[codes.grid],
    answers: { children: 'no', needs: ['clinic', 'lift'], safe: 4 },
  })
  expect(
    await importAnswers(t.app, { file, mapping: { ...mapping, id: '编号' }, rejects, survey }),
  ).toContain('no column "编号"')
})
