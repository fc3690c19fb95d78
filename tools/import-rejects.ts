// The file of rejected rows: each with its line, why in both languages, and all its cells.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { csvByteOrderMark, csvLine } from '#server/kit/csv.ts'
import type { Row } from '#server/kit/table-file.ts'
import { type Fault, faultWords } from './import-words.ts'

export type Rejects = {
  add: (row: Row, fault: Fault, about: string) => void
  close: () => Promise<void>
}

/** Made with the first rejected row: a clean run leaves no empty file behind. */
export function openRejects(path: string, headings: readonly string[]): Rejects {
  let out: ReturnType<typeof createWriteStream> | null = null
  return {
    add: (row, fault, about) => {
      if (out === null) {
        out = createWriteStream(path)
        out.write(
          csvByteOrderMark +
            csvLine(['line', 'reason', 'reason_zh', 'reason_en', 'about', ...headings]),
        )
      }
      const { zh, en } = faultWords[fault]
      out.write(csvLine([row.line, fault, zh, en, about, ...row.cells]))
    },
    close: async () => {
      if (out === null) return
      out.end()
      await once(out, 'finish')
    },
  }
}
