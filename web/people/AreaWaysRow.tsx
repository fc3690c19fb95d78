// Online, telephone and counter of one place in one row: at the foot of every page that asks for something.
import { paths } from '#web/kit/paths.ts'
import { useWords } from '#web/kit/language.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Choice, telephone, Ways } from '#web/kit/ui/Ways.tsx'
import { kitWords } from '#web/kit/words.ts'
import '../places/picker.css'
import { type AreaWays, useAreaWays, useCounterLine } from './area-ways.ts'

type Props = { code: string | null; onlineLabel?: string; onlineTo?: string; onlineNote?: string }

export function AreaWaysRow({ code, onlineLabel, onlineTo, onlineNote }: Props) {
  const ways = useAreaWays(code)
  const hours = useCounterLine(ways)
  const { elder } = useSettings()
  if (elder !== null) return <ElderWays ways={ways} hours={hours} />
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

/** For elders one thing to press, the telephone; the counter needs no pressing, so it is said. */
function ElderWays({ ways, hours }: { ways: AreaWays; hours: string }) {
  const { t } = useWords()
  return (
    <div className="area-ways">
      <Choice
        icon="phone"
        title={t(kitWords.byPhone)}
        note={t(kitWords.somebodyAnswers, { phone: ways.phone })}
        to={telephone(ways.phone)}
      />
      <p>
        {t(kitWords.atCounter)} · {hours}
      </p>
    </div>
  )
}
