// Where the themes of the communities here stand; of a single one also how far each goal has come.
import type { ProgrammeFigures } from '#core/cockpit/contract-programme.ts'
import { programmeWords as words } from '#core/cockpit/words-programme.ts'
import { readTheme } from '#core/themes/contract-programme.ts'
import { Link } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { actWords } from '#web/themes/words-act.ts'

type Theme = ProgrammeFigures['themes'][number]

export function Themes({ themes }: { themes: readonly Theme[] }) {
  const { t, lang } = useWords()
  const only = themes.length === 1 ? themes[0] : undefined
  const nameOf = (theme: Theme) =>
    lang === 'en' ? (theme.name.en ?? theme.name.zh) : theme.name.zh
  if (only !== undefined) return <Goals theme={only} name={nameOf(only)} />
  return (
    <section>
      <SectionHeading>{t(words.themes)}</SectionHeading>
      {themes.length === 0 ? (
        <p className="k-sub">{t(words.noTheme)}</p>
      ) : (
        <ul className="cockpit-themes">
          {themes.map((theme) => (
            <li key={theme.id}>
              <span>
                {lang === 'en' ? (theme.area.nameEn ?? theme.area.name) : theme.area.name}
              </span>
              <Link className="k-link k-serif" to={paths.desk.theme(theme.id)}>
                {nameOf(theme)}
              </Link>
              <span className="k-sub">{t(actWords.states[theme.state])}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Goals({ theme, name }: { theme: Theme; name: string }) {
  const { t } = useWords()
  const goals = useEndpoint(readTheme, { id: theme.id }).data?.goals ?? []
  const figure = (value: number | null | undefined) => (value == null ? '–' : count(value))
  return (
    <section>
      <SectionHeading
        end={
          <Link className="k-link" to={paths.desk.theme(theme.id)}>
            {t(actWords.states[theme.state])}
          </Link>
        }
      >
        {t(words.goalsOf, { theme: name })}
      </SectionHeading>
      <Table
        caption={t(words.goalsOf, { theme: name })}
        rows={goals}
        rowKey={(goal) => goal.id}
        compact
        columns={[
          { key: 'goal', head: t(words.goal), cell: (goal) => goal.text },
          {
            key: 'start',
            head: t(words.start),
            figure: true,
            cell: (goal) => figure(goal.baseline),
          },
          {
            key: 'target',
            head: t(words.target),
            figure: true,
            cell: (goal) => figure(goal.target),
          },
          {
            key: 'now',
            head: t(words.now),
            figure: true,
            cell: (goal) => (goal.now === null ? t(words.notMeasured) : figure(goal.now.value)),
          },
        ]}
      />
    </section>
  )
}
