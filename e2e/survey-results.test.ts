// A secretary reads what came in, publishes it by decision, and a resident reads it on the phone.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { needs, opens } from '#testing/survey-town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
let survey: string
beforeAll(async () => {
  d = await openDoors()
  survey = await opens(d, await d.as('he'), { questionnaire: needs })
  const put = (count: number, answers: object) =>
    d.owner.query(
      `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
       select s.community_id, s.id, gen_random_uuid(), 1, 'web', current_date, $3::jsonb
         from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
      [survey, count, JSON.stringify(answers)],
    )
  await put(60, { children: 'yes', pickup: 'parents', needs: ['clinic', 'food'], safe: 4 })
  await put(30, { children: 'yes', pickup: 'grandparents', needs: ['food'], safe: 3 })
  await put(7, { children: 'yes', pickup: 'nobody', needs: ['park'], safe: 1 })
  await put(103, { children: 'no', needs: ['clinic', 'lift'], safe: 5 })
})

test('what came in is read on the desk, published by decision, and read on the phone', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/results`)
  await page.getByRole('heading', { name: /最需要的三件事/ }).waitFor()
  await page.getByLabel('看哪道题').selectOption('needs')
  await page.getByLabel('按哪道题分组').selectOption('children')
  await page.getByText('n = 103').waitFor()
  await page.screenshot({ path: 'shots/results-desk.png', fullPage: true })
  await page.getByRole('button', { name: '公布结果' }).click()
  await page.getByLabel('谁决定的').fill('居民代表会议')
  await page.getByLabel('为什么现在公布').fill('大家答的，大家看')
  await page.screenshot({ path: 'shots/results-publish.png' })
  await page.getByRole('button', { name: /公布这/ }).click()
  await page.getByText('公布了第').waitFor()
  const open = await d.person(phone)
  await open.goto(`/s/${survey}/results`)
  await open.getByText('居民代表会议决定公布').waitFor()
  await open.screenshot({ path: 'shots/results-open.png', fullPage: true })
  await open.goto(`/s/${survey}/results?elder=1`)
  await open.getByText('居民代表会议决定公布').waitFor()
  await open.screenshot({ path: 'shots/results-elder.png', fullPage: true })
  const other = await d.person(phone)
  await other.goto(`/s/${randomUUID()}/results`)
  await other.getByText('没有这份问卷').waitFor()
  expect(await other.title()).not.toBe('')
})
