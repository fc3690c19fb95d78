// "60岁以上，1240", a line a group: how known figures are copied from a register.
export type FigureLine = { label: string; people: number }

export function readLines(text: string): {
  lines: FigureLine[]
  bad: { n: number; line: string } | null
} {
  const lines: FigureLine[] = []
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const [, label = '', people = ''] =
      /^(.+?)[，,:：\t ]+([\d,，]+)\s*人?$/.exec(line.normalize('NFC')) ?? []
    if (label.trim() === '') return { lines, bad: { n: at + 1, line } }
    lines.push({ label: label.trim(), people: Number(people.replaceAll(/[,，]/g, '')) })
  }
  return { lines, bad: null }
}
