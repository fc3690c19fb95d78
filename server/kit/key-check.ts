// Is this the key file with which the rows of this database were sealed? A new file made beside old rows would
// only show when the first telephone number does not open; so the database remembers fingerprints of its keys.
import { sql } from 'kysely'
import { Trouble } from '#core/kit/result.ts'
import { isLoopback } from '../config.ts'
import { type Db, firstOf, inScope } from './db.ts'
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
  return differing(known?.value ?? {}, keys.fingerprints())
}

/**
 * At every start: refuses a ring that cannot open what is there, and remembers keys that are new. Of two first starts with
 * two files one comes first, and the other is refused.
 */
export async function agreeOnKeys(db: Db, keys: FieldKeys, path: string): Promise<void> {
  const here = keys.fingerprints()
  const missing = await missingKeys(db, keys)
  const later = missing.length > 0 ? missing : await remember(db, here)
  if (later.length > 0)
    throw new Trouble(
      'keys',
      `The data of this installation was sealed with ${later.join(', ')}, and ${path} does not hold that key. ` +
        'Restore the key file from its backup; without it names and telephone numbers stay unreadable.',
    )
}

/** What is known already stays as it is; answers what then differs. */
async function remember(db: Db, here: Fingerprints): Promise<string[]> {
  const row = await inScope(db, { kind: 'job' }, (tx) =>
    firstOf<{ value: Fingerprints }>(
      tx,
      sql`
      insert into kit.settings (name, value)
      values (${settingName}, ${JSON.stringify(here)}::jsonb)
          on conflict (name) do update
         set value = excluded.value || kit.settings.value
   returning value`,
    ),
  )
  return differing(row?.value ?? {}, here)
}

const differing = (known: Fingerprints, here: Fingerprints): string[] =>
  Object.entries(known).flatMap(([id, print]) => (here[id] === print ? [] : [id]))

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
