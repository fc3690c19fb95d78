// Words for people, in Chinese and English side by side: a missing one does not compile.

export type Lang = 'zh' | 'en'

export type Words = { zh: string; en: string }

/** Says the words in one language; `{name}` stands for a value, and an unknown name stays as it is. */
export function say(
  words: Words,
  lang: Lang,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : String(value)
  })
}
