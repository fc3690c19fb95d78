// What is being done, by whom and until when; and what was finished. As far as the grid, never nearer.
import { countdown } from '#core/cases/countdown.ts'
import { residentStateWords } from '#core/cases/words-resident.ts'
import type { WallRow, WallView } from '#core/cockpit/contract-wall.ts'
import { layerWords, openWallWords as words } from '#core/cockpit/words-wall.ts'
import { nearPlace } from '#web/cases/case-text.ts'
import { publicWords } from '#web/cases/open/words-public.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { useWallTimes } from './wall-times.ts'

type Props = { view: WallView; most: number }

export function Doing({ view, most }: Props) {
  const { t } = useWords()
  return (
    <section className="owall-doing">
      <SectionHeading end={t(words.doingBasis)}>{t(words.doing)}</SectionHeading>
      {view.doing.length === 0 && (
        <p className="owall-none">
          {t(words.doingNone)} <small>{t(words.doingNoneThen)}</small>
        </p>
      )}
      <ol>
        {view.doing.slice(0, most).map((row) => (
          <InHand key={row.number} row={row} whole={view.area.level !== 'community'} />
        ))}
      </ol>
    </section>
  )
}

/** On the wall of its own community a matter says only its grid: the name stands above. */
function useWhere(row: WallRow, whole: boolean): string {
  const { lang } = useWords()
  const place = whole ? row.place : row.place.filter(({ level }) => level !== 'community')
  return nearPlace(place.length === 0 ? row.place : place, lang)
}

function InHand({ row, whole }: { row: WallRow; whole: boolean }) {
  const { t, lang } = useWords()
  const at = useNow()
  const where = useWhere(row, whole)
  const layer = t(layerWords[row.tier])
  const state = row.state === 'WAITING_REPORTER' ? publicWords.waits : residentStateWords[row.state]
  return (
    <li>
      <p>
        <b>
          {row.urgent && <Stamp />}
          {row.category[lang]}
        </b>
        <span>{whole ? `${where} · ${layer}` : where}</span>
      </p>
      {!whole && (
        <p>
          <span>{layer}</span>
          <span>{t(state)}</span>
        </p>
      )}
      {row.clock === null ? (
        <span>{whole && t(state)}</span>
      ) : (
        <Countdown face={countdown(row.clock, at)} />
      )}
    </li>
  )
}

export function Done({ view, most }: Props) {
  const { t } = useWords()
  return (
    <section className="owall-done">
      <SectionHeading end={t(words.doneBasis)}>{t(words.done)}</SectionHeading>
      {view.done.length === 0 && <p className="owall-none">{t(words.doneNone)}</p>}
      <ol>
        {view.done.slice(0, most).map((row) => (
          <Finished key={row.number} row={row} view={view} />
        ))}
      </ol>
    </section>
  )
}

function Finished({ row, view }: { row: WallRow; view: WallView }) {
  const { t, lang } = useWords()
  const times = useWallTimes(view.timeZone)
  const where = useWhere(row, view.area.level !== 'community')
  return (
    <li>
      <i className="k-accent">
        <Shape name="disc" size={22} />
      </i>
      <p>
        <b>{row.category[lang]}</b>
        <span>{where}</span>
      </p>
      <span>{t(words.doneAt, { when: times.when(row.closedAt ?? row.lastAt, view.today) })}</span>
    </li>
  )
}
