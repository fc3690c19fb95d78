// What a reader of PDF finds on a sheet, without its spaces. A machine without such a reader takes the sheet's word for
// being a PDF, and says so by null.
import { spawnSync } from 'node:child_process'

export function pdfText(bytes: Buffer): string | null {
  const found = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes })
  return found.error === undefined ? found.stdout.toString().replaceAll(/\s/g, '') : null
}

export const pdfPages = (bytes: Buffer): number =>
  bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
