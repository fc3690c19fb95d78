// linli setup: a real place. Its top area, its first administrator and its keys; no demo row.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { isCancel, password as askPassword, text as askText } from '@clack/prompts'
import type pg from 'pg'
import { isWeakPassword } from '#core/people/accounts.ts'
import { readConfig } from '#server/config.ts'
import { ownerClient } from '#server/kit/connect.ts'
import { makeKeyFile, readKeyFile } from '#server/kit/key-file.ts'
import { hashPassword } from '#server/people/passwords.ts'
import { borrowDatabase } from './database.ts'
import { layFoundation } from './foundation.ts'
import { migrateUrl } from './migrate.ts'

export type SetupOptions = {
  code?: string
  area?: string
  level?: string
  timeZone: string
  login?: string
  name?: string
  passwordFile?: string
}

type Wanted = { code: string; area: string; login: string; name: string; password: string }

/** The question cannot be answered as it was put. The message says what to change. */
export class SetupTrouble extends Error {
  override name = 'SetupTrouble'
}

export async function setupCommand(options: SetupOptions): Promise<number> {
  const config = readConfig()
  const database = await borrowDatabase(config)
  try {
    await migrateUrl(database.url)
    const client = ownerClient(database.url)
    await client.connect()
    try {
      await refuseSecondSetup(client)
      const wanted = await ask(options)
      const madeAt = new Date().toISOString()
      if (readKeyFile(config.keysFile)?.demo === true)
        throw new SetupTrouble(
          `${config.keysFile} holds the keys of a demo world. Give the real place its own: another LINLI_DATA or LINLI_KEYS.`,
        )
      const made = makeKeyFile(config.keysFile, { demo: false, suite: 'aes-256-gcm', madeAt })
      await write(client, { wanted, options, at: madeAt })
      tell(wanted, config.keysFile, made)
      return 0
    } finally {
      await client.end()
    }
  } finally {
    await database.close()
  }
}

async function refuseSecondSetup(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ people: boolean; demo: boolean }>(`
    select exists (select 1 from people.people)            as people,
           exists (select 1 from people.people where demo) as demo`)
  if (rows[0]?.demo === true)
    throw new SetupTrouble(
      'This database holds the demo world. Give the real place its own: another LINLI_DATA or DATABASE_URL.',
    )
  if (rows[0]?.people === true)
    throw new SetupTrouble(
      'This place is set up already: its administrators add people on the desk.',
    )
}

async function ask(options: SetupOptions): Promise<Wanted> {
  const login = (
    options.login ?? (await asked('Sign-in name of the first administrator', 'admin'))
  ).toLowerCase()
  if (!/^[a-z0-9._-]{2,40}$/.test(login))
    throw new SetupTrouble(
      'A sign-in name has 2 to 40 letters a–z, digits, dots, dashes or underscores.',
    )
  const wanted = {
    code: options.code ?? (await asked('Official code of the top area', '500108')),
    area: options.area ?? (await asked('Its name', '南岸区')),
    login,
    name: options.name ?? (await asked('Name of the first administrator', '系统管理员')),
    password: await firstPassword(options.passwordFile),
  }
  if (isWeakPassword(wanted.password, login))
    throw new SetupTrouble(
      'That password is too easy: at least 10 characters, not a common one, not the sign-in name.',
    )
  return wanted
}

async function asked(message: string, placeholder: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new SetupTrouble(`Missing: ${message.toLowerCase()}. See linli setup --help.`)
  const answer = await askText({
    message,
    placeholder,
    validate: (value) => (value ? undefined : 'needed'),
  })
  if (isCancel(answer)) throw new SetupTrouble('Nothing was set up.')
  return answer.trim()
}

async function firstPassword(file: string | undefined): Promise<string> {
  if (file !== undefined) {
    if (!existsSync(file)) throw new SetupTrouble(`There is no file ${file}.`)
    return readFileSync(file, 'utf8').split('\n')[0]?.trim() ?? ''
  }
  if (!process.stdin.isTTY)
    throw new SetupTrouble('Missing: --password-file with the first password.')
  const answer = await askPassword({
    message: 'First password (to be changed at the first sign-in)',
  })
  if (isCancel(answer)) throw new SetupTrouble('Nothing was set up.')
  return answer
}

type Writing = { wanted: Wanted; options: SetupOptions; at: string }

async function write(client: pg.Client, { wanted, options, at }: Writing): Promise<void> {
  const hash = await hashPassword(wanted.password)
  await client.query('begin')
  try {
    const areaId = await topArea(client, wanted, options)
    await layFoundation(client, areaId)
    await addAdministrator(client, { areaId, wanted, hash, at })
    await client.query(
      `insert into kit.settings (name, value) values ('top_area', $1), ('set_up_at', $2)
           on conflict (name) do update set value = excluded.value`,
      [JSON.stringify(wanted.code), JSON.stringify(at)],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The area may have come with an import already; otherwise it is made, at the level its code tells. */
async function topArea(
  client: pg.Client,
  { code, area }: Wanted,
  options: SetupOptions,
): Promise<number> {
  const { rows: known } = await client.query<{ id: number }>(
    'select id from places.areas where code = $1 and valid_to is null',
    [code],
  )
  if (known[0] !== undefined) return known[0].id
  const { rows: levels } = await client.query<{ level: string; tree: string }>(
    `select level, tree from places.levels
      where $1 ~ code_pattern and ($2::text is null or level = $2)
      order by ordinal limit 1`,
    [code, options.level ?? null],
  )
  const at = levels[0]
  if (at === undefined)
    throw new SetupTrouble(
      `${code} is not the code of a ${options.level ?? 'city, district, street or community'}.`,
    )
  const { rows } = await client.query<{ id: number }>(
    `insert into places.areas (tree, code, name, level, path, time_zone)
     values ($1, $2, $3, $4, '/0/', $5) returning id`,
    [at.tree, code, area, at.level, options.timeZone],
  )
  return rows[0]?.id ?? 0
}

type Administrator = { areaId: number; wanted: Wanted; hash: string; at: string }

/** System and security administrator in one person; the auditor must be somebody else, granted on the desk. */
async function addAdministrator(
  client: pg.Client,
  { areaId, wanted, hash, at }: Administrator,
): Promise<void> {
  const id = randomUUID()
  await client.query(
    'insert into people.people (id, login, name, created_at) values ($1, $2, $3, $4)',
    [id, wanted.login, wanted.name, at],
  )
  await client.query(
    'insert into people.credentials (person_id, password_hash, changed_at, must_change) values ($1, $2, $3, true)',
    [id, hash, at],
  )
  await client.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     select $1, role, $2, $3::timestamptz::date, $3 from unnest(array['systemAdmin', 'securityAdmin']) role`,
    [id, areaId, at],
  )
}

function tell(wanted: Wanted, keysFile: string, made: boolean): void {
  console.log(`${wanted.area} (${wanted.code}) is set up; ${wanted.login} may sign in at /desk.`)
  console.log(
    `Keys: ${keysFile}${made ? ' (made now)' : ''}. Copy them to a safe place apart from the backups.`,
  )
  console.log('Next: linli import areas FILE for the tree below it, then linli serve.')
}
