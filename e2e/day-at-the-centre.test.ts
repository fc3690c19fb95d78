// A day at a street's centre, told by the eight who have it: two residents, the dispatcher, the commander, the grid leader
// on a stairwell, a fire post that is called to help, the secretary who looks for herself, and whoever closes. One leak,
// from the first word in the morning to the brief of the evening.
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { codes, points } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'
import { dialogGone, fills } from './forms.ts'

let d: Doors
/** What the two residents took home: the second is a voice of the first one's matter. */
let number: string
let secret: string
let neighbour: Page
let wall: Page
let chen: Page
let cao: Page
let liu: Page
let qian: Page
let he: Page

const leak = '三单元楼梯口水管漏水，水流到台阶上，路灯的电缆泡在水里'
const here = {
  ...phone,
  geolocation: { longitude: points.lane.lon, latitude: points.lane.lat },
  permissions: ['geolocation'],
}
const photoOf = async (colour: string) => ({
  name: `${colour.slice(1)}.jpg`,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer(),
})
const stateOf = async () => {
  const { rows } = await d.owner.query<{ state: string }>(
    'select state from cases.cases where number = $1',
    [number],
  )
  return rows[0]?.state
}
/** An act of the case page: its button, its form, and the form's own verb. */
async function acts(
  page: Page,
  button: RegExp,
  fill: (form: Locator) => Promise<unknown>,
  verb: string,
) {
  const act = page.getByRole('button', { name: button, includeHidden: true }).first()
  await act.waitFor({ state: 'attached' })
  if (!(await act.isVisible())) await page.getByText(/^还能做的/).click()
  await act.click()
  const form = page.getByRole('dialog')
  await fill(form)
  await form.getByRole('button', { name: verb, exact: true }).click()
  await dialogGone(page)
}

beforeAll(async () => {
  d = await openDoors()
  wall = await d.staff('cao', `/desk/cockpit/${codes.street}`)
  await wall.getByRole('heading', { level: 1 }).first().waitFor()
  await wall.evaluate('window.sameAsInTheMorning = true')
})

test('08:05 somebody who lives there says that water runs over the steps, and leaves a number', async () => {
  const page = await d.person(here)
  await page.goto(`/report?community=${codes.community}`)
  await page.getByRole('textbox', { name: '是什么事' }).fill(leak)
  await page.getByRole('button', { name: '都不是' }).waitFor()
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await page.getByText('已点在同景社区第一网格').waitFor()
  await fills(page, { 电话: '13800002222', 怎么称呼您: '孟家嫂子' })
  await page.getByRole('button', { name: '交上去' }).click()
  await page.getByRole('heading', { level: 1, name: '收到了' }).waitFor()
  const receipt = await page.getByRole('main').innerText()
  number = /500108106003-\d{2}-\d{5}/.exec(receipt)?.[0] ?? ''
  secret = (/查询码\s+([2-9A-HJ-NP-Z]{3}\s?[2-9A-HJ-NP-Z]{3})/.exec(receipt)?.[1] ?? '').replace(
    /\s/g,
    '',
  )
  expect([number, secret].every((each) => each !== '')).toBe(true)
})

test('08:20 chen files it and gives it to the grid, by keys alone', async () => {
  chen = await d.staff('chen', '/desk/queues/toVerify')
  await chen.getByText('水管漏水').first().waitFor()
  await chen.keyboard.press('j')
  await chen.getByRole('article', { name: number }).waitFor()
  await chen.keyboard.press('d')
  const form = chen.getByRole('dialog')
  await form.getByRole('heading', { level: 2 }).waitFor()
  await form.getByRole('group', { name: '听起来像' }).waitFor()
  await chen.keyboard.press('1')
  await form.getByLabel('符合立案条件').press('Space')
  await form.getByLabel('办到哪一级').selectOption('T1')
  await form.getByText('第一网格').first().waitFor()
  await form.getByRole('combobox', { name: '派给谁（主办）' }).waitFor({ state: 'hidden' })
  await form.getByLabel('给承办单位的话').press('Enter')
  await dialogGone(chen)
  expect(await stateOf()).toBe('DISPATCHED')
})

test('08:30 the neighbour of seventy, in large letters, is shown that it is known, and joins with one press', async () => {
  neighbour = await d.person(here)
  await neighbour.goto(`/report?community=${codes.community}&elder=1`)
  await neighbour.getByRole('textbox', { name: '是什么事' }).fill('楼梯口水管漏水，台阶上都是水')
  await neighbour.getByRole('button', { name: '下一步' }).click()
  await neighbour.getByRole('button', { name: '用我现在的位置' }).click()
  await neighbour.getByText('已点在同景社区第一网格').waitFor()
  await neighbour.getByRole('button', { name: '下一步' }).click()
  await neighbour.getByText('是不是这一件？').waitFor()
  await neighbour.getByRole('button', { name: '我也遇到' }).click()
  await neighbour.getByRole('heading', { level: 1, name: '收到了' }).waitFor()
  expect(await neighbour.getByRole('main').innerText()).toContain(number)
})

test('08:40 liu signs for it; cao calls the fire post and the community to the place, with a reason and by when', async () => {
  liu = await d.staff('liu', '/field', here)
  await liu.getByRole('link', { name: '打开，签收' }).click()
  await liu.getByText('已签收').waitFor()
  cao = await d.staff('cao', `/desk/cases/${number}`)
  await acts(
    cao,
    /^吹哨/,
    async (form) => {
      for (const [typed, name] of [
        ['消防岗', /^消防岗/],
        ['同景社区', /^同景社区(?!第)/],
      ] as const) {
        await form.getByRole('combobox', { name: '叫哪些单位' }).first().fill(typed)
        await form.getByRole('option', { name }).first().click()
      }
      const soon = new Date(Date.now() + 8 * 3_600_000 + 2 * 3_600_000).toISOString().slice(0, 16)
      await fills(form, {
        什么时候之前到场: soon,
        为什么要一起来: '电缆泡在水里，断电、关水要一起来',
      })
    },
    '吹哨',
  )
  await cao.getByText('还没到场').first().waitFor()
})

test('08:50 qian of the fire post says that they are there; cao sees it without loading anything', async () => {
  qian = await d.staff('qian', `/desk/cases/${number}`)
  await acts(qian, /报到/, () => Promise.resolve(), '记到场')
  await cao
    .getByText(/消防岗/)
    .first()
    .waitFor()
  await cao.getByText(/到场$/).first().waitFor()
})

async function handsIn(words: string, colour: string): Promise<void> {
  await liu.goto(`/field/cases/${number}`)
  await liu.getByRole('link', { name: /交结果$/ }).click()
  for (const which of ['办之前的照片', '办好之后的照片'])
    await liu
      .getByRole('group', { name: which })
      .locator('input[type=file]')
      .last()
      .setInputFiles(await photoOf(colour))
  await liu.getByLabel('做了什么').fill(words)
  await liu.getByRole('button', { name: '发送' }).click()
  await liu.getByText('交上去了，没经手的人会来核查').waitFor()
}

test('10:10 he goes and looks: the steps are still wet. It goes back, is done again, and passes', async () => {
  await handsIn('关了水，换了一截管子', '#8fa3ad')
  he = await d.staff('he', `/desk/cases/${number}`)
  await acts(
    he,
    /退回返工/,
    (form) => fills(form, { 看到了什么: '台阶上还有水，管口在滴' }),
    '退回返工',
  )
  expect(await stateOf()).toBe('REWORK')
  await handsIn('管口重新缠过，台阶扫干了，电缆架高了', '#d9c9a0')
  await acts(
    he,
    /核查通过/,
    (form) => fills(form, { 看到了什么: '不滴了，台阶是干的' }),
    '核查通过',
  )
  expect(await stateOf()).toBe('CHECKED')
})

test('11:00 wu closes it in words for whoever said it; cao settles the call, each side has a word on the other', async () => {
  const wu = await d.staff('wu', `/desk/cases/${number}`)
  await acts(
    wu,
    /^结案/,
    async (form) => {
      await fills(form, { 写给反映人的话: '水管换好了，台阶扫干了，电缆架高了，上午看过' })
      await form.getByLabel('符合结案条件').check()
    },
    '结案',
  )
  expect(await stateOf()).toBe('CLOSED')
  await cao.reload()
  await acts(
    cao,
    /会商办结/,
    async (form) => {
      await fills(form, { 商定怎么办: '先断电，再关水换管', 办成什么样: '上午修好' })
      await form
        .getByRole('group', { name: /消防岗/ })
        .getByRole('radio', { name: '配合好' })
        .check()
      await form
        .getByRole('group', { name: /同景社区/ })
        .getByRole('radio', { name: '一般' })
        .check()
    },
    '会商办结',
  )
})

test('14:00 she rings, has lost the number: chen finds it by her telephone, and she can read that somebody looked', async () => {
  await chen.goto('/desk/cases')
  await chen.getByRole('button', { name: '按来电号码查' }).click()
  const form = chen.getByRole('dialog')
  await fills(form, { 来电号码: '138 0000 2222', 为什么查: '来电问办到哪里，编号丢了' })
  await form.getByRole('button', { name: '查', exact: true }).click()
  await form.getByRole('link', { name: number }).waitFor()
})

test('15:00 she has the last word, and reads who opened her number; the neighbour reads the same end', async () => {
  const page = await d.person(phone)
  await page.goto(`/follow/${number}`)
  await page.getByLabel('请输入六位查询码').fill(secret)
  await page.getByRole('button', { name: '看办到哪了' }).click()
  await page.getByRole('button', { name: '办好了', exact: true }).click()
  await page.getByRole('radio', { name: '非常满意' }).check()
  await page.getByRole('button', { name: '就这样评' }).click()
  await page.getByText('按电话号码查到的').first().waitFor()
  await neighbour.getByRole('link', { name: '看办到哪了' }).click()
  await neighbour.getByText('已结案').first().waitFor()
})

test('17:30 the cockpit, open since the morning, has told it all; the brief writes itself, the day can be played again', async () => {
  await wall
    .getByText(/正在发生/)
    .first()
    .waitFor()
  const told = await wall.getByRole('main').innerText()
  expect(told).toMatch(/立案1件，在办0件，没有超期/)
  expect(told).toContain('供水管破裂')
  expect(await wall.evaluate('window.sameAsInTheMorning')).toBe(true)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await cao.goto(`/desk/brief/${codes.street}?day=${today}`)
  await cao.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await cao.getByRole('main').innerText()).toMatch(/1\s*件/)
  await cao.goto(`/desk/playback/${codes.street}?day=${today}`)
  await cao.getByRole('slider').first().waitFor()
})
