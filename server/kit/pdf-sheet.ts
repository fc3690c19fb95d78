// What a printed sheet is made of, as plain data: pure functions build it, a thread lays it out (pdf.ts). Text is text,
// never markup; there is no way to name a file or an address to fetch.

export type Ink = 'ink' | 'ink2' | 'ink3' | 'accent' | 'zhu' | 'zhe' | 'white'
export const inks: Readonly<Record<Ink, string>> = {
  ink: '#221E19',
  ink2: '#4A433A',
  ink3: '#665D50',
  accent: '#17595A',
  zhu: '#A01F24',
  zhe: '#865E00',
  white: '#FFFFFF',
}

type Placed = {
  margin?: [number, number, number, number]
  alignment?: 'left' | 'center' | 'right'
  /** Kept together on one page. */
  unbreakable?: boolean
}
export type Run = {
  text: string
  fontSize?: number
  bold?: boolean
  color?: string
  lineHeight?: number
  decoration?: 'lineThrough'
  noWrap?: boolean
  characterSpacing?: number
}
export type Block =
  | (Placed & Run)
  | (Placed & { text: Run[]; fontSize?: number; lineHeight?: number; color?: string })
  | (Placed & { stack: Block[] })
  | (Placed & { columns: (Block & { width?: number | '*' | 'auto' })[]; columnGap?: number })
  | (Placed & { canvas: Shape[] })
  /** The bytes themselves, as a data address. */
  | (Placed & { image: string; fit: [number, number] })
  | (Placed & { qr: string; fit: number; foreground?: string; eccLevel?: 'L' | 'M' | 'Q' | 'H' })
  | (Placed & { table: Table; layout: TableLook })

export type Shape =
  | {
      type: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      lineWidth: number
      lineColor: string
      dash?: { length: number; space?: number }
    }
  | {
      type: 'rect'
      x: number
      y: number
      w: number
      h: number
      color?: string
      lineColor?: string
      lineWidth?: number
      dash?: { length: number; space?: number }
    }
  | {
      type: 'polyline'
      points: { x: number; y: number }[]
      closePath: boolean
      color?: string
      lineColor?: string
      lineWidth?: number
    }

export type Cell = Block & {
  rowSpan?: number
  colSpan?: number
  fillColor?: string
  border?: [boolean, boolean, boolean, boolean]
}
export type Table = {
  headerRows?: number
  dontBreakRows?: boolean
  widths: (number | '*' | 'auto')[]
  heights?: number | number[]
  body: Cell[][]
}
/** Looks of tables, known to the thread: rules between the columns 界行, between the rows, around nothing. */
export type TableLook = 'bare' | 'columns' | 'grid' | 'rows'

export type Sheet = {
  title: string
  lang: string
  paper: 'A3' | 'A4' | 'A5'
  across: boolean
  margins: [number, number, number, number]
  content: Block[]
  /** Stands at the foot of every page, with its number where there are several. */
  foot: Block | null
}

/** Points of a millimetre. */
export const mm = (value: number) => (value * 72) / 25.4

export function rule(width: number, weight: number, color = inks.ink): Block {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: weight, lineColor: color }],
  }
}

/** 文武线: a thick rule over a thin one. */
export function twinRule(width: number): Block {
  const line = (y: number, lineWidth: number): Shape => ({
    type: 'line',
    x1: 0,
    y1: y,
    x2: width,
    y2: y,
    lineWidth,
    lineColor: inks.ink,
  })
  return { canvas: [line(0, 2.4), line(4, 0.7)] }
}

/** The mark: one shared wall, one open door. */
export function mark(size: number): Block {
  const s = size / 24
  const line = (points: [number, number][]): Shape => ({
    type: 'polyline',
    points: points.map(([x, y]) => ({ x: x * s, y: y * s })),
    closePath: points.length > 2,
    lineColor: inks.ink,
    lineWidth: 2.2 * s,
  })
  return {
    canvas: [
      line([
        [2.1, 2.1],
        [21.9, 2.1],
        [21.9, 21.9],
        [2.1, 21.9],
      ]),
      line([
        [12, 2],
        [12, 9],
      ]),
      line([
        [12, 15.5],
        [12, 22],
      ]),
    ],
  }
}
