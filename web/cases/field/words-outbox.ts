// Refusals that only the phone's own outbox gives: nobody but the author reads them.
import { fileRefusals } from '#core/files/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'

/** What may be refused of a step taken in the field, its attachments included. */
export const fieldRefusals: Readonly<Record<string, Words>> = {
  ...fileRefusals,
  ...refusalWords,
  attachment_gone: {
    zh: '照片已不在这台手机上，可能被手机清理掉了。请重新拍，再交一次。',
    en: 'The photo is no longer on this phone; it may have been cleared away. Take it again and hand in once more.',
  },
  report_refused: {
    zh: '前面的上报没有收下，这一步没有件可办。请重新上报。',
    en: 'The report before it was not taken, so this step has no case. Please report again.',
  },
}
