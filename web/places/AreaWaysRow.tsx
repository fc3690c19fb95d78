// Online, telephone and counter of one place in one row: at the foot of every page that asks for something.
import { paths } from '#web/kit/paths.ts'
import { Ways } from '#web/kit/ui/Ways.tsx'
import { useAreaWays, useCounterLine } from './area-ways.ts'

type Props = { code: string | null; onlineLabel?: string; onlineTo?: string; onlineNote?: string }

export function AreaWaysRow({ code, onlineLabel, onlineTo, onlineNote }: Props) {
  const ways = useAreaWays(code)
  const hours = useCounterLine(ways)
  return (
    <Ways
      online={{
        to: onlineTo ?? paths.open.report(code ?? undefined),
        ...(onlineLabel === undefined ? {} : { label: onlineLabel }),
        ...(onlineNote === undefined ? {} : { note: onlineNote }),
      }}
      phone={{ number: ways.phone }}
      counter={{ note: hours, ...(code === null ? {} : { to: paths.open.ways(code) }) }}
    />
  )
}
