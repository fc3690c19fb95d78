// Long work shows how far it is: one moving line on a terminal; where there is none, a line every tenth once it has
// lasted a while.

export type Progress = {
  /** So many of the total are done; without a total, so many in all. */
  at: (count: number) => void
  done: (sentence: string) => void
}

const width = 28
const patienceMs = 2000

export function progress(label: string, total: number | null): Progress {
  const began = Date.now()
  const live = process.stderr.isTTY
  let shown = -1
  const line = (count: number) =>
    total === null ? `${label} ${count}` : `${label} ${bar(count / total)} ${count} / ${total}`
  return {
    at: (count) => {
      const step = live ? Math.floor((Date.now() - began) / 100) : tenth(count, total)
      if (step === shown) return
      shown = step
      if (!live && Date.now() - began < patienceMs) return
      process.stderr.write(live ? `\r\x1b[2K${line(count)}` : `${line(count)}\n`)
    },
    done: (sentence) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      process.stderr.write(`${live ? '\r\x1b[2K' : ''}${label}: ${sentence} (${seconds} s)\n`)
    },
  }
}

const tenth = (count: number, total: number | null): number =>
  total === null ? Math.floor(count / 10_000) : Math.floor((10 * count) / Math.max(1, total))

function bar(share: number): string {
  const full = Math.round(width * Math.min(1, share))
  return '█'.repeat(full) + '░'.repeat(width - full)
}
