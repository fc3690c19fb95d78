// One program per data folder: a note of which process holds it, which a crash leaves behind and the next start sees through.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

export type Holder = { pid: number; startedAt: string; address: string; databaseUrl: string | null }

/** Which process that is: a pid alone may have been given to another since. */
function startMark(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    // Not Linux: that it lives is all that can be known.
    return 'alive'
  }
}

export function readHolder(file: string): Holder | null {
  if (!existsSync(file)) return null
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    const alive = holder.pid !== process.pid && startMark(holder.pid) === holder.startedAt
    return alive ? holder : null
  } catch {
    return null // Half written before a power cut: nobody holds it.
  }
}

/** Takes the folder for this process, or throws a sentence that names who has it. */
export function hold(file: string, address: string): () => void {
  const other = readHolder(file)
  if (other !== null)
    throw new Error(
      `Linli already runs on this data (process ${other.pid}, ${other.address}). ` +
        'Open that address, stop that process first, or give this one its own folder with LINLI_DATA.',
    )
  const mine: Holder = { ...holderNow(address), databaseUrl: null }
  rmSync(file, { force: true })
  try {
    writeFileSync(file, `${JSON.stringify(mine)}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return hold(file, address)
    throw error
  }
  return () => rmSync(file, { force: true })
}

/** Once the database runs, other commands on the same data find it through the note. */
export function noteDatabase(file: string, address: string, databaseUrl: string): void {
  writeFileSync(file, `${JSON.stringify({ ...holderNow(address), databaseUrl })}\n`, {
    mode: 0o600,
  })
}

function holderNow(address: string) {
  return { pid: process.pid, startedAt: startMark(process.pid) ?? 'alive', address }
}
