import { expect, test } from 'vitest'
import { paths, pattern } from './paths.ts'

test('addresses stay as they were printed', () => {
  const number = '500108006008-26-03187'
  expect([
    paths.open.home(),
    paths.open.community('500108106003'),
    paths.open.report('500108106003'),
    paths.open.receipt(number),
    paths.open.find(),
    paths.open.follow(number),
    paths.field.tasks(),
    paths.field.task(number),
    paths.field.signIn('/field/grid'),
    paths.desk.cockpit('500108'),
    paths.desk.wall('500108'),
    paths.desk.queue('toDispatch'),
    paths.desk.case(number),
    paths.desk.workOrder(number),
  ]).toMatchInlineSnapshot(`
    [
      "/",
      "/c/500108106003",
      "/report?community=500108106003",
      "/receipt/500108006008-26-03187",
      "/follow",
      "/follow/500108006008-26-03187",
      "/field",
      "/field/cases/500108006008-26-03187",
      "/field/sign-in?then=%2Ffield%2Fgrid",
      "/desk/cockpit/500108",
      "/desk/wall/500108",
      "/desk/queues/toDispatch",
      "/desk/cases/500108006008-26-03187",
      "/desk/cases/500108006008-26-03187/paper",
    ]
  `)
})

test('a path is also the pattern of its route', () => {
  expect(pattern(paths.desk.case, 'number')).toBe('/desk/cases/:number')
  expect(pattern(paths.open.community, 'code')).toBe('/c/:code')
})
