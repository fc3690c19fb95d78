// The pair of keys by which push services know us (VAPID, RFC 8292). It is derived from the key file and a salt in the
// database, so that there is no further file to keep and lose: neither of the two alone gives it. A new salt is a new pair.
import { createECDH, createHash } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/kit/result.ts'
import type { PushAddress } from '#core/notices/push.ts'
import type { App } from '../app.ts'
import { type Tx, firstOf } from '../kit/db.ts'

/** As browsers and headers take them: base64url. */
export type PushKeys = { publicKey: string; privateKey: string }

export async function pushKeysOf(app: Pick<App, 'keys'>, tx: Tx): Promise<PushKeys> {
  const row = await firstOf<{ salt: string }>(
    tx,
    sql`select s.value #>> '{}' as salt from kit.settings s where s.name = 'push.salt'`,
  )
  assert(row, 'the salt of the push keys was laid with their table')
  return pairOf(app, row.salt)
}

function pairOf({ keys }: Pick<App, 'keys'>, salt: string): PushKeys {
  // Of 2^32 numbers one is too large for the curve: then the next is taken.
  for (let turn = 0; ; turn += 1) {
    const number = createHash('sha256')
      .update(keys.blindIndex('secret', `push key ${salt} ${turn}`))
      .digest()
    const pair = createECDH('prime256v1')
    try {
      pair.setPrivateKey(number)
    } catch {
      continue
    }
    return {
      publicKey: pair.getPublicKey().toString('base64url'),
      privateKey: number.toString('base64url'),
    }
  }
}

/** Every browser that was told by the old pair has to be asked again: no push service takes the new one for it. */
export const layNewPushKeys = (tx: Tx) =>
  sql`update kit.settings set value = to_jsonb(gen_random_uuid()::text) where name = 'push.salt'`.execute(
    tx.k,
  )

/** A key that lies on the curve; what does not could never be sealed with. */
export function isPushKey({ p256dh }: PushAddress): boolean {
  try {
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    pair.computeSecret(Buffer.from(p256dh, 'base64url'))
    return true
  } catch {
    return false
  }
}
