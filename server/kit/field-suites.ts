// The two ways a field is sealed: AES-256-GCM, and SM4-CTR with HMAC-SM3 (encrypt, then authenticate) where
// the national algorithms are asked for. A hardware module or a cloud's key service would be a third one.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  getCiphers,
  getHashes,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

export const suiteNames = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const
export type SuiteName = (typeof suiteNames)[number]

/** `open` answers null when text, context or key is not the one it was sealed with. */
export interface CryptoProvider {
  readonly name: SuiteName
  seal(secret: Buffer, plain: Buffer, context: Buffer): Buffer
  open(secret: Buffer, sealed: Buffer, context: Buffer): Buffer | null
  /** A keyed digest for looking a value up without knowing it. */
  digest(secret: Buffer, value: string): Buffer
}

/** One secret, several uses: each gets a key of its own, so that no use weakens another. */
function derive(hash: 'sha256' | 'sm3', secret: Buffer, use: string): Buffer {
  return createHmac(hash, secret).update(`linli ${use}`).digest()
}

const gcmNonceBytes = 12
const gcmTagBytes = 16

const aesGcm: CryptoProvider = {
  name: 'aes-256-gcm',
  seal(secret, plain, context) {
    const nonce = randomBytes(gcmNonceBytes)
    const cipher = createCipheriv('aes-256-gcm', derive('sha256', secret, 'encrypt'), nonce)
    cipher.setAAD(context)
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  open(secret, sealed, context) {
    if (sealed.length < gcmNonceBytes + gcmTagBytes) return null
    const key = derive('sha256', secret, 'encrypt')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, gcmNonceBytes), {
      authTagLength: gcmTagBytes,
    })
    decipher.setAAD(context)
    decipher.setAuthTag(sealed.subarray(-gcmTagBytes))
    const plain = decipher.update(sealed.subarray(gcmNonceBytes, -gcmTagBytes))
    try {
      return Buffer.concat([plain, decipher.final()])
    } catch {
      return null // the tag does not fit: the only way Node says so is to throw
    }
  },
  digest: (secret, value) =>
    createHmac('sha256', derive('sha256', secret, 'index'))
      .update(value)
      .digest(),
}

const ctrNonceBytes = 16
const sm3Bytes = 32

function smTag(secret: Buffer, body: Buffer, context: Buffer): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(context.length))
  const mac = createHmac('sm3', derive('sm3', secret, 'authenticate'))
  return mac.update(length).update(context).update(body).digest()
}

const sm4Sm3: CryptoProvider = {
  name: 'sm4-ctr-hmac-sm3',
  seal(secret, plain, context) {
    const nonce = randomBytes(ctrNonceBytes)
    const key = derive('sm3', secret, 'encrypt').subarray(0, 16)
    const cipher = createCipheriv('sm4-ctr', key, nonce)
    const body = Buffer.concat([nonce, cipher.update(plain), cipher.final()])
    return Buffer.concat([body, smTag(secret, body, context)])
  },
  open(secret, sealed, context) {
    if (sealed.length < ctrNonceBytes + sm3Bytes) return null
    const body = sealed.subarray(0, -sm3Bytes)
    if (!timingSafeEqual(smTag(secret, body, context), sealed.subarray(-sm3Bytes))) return null
    const key = derive('sm3', secret, 'encrypt').subarray(0, 16)
    const decipher = createDecipheriv('sm4-ctr', key, body.subarray(0, ctrNonceBytes))
    return Buffer.concat([decipher.update(body.subarray(ctrNonceBytes)), decipher.final()])
  },
  digest: (secret, value) =>
    createHmac('sm3', derive('sm3', secret, 'index'))
      .update(value)
      .digest(),
}

export const suites: Readonly<Record<SuiteName, CryptoProvider>> = {
  'aes-256-gcm': aesGcm,
  'sm4-ctr-hmac-sm3': sm4Sm3,
}

/** Null, or what the OpenSSL of this Node lacks. Some distributions build it without SM3 and SM4. */
export function whyCannotUse(suite: SuiteName): string | null {
  if (suite === 'aes-256-gcm') return getCiphers().includes('aes-256-gcm') ? null : 'aes-256-gcm'
  const lacking = [
    ...(getHashes().includes('sm3') ? [] : ['sm3']),
    ...(getCiphers().includes('sm4-ctr') ? [] : ['sm4-ctr']),
  ]
  return lacking.length === 0 ? null : lacking.join(', ')
}
