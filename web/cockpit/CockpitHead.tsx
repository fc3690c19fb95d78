// Where am I, and the sentence with its figures: whoever reads only this knows.
import { Link } from 'react-router'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { briefWords } from '#core/cockpit/words-brief.ts'
import { playbackWords } from '#core/cockpit/words-playback.ts'
import { cockpitWords as words, sectionWords } from '#core/cockpit/words.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { AnswersNowLine } from '#web/people/AnswersNow.tsx'
import { levelWords } from './levels.ts'
import { type Where, areaPath, periods } from './where.ts'

export function CockpitHead({ view, where }: { view: CockpitView; where: Where }) {
  const { t } = useWords()
  return (
    <header className="cockpit-head">
      <div className="cockpit-where">
        <Crumb view={view} where={where} />
        <h1 className="k-title">{useName(view)}</h1>
      </div>
      <Headline view={view} where={where} />
      <div className="cockpit-tools k-screen-only">
        <Segmented
          label={t(words.period)}
          options={periods.map((value) => ({ value, label: t(words[value]) }))}
          value={where.period}
          onChange={(period) => where.set({ period: period === '30d' ? null : period })}
        />
        <div className="cockpit-buttons">
          <ButtonLink to={paths.desk.team(where.code)}>{t(words.team)}</ButtonLink>
          <ButtonLink to={paths.desk.hotSpots(where.code)}>{t(words.hotSpots)}</ButtonLink>
          <ButtonLink to={paths.desk.definitions()}>{t(words.definitions)}</ButtonLink>
          <Button icon="printer" onClick={() => window.print()}>
            {t(words.print)}
          </Button>
          <ButtonLink to={paths.desk.brief(where.code)}>{t(briefWords.title)}</ButtonLink>
          <ButtonLink to={paths.desk.playback(where.code)}>{t(playbackWords.title)}</ButtonLink>
          <ButtonLink to={paths.desk.wall(where.code)}>{t(words.wall)}</ButtonLink>
        </div>
      </div>
    </header>
  )
}

function useName(view: CockpitView): string {
  return nameOf(view.area, useWords().lang)
}

function Crumb({ view, where }: { view: CockpitView; where: Where }) {
  const { t, lang } = useWords()
  const steps = view.path.map((area) => ({
    label: nameOf(area, lang),
    to: areaPath(area.code, where.period),
  }))
  const level = t(levelWords(view.childLevel))
  return (
    <Breadcrumb steps={steps} here={nameOf(view.area, lang)}>
      {view.children.length > 0 && (
        <Popover label={`${t(words.below, { n: view.children.length, level })} ▾`}>
          <ul className="cockpit-children">
            {view.children.map((child) => (
              <li key={child.code}>
                <Link to={areaPath(child.code, where.period)}>{nameOf(child, lang)}</Link>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </Breadcrumb>
  )
}

function Headline({ view, where }: { view: CockpitView; where: Where }) {
  const { t } = useWords()
  const overdue = view.tiles.find((tile) => tile.key === '6')?.value ?? 0
  const filed = view.tiles.find((tile) => tile.key === '1')?.n ?? 0
  const values = {
    period: t(words[where.period]),
    filed: count(filed),
    open: count(view.open),
    overdue: count(overdue),
  }
  const most = view.sections.toSorted((a, b) => b.overdue - a.overdue)[0]
  return (
    <div className="cockpit-headline">
      <p className="k-serif">{t(overdue > 0 ? words.headline : words.headlineCalm, values)}</p>
      <p className="k-sub">
        {most !== undefined &&
          most.overdue > 0 &&
          t(words.mostly, {
            section: t(sectionWords[most.section] ?? { zh: most.section, en: most.section }),
            n: count(most.overdue),
          })}{' '}
        {view.suspended > 0 && (
          <Link
            className="k-link"
            to={`${paths.desk.queue('suspended')}?area=${encodeURIComponent(where.code)}`}
          >
            {t(words.waiting, { n: count(view.suspended) })}
          </Link>
        )}
      </p>
      <p className="k-note">
        <AnswersNowLine code={where.code} />
      </p>
    </div>
  )
}
