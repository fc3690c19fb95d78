// Asks the browser to keep the field door and what waits behind it. A browser that cannot (an old one, a page without a
// secure address) has a door that needs a line, as before.
export function keepDoor(): void {
  if (import.meta.env.DEV) return
  void import('#web/kit/attachments.ts')
    .then(({ clearAttachments }) => clearAttachments())
    .catch(() => null)
  // Otherwise a phone short of room may clear away photos that have not been sent.
  void navigator.storage?.persist?.().catch(() => false)
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register('/field-worker.js', { scope: '/field' }).catch(() => null) // Refused by the browser's settings: the door needs a line, and says so when there is none.
}
