// Photos as answers: looked at by whoever keeps the survey, apart from the sheets; the day they bear says nothing; and
// when their months are over the bytes go, unless a case still shows the same picture.
import { beforeAll, expect, test } from 'vitest'
import * as life from '#core/surveys/contract.ts'
import * as sheets from '#core/surveys/contract-answers.ts'
import { listAnsweredPhotos } from '#core/surveys/contract-photos.ts'
import { question, questionnaire, words } from '#core/surveys/blank.ts'
import { removeUnclaimedPhotos } from '#server/files/files.ts'
import { signIn } from '#core/people/contract.ts'
import { forgetExpired } from '#server/surveys/jobs.ts'
import { townPassword } from '#testing/people-town.ts'
import { id, mixed, must, opens } from '#testing/survey-town.ts'
import { type Staff, type Town, keepPhoto, openTown, report } from '#testing/town.ts'

let t: Town
let he: Staff
let survey: string
let photos: string[]
beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
  const look = question('look', 'photo', { title: words('拍下坏的地方'), keepMonths: 6 })
  const asks = questionnaire([look, question('other', 'photo', { title: words('别的') })])
  survey = await opens(t, he, { answersBy: 'anyone', questionnaire: asks })
  photos = await Promise.all(Array.from({ length: 12 }, () => keepPhoto(t)))
  for (const [n, photo] of photos.entries()) {
    await t.app.files.put({ hash: photo, variant: 'full' }, Buffer.from('a picture'))
    const answers = { look: [photo], ...(n < 3 && { other: [await keepPhoto(t)] }) }
    const sheet = { commandId: id(), survey, version: 1, answers }
    must(await t.client().call(sheets.giveAnswers, sheet))
    t.clock.advance(60)
    if (n === 9) await mixed(t, survey)
  }
})

const bytes = (who: Pick<Staff, 'send'>, hash: string, of = `survey-${survey}`) =>
  who.send({ path: `/api/files/${hash}?of=${of}` })

test('the secretary sees them by question and in no order; three of a kind are too few', async () => {
  must(await he.call(life.closeSurvey, { commandId: id(), id: survey, reason: '够了' }))
  expect((await mixed(t, survey)).length).toBe(12)
  const { questions } = must(await he.call(listAnsweredPhotos, { id: survey }))
  expect(questions).toMatchObject([
    { question: 'look', sheets: 12, photos: photos.toSorted() },
    { question: 'other', sheets: null, photos: [] },
  ])
  expect((await bytes(he, photos[0]!)).status).toBe(200)
})

test('nobody else sees them: no neighbour, no worker, no resident, and not through another survey', async () => {
  for (const login of ['xu', 'liu']) {
    const other = await t.as(login)
    expect(await other.call(listAnsweredPhotos, { id: survey })).toMatchObject({
      refusal: 'not_yours',
    })
    expect((await bytes(other, photos[0]!)).status).toBe(404)
  }
  expect((await bytes(t.client(), photos[0]!)).status).toBe(404)
  const another = await opens(t, he, { answersBy: 'anyone' })
  expect((await bytes(he, photos[0]!, `survey-${another}`)).status).toBe(404)
})

test('those that came with the close bear the same day as those before', async () => {
  const { rows } = await t.owner.query<{ n: number }>(
    'select count(distinct (created_at, claimed_at))::int as n from files.files where hash = any($1)',
    [photos],
  )
  expect(rows[0]?.n).toBe(1)
})

test('after six months the bytes go with the answers, except of what a case shows', async () => {
  await report(t.client(), { photos: [photos[0]!] })
  t.clock.advance(200 * 86_400)
  expect(await forgetExpired(t.app)).toBe(12)
  t.clock.advance(2 * 86_400)
  await removeUnclaimedPhotos(t.app)
  const { rows } = await t.owner.query<{ hash: string }>(
    'select hash from files.files where hash = any($1)',
    [photos],
  )
  expect(rows.map(({ hash }) => hash)).toEqual([photos[0]])
  expect(await t.app.files.get({ hash: photos[1]!, variant: 'full' })).toBeNull()
  expect(await t.app.files.get({ hash: photos[0]!, variant: 'full' })).not.toBeNull()
  must(await he.call(signIn, { login: 'he', password: townPassword }))
  const { questions } = must(await he.call(listAnsweredPhotos, { id: survey }))
  expect(questions[0]).toMatchObject({ question: 'look', sheets: 0, photos: [] })
})
