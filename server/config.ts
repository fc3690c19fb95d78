// The environment as one typed object. This is the only reader of process.env.
import { isAbsolute, resolve } from 'node:path'
import { type Licence, isLicence, licences } from '#core/exchange/licence.ts'
import {
  type Gateways,
  type PushWay,
  gatewayVariables,
  readGateways,
  readPush,
} from './config-gateways.ts'
import { ConfigTrouble, type Variable, whole } from './config-parts.ts'

export type Config = {
  host: string
  port: number
  publicUrl: string
  trustProxy: boolean | string
  dataFolder: string
  keysFile: string
  /** Fill an empty database with the demo world, and let its day play on while the server runs. */
  demo: 'no' | 'fill' | 'play'
  chromium: string | null
  /** Where programs are looked for. */
  searchPath: string
  databaseUrl: string | null
  poolSize: number
  /** Whether this process runs jobs beside answering, leaves them to others, or does nothing else. */
  jobs: 'beside' | 'no' | 'only'
  metricsToken: string | null
  tileUrl: string | null
  /** Under which open data is published. */
  dataLicence: Licence
  /** Webhooks and other cities' servers may stand in this house. */
  privateReceivers: boolean
  /** Sign-in through another provider; null: passwords alone. */
  oidc: { issuer: string; client: string; secret: string; name: string } | null
  /** Ways out to telephones and mailboxes; null: there is none. */
  gateways: Gateways
  /** Browsers can be told; null: they cannot. */
  push: PushWay | null
  logLevel: string
  /** Rate limits are multiplied by this; the tests' one address asks for a whole town. */
  limitScale: number
}

/** The table of the operator's page and of `linli doctor`. */
export const variables: Variable[] = [
  { name: 'LINLI_HOST', default: '127.0.0.1', meaning: 'address to listen on' },
  { name: 'LINLI_PORT', default: '8141', meaning: 'port to listen on' },
  {
    name: 'LINLI_PUBLIC_URL',
    default: 'http://HOST:PORT',
    meaning: 'how people reach it, for links and cookies',
  },
  {
    name: 'LINLI_TRUST_PROXY',
    default: '0',
    meaning: '1, or the proxy’s addresses: believe X-Forwarded-For',
  },
  { name: 'LINLI_DATA', default: './data', meaning: 'folder of database, photos and keys' },
  {
    name: 'LINLI_KEYS',
    default: 'LINLI_DATA/keys.json',
    meaning: 'file of the field keys, mode 0600',
  },
  {
    name: 'LINLI_DEMO',
    default: '0',
    meaning: '1 fills an empty DATABASE_URL with the demo world; play lets its day go on, too',
  },
  {
    name: 'LINLI_CHROMIUM',
    default: 'found on the machine',
    meaning: 'browser of the browser stories',
  },
  {
    name: 'DATABASE_URL',
    default: 'embedded',
    meaning: 'a PostgreSQL 15 or newer instead of the embedded one',
  },
  { name: 'LINLI_POOL', default: '16', meaning: 'database connections of the application' },
  {
    name: 'LINLI_JOBS',
    default: '1',
    meaning:
      'with several processes: 0 runs no jobs, only runs nothing else and answers /health and /metrics',
  },
  {
    name: 'LINLI_METRICS_TOKEN',
    default: 'none: loopback only',
    meaning: 'bearer token for /metrics from elsewhere',
  },
  {
    name: 'LINLI_TILE_URL',
    default: 'none',
    meaning: 'map tiles under our own boundaries, {z}/{x}/{y}',
  },
  {
    name: 'LINLI_DATA_LICENCE',
    default: 'CC-BY-4.0',
    meaning: 'licence of the open data: CC-BY-4.0, CC0-1.0 or ODbL-1.0',
  },
  {
    name: 'LINLI_PRIVATE_RECEIVERS',
    default: '0',
    meaning: '1: webhooks and other servers may have private addresses, and plain http',
  },
  {
    name: 'LINLI_OIDC_ISSUER',
    default: 'none',
    meaning: 'address of an OpenID Connect provider for staff; with it the three below',
  },
  { name: 'LINLI_OIDC_CLIENT', default: 'linli', meaning: 'our client id at that provider' },
  { name: 'LINLI_OIDC_SECRET', default: 'none', meaning: 'and its secret' },
  {
    name: 'LINLI_OIDC_NAME',
    default: '单位账号',
    meaning: 'what the button of the sign-in page calls it',
  },
  ...gatewayVariables,
  { name: 'LINLI_LOG', default: 'warn', meaning: 'fatal, error, warn, info, debug or silent' },
]

type Environment = Readonly<Record<string, string | undefined>>

export function readConfig(env: Environment = process.env): Config {
  const text = (name: string) => env[name]?.trim() || null
  const host = text('LINLI_HOST') ?? '127.0.0.1'
  const port = whole(text('LINLI_PORT') ?? '8141', { name: 'LINLI_PORT', min: 0, max: 65_535 })
  const dataFolder = resolve(text('LINLI_DATA') ?? './data')
  const reached = publicUrl(
    text('LINLI_PUBLIC_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
  )
  return {
    host,
    port,
    publicUrl: reached,
    trustProxy: trustProxy(text('LINLI_TRUST_PROXY')),
    dataFolder,
    keysFile: absolute(text('LINLI_KEYS') ?? `${dataFolder}/keys.json`),
    demo: demo(text('LINLI_DEMO')),
    chromium: text('LINLI_CHROMIUM'),
    searchPath: env['PATH'] ?? '',
    databaseUrl: databaseUrl(text('DATABASE_URL')),
    poolSize: whole(text('LINLI_POOL') ?? '16', { name: 'LINLI_POOL', min: 2, max: 200 }),
    jobs: jobs(text('LINLI_JOBS')),
    metricsToken: text('LINLI_METRICS_TOKEN'),
    tileUrl: text('LINLI_TILE_URL'),
    dataLicence: licence(text('LINLI_DATA_LICENCE') ?? 'CC-BY-4.0'),
    privateReceivers: yesOrNo(text('LINLI_PRIVATE_RECEIVERS'), 'LINLI_PRIVATE_RECEIVERS'),
    oidc: oidc(text),
    gateways: readGateways(text),
    push: readPush(text, reached),
    logLevel: oneOf(text('LINLI_LOG') ?? 'warn', 'LINLI_LOG', levels),
    limitScale: 1,
  }
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

const absolute = (path: string) => (isAbsolute(path) ? path : resolve(path))

function oidc(text: (name: string) => string | null): Config['oidc'] {
  const issuer = text('LINLI_OIDC_ISSUER')
  if (issuer === null) return null
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  if (url === null || !(url.protocol === 'https:' || isLoopback(url.hostname)))
    throw new ConfigTrouble(
      `LINLI_OIDC_ISSUER is “${issuer}”: give an https address, or one of this machine.`,
    )
  const secret = text('LINLI_OIDC_SECRET')
  if (secret === null)
    throw new ConfigTrouble('LINLI_OIDC_ISSUER is set, and LINLI_OIDC_SECRET is not.')
  return {
    issuer,
    secret,
    client: text('LINLI_OIDC_CLIENT') ?? 'linli',
    name: text('LINLI_OIDC_NAME') ?? '单位账号',
  }
}

function demo(text: string | null): Config['demo'] {
  if (text === null || text === '0') return 'no'
  if (text === '1') return 'fill'
  if (text === 'play') return 'play'
  throw new ConfigTrouble(
    `LINLI_DEMO is “${text}”: give 1 to fill an empty database, play to let the day go on too, or 0.`,
  )
}

function jobs(text: string | null): Config['jobs'] {
  if (text === null || text === '1') return 'beside'
  if (text === '0') return 'no'
  if (text === 'only') return 'only'
  throw new ConfigTrouble(`LINLI_JOBS is “${text}”: give 1, 0 or only.`)
}

function licence(text: string): Licence {
  if (isLicence(text)) return text
  const known = Object.keys(licences).join(', ')
  throw new ConfigTrouble(`LINLI_DATA_LICENCE is “${text}”: give one of ${known}.`)
}

function yesOrNo(text: string | null, name: string): boolean {
  if (text === null || text === '0') return false
  if (text === '1') return true
  throw new ConfigTrouble(`${name} is “${text}”: give 1 or 0.`)
}

function oneOf(text: string, name: string, values: string[]): string {
  if (!values.includes(text))
    throw new ConfigTrouble(`${name} is “${text}”: give one of ${values.join(', ')}.`)
  return text
}

function publicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new ConfigTrouble(
      `LINLI_PUBLIC_URL is “${text}”: give an address such as https://linli.example.org.`,
    )
  return text.replace(/\/+$/, '')
}

function databaseUrl(text: string | null): string | null {
  if (text === null) return null
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new ConfigTrouble(
      'DATABASE_URL wants the form postgres://user:password@host:5432/database.',
    )
  return text
}

function trustProxy(text: string | null): boolean | string {
  if (text === null || text === '0') return false
  return text === '1' ? true : text
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
