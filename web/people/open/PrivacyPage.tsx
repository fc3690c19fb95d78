// 个人信息怎么用: field by field what for, how long, who sees it and what happens without it; earlier texts side by side.
import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { type FieldView, type PrivacyView, readPrivacy } from '#core/people/contract-privacy.ts'
import { collectionPoints } from '#core/people/personal-data.ts'
import { partWords, pointWords, privacyRefusals } from '#core/people/words-privacy.ts'
import type { Words } from '#core/kit/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { privacyWords as words } from '../words-privacy.ts'
import './privacy.css'

type Text = FieldView['versions'][number]

export function PrivacyPage() {
  const { t, lang } = useWords()
  const { code } = useParams()
  const asked = code === undefined ? {} : { area: code }
  const found = useEndpoint(readPrivacy, asked, { staleTime: 60_000 })
  const name = found.data?.place?.name[lang]
  return (
    <OpenPage
      title={name === undefined ? t(words.title) : t(words.titleOf, { name })}
      up={code === undefined ? paths.open.home() : paths.open.community(code)}
      aloud={() => [t(words.lead), ...(found.data?.fields ?? []).flatMap(aloudOf(t))].join('。')}
    >
      {found.data ? (
        <Read view={found.data} />
      ) : (
        <Part>
          {found.error ? (
            <Problem
              error={found.error}
              refusals={privacyRefusals}
              onRetry={() => void found.refetch()}
            />
          ) : (
            <Loading what={t(words.fetching)} lines={8} />
          )}
        </Part>
      )}
    </OpenPage>
  )
}

type Say = ReturnType<typeof useWords>['t']

/** Read aloud is what concerns residents; what is kept of staff stands there for whoever looks. */
const aloudOf =
  (t: Say) =>
  (field: FieldView): string[] =>
    field.point === 'staff' ? [] : [`${t(field.name)}：${t(field.line)}`]

function Read({ view }: { view: PrivacyView }) {
  const { t } = useWords()
  const asked = useAskedField()
  return (
    <>
      <Part>
        <p>{t(words.lead)}</p>
      </Part>
      {collectionPoints.map((point) => {
        const fields = view.fields.filter((field) => field.point === point)
        return (
          fields.length > 0 && (
            <Part key={point}>
              <SectionHeading>{t(pointWords[point])}</SectionHeading>
              {fields.map((field) => (
                <Field key={field.key} field={field} day={view.day} asked={field.key === asked} />
              ))}
            </Part>
          )
        )
      })}
      <Part tone="raised">
        <SectionHeading>{t(words.takeBack)}</SectionHeading>
        <p className="k-compact">{t(words.takeBackHow)}</p>
        <p className="k-screen-only">
          <Link className="k-link open-inline" to={paths.open.find()}>
            {t(words.openMine)}
          </Link>
        </p>
        <p className="k-screen-only">
          <a className="k-link open-inline" href={files.privacyRegister(view.place?.code ?? null)}>
            {t(words.take)}
          </a>
        </p>
      </Part>
    </>
  )
}

/** The link beside a field leads to that field. */
function useAskedField(): string {
  const { hash } = useLocation()
  const asked = decodeURIComponent(hash.slice(1))
  useEffect(() => {
    if (asked !== '') document.getElementById(asked)?.scrollIntoView()
  }, [asked])
  return asked
}

type FieldProps = { field: FieldView; day: string; asked: boolean }

/** The name and its one line; on a press the whole of it. */
function Field({ field, day, asked }: FieldProps) {
  const { t, lang } = useWords()
  const times = useTimes()
  const now = field.versions.findLast(({ since }) => since <= day) ?? field.versions[0]
  if (now === undefined) return null
  const before = field.versions.filter(({ since }) => since < now.since)
  const coming = field.versions.filter(({ since }) => since > now.since)
  const facts: [Words, string][] = [
    [words.kept, fill(t(now.kept), now)],
    [words.seenBy, t(now.seenBy)],
    [words.without, t(now.without ?? words.needed)],
    [
      words.basis,
      [t(field.basisWords), field.law && t(field.law)]
        .filter(Boolean)
        .join(lang === 'zh' ? '；' : '; '),
    ],
  ]
  return (
    <details className="privacy-field" id={field.key} open={asked}>
      <summary>
        <b>{t(field.name)}</b>
        <span>
          {t(field.line)} <i>{t(kitWords.explain)}</i>
        </span>
      </summary>
      {now.note !== null && <p>{t(now.note)}</p>}
      <dl>
        {facts.map(([name, said]) => (
          <div key={name.zh}>
            <dt>{t(name)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="k-note">
        {t(words.since, { day: times.date(now.since) })}
        {field.sealed && ` · ${t(words.sealed)}`}
      </p>
      {coming.map((text) => (
        <Said key={text.since} text={text} head={words.coming} />
      ))}
      {before.length > 0 && (
        <details className="open-more">
          <summary>{t(words.versions, { n: before.length })}</summary>
          <div className="privacy-versions">
            {[now, ...before.toReversed()].map((text) => (
              <Said key={text.since} text={text} head={words.from} />
            ))}
          </div>
        </details>
      )}
    </details>
  )
}

const fill = (said: string, { days }: Text): string => said.replaceAll('{days}', String(days ?? ''))

/** One version: what it said, and in what it differed from the one before. */
function Said({ text, head }: { text: Text; head: Words }) {
  const { t } = useWords()
  const times = useTimes()
  const parts = text.changed.map((part) => t(partWords[part])).join(t(words.and))
  return (
    <div className="privacy-said">
      <b>{t(head, { day: times.date(text.since) })}</b>
      <p className="k-compact">
        {t(text.purpose)} {fill(t(text.kept), text)}
      </p>
      <p className="k-compact">
        {t(text.seenBy)} {text.note !== null && t(text.note)}
      </p>
      {parts !== '' && <p className="k-note">{t(words.changed, { parts })}</p>}
    </div>
  )
}
