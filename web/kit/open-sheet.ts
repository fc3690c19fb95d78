// A sheet that was fetched, shown in a tab of its own, from where every browser prints.
export function openSheet(sheet: Blob): void {
  const address = URL.createObjectURL(sheet)
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
