// The log: one JSON line an event. What could name a resident or open a door never reaches it.
import { type Logger, pino } from 'pino'

export type Log = Logger

const secretKeys = [
  'password',
  'secret',
  'token',
  'phone',
  'contact',
  'reporterName',
  'authorization',
  'cookie',
]
const paths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

export function createLog(level: string): Log {
  return pino({
    level,
    redact: { paths: [...paths, 'req.headers["set-cookie"]'], censor: '…' },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
