// How long a packet of Opus lasts, by its first bytes (RFC 6716, 3.1): told by the sound itself, whatever the container
// around it claims.

/** Milliseconds of one frame, by the five bits of the configuration. */
function frameMs(config: number): number {
  if (config < 12) return [10, 20, 40, 60][config % 4] ?? 0
  if (config < 16) return [10, 20][config % 2] ?? 0
  return [2.5, 5, 10, 20][config % 4] ?? 0
}

export function opusMs(packet: Uint8Array): number {
  const toc = packet[0]
  if (toc === undefined) return 0
  const code = toc & 3
  const frames = code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 0x3f : 2
  return frames * frameMs(toc >> 3)
}
