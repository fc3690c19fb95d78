// 开放数据: what a community publishes, each set with its form, its columns, its licence and an address to press.
import { useParams } from 'react-router'
import { type OpenDataView, readOpenData } from '#core/exchange/contract-open-data.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { dataWords as words, formWords } from './words-data.ts'
import './data.css'

export function DataPage() {
  const { t, lang } = useWords()
  const { code = '' } = useParams()
  const found = useEndpoint(readOpenData, { code, lang }, { staleTime: 60_000 })
  const name = found.data?.community.name[lang] ?? ''
  return (
    <OpenPage
      title={found.data ? t(words.titleOf, { name }) : t(words.title)}
      up={paths.open.community(code)}
      aloud={() => t(words.lead)}
    >
      {found.data ? (
        <Sets view={found.data} />
      ) : (
        <Part>
          {found.error ? (
            <Problem
              error={found.error}
              refusals={{ no_such_area: words.noSuch }}
              onRetry={() => void found.refetch()}
            />
          ) : (
            <Loading what={t(words.fetching)} lines={6} />
          )}
        </Part>
      )}
    </OpenPage>
  )
}

function Sets({ view }: { view: OpenDataView }) {
  const { t } = useWords()
  const { id, url, about } = view.licence
  return (
    <>
      <Part>
        <p>{t(words.lead)}</p>
        <p className="k-compact k-sub">{t(words.licence, { id, about: t(about) })}</p>
        <a className="k-link open-inline" href={url} rel="license noopener">
          {t(words.readLicence)}
        </a>
      </Part>
      {view.sets.map((set) => (
        <Part key={set.key}>
          <One set={set} />
        </Part>
      ))}
    </>
  )
}

function One({ set }: { set: OpenDataView['sets'][number] }) {
  const { t } = useWords()
  const times = useTimes()
  const { elder } = useSettings()
  const facts = [
    formWords[set.form],
    set.updatedAt === null ? t(words.live) : t(words.updated, { when: times.day(set.updatedAt) }),
    set.smallCells ? t(words.small) : '',
  ].filter(Boolean)
  return (
    <>
      <SectionHeading>{t(set.title)}</SectionHeading>
      <p className="k-compact">{t(set.about)}</p>
      <p className="k-note">{facts.join(' · ')}</p>
      <a className="k-link open-inline" href={set.url}>
        {t(words.take)}
        <span className="k-sr">
          {t(set.title)} {formWords[set.form]}
        </span>
      </a>
      {elder === null && (
        <details className="open-more">
          <summary>{t(words.columns)}</summary>
          <p className="data-columns">
            {set.columns.map((column) => (
              <code key={column}>{column}</code>
            ))}
          </p>
          <p className="k-note data-address">{set.url}</p>
        </details>
      )}
    </>
  )
}
