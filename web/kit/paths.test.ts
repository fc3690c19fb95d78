import { expect, test } from 'vitest'
import { files, paths, pattern, patternOfTwo } from './paths.ts'

test('addresses stay as they were printed', () => {
  const number = '500108006008-26-03187'
  expect([
    paths.open.home(),
    paths.open.community('500108106003'),
    paths.open.report('500108106003'),
    paths.open.receipt(number),
    paths.open.find(),
    paths.open.follow(number),
    paths.open.week('500108106003'),
    paths.open.session('500108106003', 'a1'),
    files.calendar('500108106003'),
    files.calendar('500108106003', { kind: 'series', id: 'a1' }),
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
      "/c/500108106003/week",
      "/c/500108106003/session/a1",
      "/ical/c/500108106003.ics",
      "/ical/c/500108106003/series/a1.ics",
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
  expect(patternOfTwo(paths.open.session, ['code', 'id'])).toBe('/c/:code/session/:id')
})
