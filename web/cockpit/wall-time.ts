// 14:32:08, on the clock of the place: on a wall the second at which the line broke matters.
export function withSeconds(at: string, zone: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { timeZone: zone, hourCycle: 'h23' })
}
