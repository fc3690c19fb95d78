import { Buffer } from 'node:buffer'

/** A zip package of entries that are packed already (APPNOTE 4.3). Two gigabytes at most: no zip64. */

export type ZipEntry = {
  name: string
  packed: Buffer
  /** 0 stored, 8 deflated. */
  method: 0 | 8
  /** Unpacked length. */
  bytes: number
  crc: number
}

export function zipped(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const [head, name] = [sharedFields(entry), Buffer.from(entry.name)]
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, name])
    const rest = Buffer.alloc(14) // comment, disk and attributes: none; then the offset
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, rest, name)
    parts.push(local, entry.packed)
    offset += local.length + entry.packed.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...parts, central, endOf(entries.length, central.length, offset)])
}

/** What local header and central directory both say. */
function sharedFields({ name, packed, method, bytes, crc }: ZipEntry): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x0800, 2) // names are UTF-8
  head.writeUInt16LE(method, 4)
  head.writeUInt16LE(0x21, 8) // 1 January 1980: the same content is the same file
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(bytes, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

function endOf(count: number, centralBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(centralBytes, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
