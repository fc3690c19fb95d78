// Is this the key file with which the rows of this database were sealed? A new file made beside old rows would
// only show when the first telephone number does not open; so the database remembers fingerprints of its keys.
import { sql } from 'kysely'
import { Trouble } from '#core/kit/result.ts'
import { isLoopback } from '../config.ts'
import { type Db, firstOf, inScope, rowsOf } from './db.ts'
import type { FieldKeys } from './seal-fields.ts'

type Fingerprints = Record<string, string>

const settingName = 'fieldKeys'

/** Ids of keys the database knows and this ring lacks, or has with another secret. */
export async function missingKeys(db: Db, keys: FieldKeys): Promise<string[]> {
  const known = await inScope(db, { kind: 'job' }, (tx) =>
    firstOf<{ value: Fingerprints }>(
      tx,
      sql`select value from kit.settings where name = ${settingName}`,
    ),
  )
  const here = keys.fingerprints()
  return Object.entries(known?.value ?? {}).flatMap(([id, print]) =>
    here[id] === print ? [] : [id],
  )
}

/** At every start: refuses a ring that cannot open what is there, and remembers keys that are new. */
export async function agreeOnKeys(db: Db, keys: FieldKeys, path: string): Promise<void> {
  const missing = await missingKeys(db, keys)
  if (missing.length > 0)
    throw new Trouble(
      'keys',
      `The data of this installation was sealed with ${missing.join(', ')}, and ${path} does not hold that key. ` +
        'Restore the key file from its backup; without it names and telephone numbers stay unreadable.',
    )
  await inScope(db, { kind: 'job' }, (tx) =>
    rowsOf(
      tx,
      sql`
      insert into kit.settings (name, value)
      values (${settingName}, ${JSON.stringify(keys.fingerprints())}::jsonb)
          on conflict (name) do update
         set value = kit.settings.value || excluded.value`,
    ),
  )
}

/**
 * The keys of the demo world were made beside a password that everybody knows: nothing may be sealed with them where
 * others than this machine can knock, like the demo accounts.
 */
export function refuseDemoKeys(
  keys: Pick<FieldKeys, 'demo'>,
  { host, keysFile }: { host: string; keysFile: string },
): void {
  if (!keys.demo || isLoopback(host)) return
  throw new Trouble(
    'keys',
    `${keysFile} holds the keys of the demo world, and ${host} is reached from elsewhere. Listen on 127.0.0.1, or set up ` +
      'a real place with a folder of its own: LINLI_DATA=… linli setup.',
  )
}
