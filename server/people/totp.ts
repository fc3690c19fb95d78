// RFC 6238 with the parameters every authenticator knows: SHA-1, six digits, thirty seconds.
import { Secret, TOTP } from 'otpauth'
import { stepSeconds, stepsOff } from '#core/people/second-factor.ts'

const issuer = 'Linli 邻里'

function totpOf(secret: Secret, login: string): TOTP {
  return new TOTP({
    issuer,
    label: login,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
  })
}

/** 160 bits, as RFC 4226 recommends. */
export function newFactor(login: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 })
  return { secret: secret.base32, uri: totpOf(secret, login).toString() }
}

/** The time step the code belongs to, or null if it belongs to none near now. */
export function stepOf(secret: string, code: string, atMs: number): number | null {
  const totp = totpOf(Secret.fromBase32(secret), '')
  const off = totp.validate({ token: code, timestamp: atMs, window: stepsOff })
  return off === null ? null : Math.floor(atMs / 1000 / stepSeconds) + off
}
