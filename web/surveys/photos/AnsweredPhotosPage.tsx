// Photos that were answered with, apart from their sheets: for those who keep the survey.
import { Link, useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { listAnsweredPhotos } from '#core/surveys/contract-photos.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { resultWords } from '../results/words-results.ts'
import { photoRefusals, photoWords as words } from './words-photos.ts'
import './photos.css'

type Found = OutputOf<typeof listAnsweredPhotos>

export function AnsweredPhotosPage() {
  const { t } = useWords()
  const id = useParams()['id'] ?? ''
  const found = useEndpoint(listAnsweredPhotos, { id })
  return (
    <Room
      crumb={
        <Link className="k-link" to={paths.desk.survey(id)}>
          {t(resultWords.back)}
        </Link>
      }
      title={t(words.title)}
    >
      {found.data ? (
        <Photos id={id} found={found.data} />
      ) : found.error ? (
        <Problem
          error={found.error}
          refusals={photoRefusals}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <Loading what={t(words.fetching)} />
      )}
    </Room>
  )
}

function Photos({ id, found: { questions, threshold } }: { id: string; found: Found }) {
  const { t, lang } = useWords()
  if (questions.length === 0) return <Empty title={t(words.none)} then={t(words.noneThen)} />
  const source = (hash: string, size: 'full' | 'thumb') =>
    `/api/files/${hash}?of=${encodeURIComponent(`survey-${id}`)}&size=${size}`
  return (
    <>
      <p className="k-compact pho-note">{t(words.note)}</p>
      {questions.map(({ question, title, sheets, photos, keepMonths }) => {
        const name = title[lang] || title.zh
        const say =
          sheets === null
            ? t(words.few, { threshold })
            : sheets === 0
              ? t(words.noneYet)
              : t(words.sheets, { n: count(sheets) })
        return (
          <section key={question}>
            <SectionHeading end={say}>{name}</SectionHeading>
            <ul className="pho-grid">
              {photos.map((hash, at) => (
                <li key={hash}>
                  <a href={source(hash, 'full')}>
                    <img
                      src={source(hash, 'thumb')}
                      alt={t(words.alt, { title: name, n: at + 1 })}
                      loading="lazy"
                    />
                  </a>
                </li>
              ))}
            </ul>
            <p className="k-note">{t(words.keeps, { n: keepMonths })}</p>
          </section>
        )
      })}
    </>
  )
}
