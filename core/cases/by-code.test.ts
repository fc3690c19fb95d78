import { expect, test } from 'vitest'
import { closed, people, reported } from '#testing/case-town.ts'
import { voiceActor } from '#core/people/actor.ts'
import type { Person } from '#core/people/actor.ts'
import type { Role } from '#core/people/roles.ts'
import { decideConfirm } from './answers.ts'
import { handledIt, servesResidents, writtenDown } from './by-code.ts'
import { settingsAt } from '#testing/case-town.ts'
import { whoOf } from './sentences.ts'

const holding = (...roles: Role[]): Person => ({
  kind: 'person',
  id: 'p',
  name: '某人',
  grants: roles.map((role) => ({
    role,
    areaId: 1,
    areaPath: '/1/',
    areaLevel: 'community',
    unitId: null,
  })),
})

test.each<[Role[], boolean]>([
  [['communityDuty'], true],
  [['centreStaff'], true],
  [['gridWorker'], true],
  [['systemAdmin'], false],
  [['auditAdmin', 'securityAdmin'], false],
  [[], false],
])('%j serves residents: %s', (roles, serves) => {
  expect(servesResidents(holding(...roles))).toBe(serves)
})

test('whoever handled it writes nothing down about it', () => {
  const { file } = closed()
  expect(handledIt(file, people.qian)).toBe(true)
  expect(handledIt(reported().file, people.qian)).toBe(false)
})

test('it is the reporter’s word, and says who wrote it down and how it came', () => {
  const story = closed()
  const voice = voiceActor(story.file.id, 1)
  const decided = decideConfirm(story.file, voice, { onBehalf: null }, settingsAt(story.now))
  if (!decided.ok) throw new Error(decided.refusal)
  const change = writtenDown(decided.value, people.wu, 'counter')
  const entry = change.entries.at(-1)!
  expect(entry).toMatchObject({
    actorKind: 'voice',
    onBehalf: 'counter',
    facts: { enteredBy: people.wu.id },
  })
  expect(change.file.rounds.at(-1)?.answer).toBe('confirm')
  expect(whoOf(entry)).toEqual({
    zh: '反映人（凭查询码，工作人员代录）',
    en: 'the reporter, written down by staff with the code',
  })
})
