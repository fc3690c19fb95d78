// One answer of the reporter: sent with number and secret, refused in words for a reporter, and the page read again.
import { followCase } from '#core/cases/contract.ts'
import { giveAnswer } from '#core/cases/contract-report.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useRefusal } from './refused.ts'
import { saidWords } from './words-said.ts'

type Said = Pick<InputOf<typeof giveAnswer>, 'answer' | 'words' | 'grade'>

export function useAnswer(number: string, secret: string) {
  const { t } = useWords()
  const toast = useToast()
  const act = useCommand(giveAnswer, {
    about: number,
    refresh: [followCase],
    onDone: () => toast(t(saidWords.sent)),
  })
  const own = useRefusal(act.error)
  const kept = act.error instanceof RefusalError ? '' : `。${t(kitWords.noConnectionKept)}`
  return {
    isPending: act.isPending,
    trouble:
      act.error === null || own === undefined
        ? null
        : own
          ? t(own)
          : `${t(wordsOfError(act.error))}${kept}`,
    say: (said: Said) => act.mutate({ number, secret, ...said }),
  }
}
