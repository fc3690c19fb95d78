import { expect, test } from 'vitest'
import { question, questionnaire, words } from './blank.ts'
import { suggestedMapping } from './import-suggest.ts'

const options = [
  { code: 'clinic', label: words('看病近一点', 'A clinic') },
  { code: 'lift', label: words('装电梯', 'Lifts') },
]
const asked = questionnaire([
  question('children', 'single', { title: words('家里有没有上小学的孩子'), options }),
  question('needs', 'multiple', { title: words('最需要的三件事'), options }),
  question('order', 'ranking', { title: words('排一排'), options }),
  question('services', 'matrix', {
    title: words('满意吗'),
    options,
    rows: [
      { code: 'clean', label: words('清洁') },
      { code: 'repair', label: words('维修') },
    ],
  }),
  question('see', 'photo', { title: words('拍一张') }),
])
const found = (...headings: string[]) => suggestedMapping(asked, headings)

test('numbers before a title, spaces and a note behind it do not matter', () => {
  expect(
    found('序号', '提交答卷时间', '1、家里有没有 上小学的孩子', '2、最需要的三件事（多选）'),
  ).toEqual({
    id: '序号',
    answeredOn: '提交答卷时间',
    questions: {
      children: { column: '1、家里有没有 上小学的孩子' },
      needs: { column: '2、最需要的三件事（多选）' },
    },
  })
})

test('one column an option, a row or a place is seen', () => {
  const { questions } = found(
    '2、最需要的三件事(看病近一点)',
    '2、最需要的三件事:装电梯',
    '3、排一排—第一位',
    '3、排一排—第二位',
    '4、满意吗—清洁',
    '4、满意吗—维修',
  )
  expect(questions).toEqual({
    needs: {
      columns: { clinic: '2、最需要的三件事(看病近一点)', lift: '2、最需要的三件事:装电梯' },
    },
    order: { ranks: ['3、排一排—第一位', '3、排一排—第二位'] },
    services: { columns: { clean: '4、满意吗—清洁', repair: '4、满意吗—维修' } },
  })
})

test('what it does not know it leaves alone; photos no file can hold', () => {
  expect(found('所在网格', '姓名', '5、拍一张')).toEqual({ grid: '所在网格', questions: {} })
})
