// The answers to what a category asks: which questions stand open, and what of an answer goes into the case. Nothing has
// to be answered, and what was asked under another answer is dropped: a report is never refused for it.
import type { Words } from '#core/kit/words.ts'
import type { Particular, ParticularOption } from '#core/places/particulars.ts'

/** By code of the question: the code of the answer. */
export type ParticularAnswers = Readonly<Record<string, string>>

/** As it stays in the case, in the words of that day: the rule may ask otherwise tomorrow. */
export type Told = { code: string; option: string; ask: Words; label: Words }

/** The questions that are asked now, in order: one that hangs on an answer waits for it. */
export function askedNow(
  particulars: readonly Particular[],
  answers: ParticularAnswers,
): Particular[] {
  const asked: Particular[] = []
  for (const each of particulars) {
    const { after } = each
    const stands = after === undefined || asked.some(({ code }) => code === after.code)
    if (stands && (after === undefined || answers[after.code] === after.option)) asked.push(each)
  }
  return asked
}

/** What was chosen of what is asked, in order. */
export function chosen(
  particulars: readonly Particular[],
  answers: ParticularAnswers,
): { particular: Particular; option: ParticularOption }[] {
  return askedNow(particulars, answers).flatMap((particular) => {
    const option = particular.options.find(({ code }) => code === answers[particular.code])
    return option === undefined ? [] : [{ particular, option }]
  })
}

export const saysUrgent = (particulars: readonly Particular[], answers: ParticularAnswers) =>
  chosen(particulars, answers).some(({ option }) => option.urgent === true)

/** What goes into the case. An answer that is not offered today, under a newer rule or another category, is let go. */
export const toldOf = (particulars: readonly Particular[], answers: ParticularAnswers): Told[] =>
  chosen(particulars, answers).map(({ particular, option }) => ({
    code: particular.code,
    option: option.code,
    ask: particular.ask,
    label: option.label,
  }))
