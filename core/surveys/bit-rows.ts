// Rows of bits, one bit a sheet, and how many are set in two rows at once. Counting bits is what a processor does
// fastest; the few instructions for it are count-bits.wat, compiled with wat2wasm and carried here as text.

export type BitRows = {
  /** Row `row` begins at byte `row * stride`. */
  bytes: Uint8Array
  stride: number
  /** Three numbers a cell: bits set in both rows, times their weight, times its square. */
  cells: Float64Array
  /** Adds to the cells from `out` on: each of `down` rows with each of `across`. Whole blocks only. */
  count: (down: RowSpan, across: RowSpan, piece: Piece, out: number) => void
}
export type RowSpan = { first: number; rows: number }
/** Bytes of every row whose sheets have this weight. */
export type Piece = { from: number; to: number; weight: number }

export const blockBytes = 32
const pageBytes = 65_536

const compiledText =
  'AGFzbQEAAAABDAFgCH9/f39/f398AAMCAQAFAwEAAQcNAgFtAgAFY291bnQAAArUAQHRAQMEfwF+AXwDQCADIQsgAiEJ' +
  'A0AgACEIIAAgBWohCkIAIQwDQCAMIAgpAwAgCSkDAIN7IAgpAwggCSkDCIN7fCAIKQMQIAkpAxCDeyAIKQMYIAkpAxiD' +
  'e3x8fCEMIAlBIGohCSAIQSBqIgggCkkNAAsgDLohDSAGIAYrAwAgDaA5AwAgBiAGKwMIIA0gB6IiDaA5AwggBiAGKwMQ' +
  'IA0gB6KgOQMQIAZBGGohBiAJIAQgBWtqIQkgC0EBayILDQALIAAgBGohACABQQFrIgENAAsL'

type CountBits = (
  a: number,
  down: number,
  b: number,
  across: number,
  stride: number,
  bytes: number,
  out: number,
  weight: number,
) => void

/** As much of the platform's WebAssembly as is used: the same in Node and in browsers, typed in neither's core. */
type Memory = { buffer: ArrayBuffer; grow: (pages: number) => number }
type Wasm = {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { exports: unknown }
}
const wasm = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly

let compiled: object | null = null

export function bitRows(rows: number, bits: number, cells: number): BitRows {
  const stride = Math.ceil(bits / 8 / blockBytes) * blockBytes
  compiled ??= new wasm.Module(Uint8Array.from(atob(compiledText), (sign) => sign.charCodeAt(0)))
  const { m, count } = new wasm.Instance(compiled).exports as {
    m: Memory
    count: CountBits
  }
  const start = rows * stride
  m.grow(Math.ceil((start + cells * 8) / pageBytes))
  return {
    bytes: new Uint8Array(m.buffer, 0, start),
    stride,
    cells: new Float64Array(m.buffer, start, cells),
    count: (down, across, { from, to, weight }, out) => {
      if (down.rows === 0 || across.rows === 0 || from === to) return
      const [a, b] = [down.first * stride + from, across.first * stride + from]
      count(a, down.rows, b, across.rows, stride, to - from, start + out * 8, weight)
    },
  }
}
