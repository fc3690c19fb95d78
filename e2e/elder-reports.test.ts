// The open door: a resident of seventy says that a lamp is out, and sees who has it and until when.
import { beforeAll, expect, test } from 'vitest'
import { codes } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
beforeAll(async () => {
  d = await openDoors()
})

test('without an account, in large letters: three questions, a number and a secret, and the time that is left', async () => {
  const page = await d.person(phone)
  // The address as it stands on a printed code.
  await page.goto(`/c/${codes.community}?elder=1`)
  await page.getByRole('link', { name: /说给手机听/ }).click()
  await page.getByText('第 1 步，共 3 步').waitFor()
  await page.getByRole('textbox', { name: '是什么事' }).fill('步道第二个拐弯的路灯不亮')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('第 2 步，共 3 步').waitFor()
  await page.getByRole('combobox').selectOption({ label: '第一网格' })
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('第 3 步，共 3 步').waitFor()
  await page.getByRole('button', { name: '交上去' }).click()

  await page.waitForURL(/\/receipt\//)
  await page.getByRole('heading', { level: 1, name: '收到了' }).waitFor()
  const receipt = await page.getByRole('main').innerText()
  const number = /500108106003-\d{2}-\d{5}/.exec(receipt)?.[0] ?? ''
  expect(number).not.toBe('')
  expect(receipt).toMatch(/查询码\s+[2-9A-HJ-NP-Z]{3}\s?[2-9A-HJ-NP-Z]{3}/)
  expect(receipt).toContain('第一网格')

  await page.getByRole('link', { name: '看办到哪了' }).click()
  await page.getByRole('heading', { level: 1, name: '办到哪了' }).waitFor()
  await page.getByRole('heading', { level: 2, name: /路灯不亮/ }).waitFor()
  const story = await page.getByRole('main').innerText()
  expect(story).toContain('步道第二个拐弯的路灯不亮')
  expect(story).toMatch(/剩|还有/)
  // The address alone, in other hands, opens nothing.
  const stranger = await d.person(phone)
  await stranger.goto(`/follow/${number}`)
  await stranger.getByLabel('请输入六位查询码').fill('AAAAAA')
  await stranger.getByRole('button', { name: '看办到哪了' }).click()
  await stranger.getByRole('alert').waitFor()
  expect(await stranger.getByText('步道第二个拐弯的路灯不亮').count()).toBe(0)
})

test('in large letters, too, one is asked whether somebody is in the lift, and told at once what to do', async () => {
  const page = await d.person(phone)
  await page.goto(`/report?community=${codes.community}&elder=1`)
  await page.getByRole('textbox', { name: '是什么事' }).fill('三单元电梯停在六楼')
  await page.getByRole('radio', { name: '有人困在里面' }).check()
  await page.getByText('按轿厢里的警铃').waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '下一步' }).click()
  // What she tapped stands among what she looks over, and goes into the case.
  await page.getByText('有人困在里面').waitFor()
  await page.getByRole('button', { name: '交上去' }).click()
  await page.waitForURL(/\/receipt\//)
  await page.getByRole('link', { name: '看办到哪了' }).click()
  await page.getByText('有人困在里面').waitFor()
})
