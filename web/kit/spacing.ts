// Air between 汉字 and Latin letters or digits. Browsers with `text-autospace` do it themselves; for the others the
// render function (never the author) puts a thin space. Sources are typed without spaces.
const thin = '\u2009'
const afterHan = /(?<=\p{sc=Han}) ?(?=[\p{Nd}A-Za-z])/gu
const beforeHan = /(?<=[\p{Nd}A-Za-z%]) ?(?=\p{sc=Han})/gu

/** Whether this browser needs our help. */
export const needsAir =
  typeof CSS !== 'undefined' &&
  typeof CSS.supports === 'function' &&
  !CSS.supports('text-autospace', 'normal')

export function withAir(text: string): string {
  return text.replace(afterHan, thin).replace(beforeHan, thin)
}

export function air(text: string): string {
  return needsAir ? withAir(text) : text
}
