// A mail server that listens: as much of SMTP as a letter needs, keeping what it was sent and failing as it is told to.
import { type AddressInfo, type Socket, createServer } from 'node:net'
import { afterAll } from 'vitest'

export type Letter = { to: string; text: string }
export type MailServer = {
  url: string
  letters: Letter[]
  /** The next so many recipients are answered with this code. */
  refuses: (count: number, code: number) => void
}

export async function openMailServer(): Promise<MailServer> {
  const letters: Letter[] = []
  let refusing = { count: 0, code: 451 }
  const refusal = (): number | null => {
    if (refusing.count === 0) return null
    refusing = { ...refusing, count: refusing.count - 1 }
    return refusing.code
  }
  const server = createServer((socket) => converse(socket, letters, refusal))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => void server.close())
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refuses: (count, code) => {
      refusing = { count, code }
    },
  }
}

function converse(socket: Socket, letters: Letter[], refusal: () => number | null): void {
  let to = ''
  let text: string | null = null
  let rest = ''
  const says = (line: string) => void socket.write(`${line}\r\n`)
  const hears = (line: string) => {
    if (text !== null) {
      if (line !== '.') return void (text += `${line}\n`)
      letters.push({ to, text })
      text = null
      return says('250 kept')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') {
      to = /<(.*)>/.exec(line)?.[1] ?? ''
      const code = refusal()
      return says(code === null ? '250 known' : `${code} <${to}> not now`)
    }
    if (verb === 'DATA') {
      text = ''
      return says('354 go on')
    }
    // Whoever asks for the sealed line hears at once that there is none, as real servers without one answer.
    if (verb === 'STAR') return says('502 not here')
    says(verb === 'QUIT' ? '221 bye' : '250 well')
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hears)
  })
  says('220 a mail server of the small town')
}
