// A server for measuring: the usual one, with the limits per address lifted.
import { readConfig } from '#server/config.ts'
import { start } from '#server/main.ts'

const [url = '', folder = '', port = '0'] = process.argv.slice(2)
const config = {
  ...readConfig({ LINLI_DATA: folder, LINLI_PORT: port, LINLI_LOG: 'warn' }),
  limitScale: 1_000_000,
}
const running = await start(config, url)
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
