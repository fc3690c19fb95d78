// The secret of a subscription comes in the fragment of a message's link, or from confirming it here. It does not stay in
// the address bar, and lives as long as this tab: on a borrowed phone nothing stays behind.
const place = (id: string) => `linli.alert.${id}`
const known = new Map<string, string>()

export function keepAlertSecret(id: string, secret: string): void {
  known.set(id, secret)
  try {
    sessionStorage.setItem(place(id), secret)
  } catch {
    // storage closed: the link of the message opens it again
  }
}

export function alertSecret(id: string): string | null {
  const given = /^#([0-9A-Za-z_-]{10,100})$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    history.replaceState(history.state, '', location.pathname + location.search)
    keepAlertSecret(id, given)
  }
  try {
    return known.get(id) ?? sessionStorage.getItem(place(id))
  } catch {
    return known.get(id) ?? null // storage closed
  }
}
