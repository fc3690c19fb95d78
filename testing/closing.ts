// What a test file opened is closed when the file is done. A hook that is added while another runs is never called
// by vitest, and towns are opened in `beforeAll`: so they are noted here, and `testing/each-file.ts` closes them.

const open = new Set<() => Promise<void>>()

/** Notes how something is closed; answers the same, to be called earlier by hand: it is closed once. */
export function whenDone(close: () => Promise<void>): () => Promise<void> {
  const once = async () => {
    if (open.delete(once)) await close()
  }
  open.add(once)
  return once
}

/** The last opened first: a browser before the server it speaks to. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) await close()
}
