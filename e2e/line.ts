// A line that can be cut: what stands between a phone and the server in stories of the field.
import { createServer, connect, type Server, type Socket } from 'node:net'
import { whenDone } from '#testing/closing.ts'

export type Line = {
  address: string
  /** From now on nobody answers at this address; what was under way breaks off. */
  cut: () => Promise<void>
  /** The same address answers again. */
  mend: () => Promise<void>
}

export async function openLine(to: string): Promise<Line> {
  const target = Number(new URL(to).port)
  const sockets = new Set<Socket>()
  let server: Server | null = null
  let port = 0
  const mend = async () => {
    server = createServer((near) => {
      const far = connect(target, '127.0.0.1')
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => (sockets.delete(one), other.destroy()))
        one.pipe(other)
      }
    })
    const opened = server
    await new Promise<void>((ready) => opened.listen(port, '127.0.0.1', ready))
    port = (opened.address() as { port: number }).port
  }
  const cut = async () => {
    const closing = server
    server = null
    for (const socket of sockets) socket.destroy()
    if (closing !== null) await new Promise<void>((closed) => closing.close(() => closed()))
  }
  await mend()
  whenDone(cut)
  return { address: `http://127.0.0.1:${port}`, cut, mend }
}
