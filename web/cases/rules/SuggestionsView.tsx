// How suggestions of a category hold at a place: measured on cases held out, and in use. Learning again is asked for here.
import { useState } from 'react'
import { readSuggestionModel, trainSuggestions } from '#core/cases/contract-suggest.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { listCategories } from '#core/places/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count, fraction, percent } from '#web/kit/numbers.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { suggestWords as words } from '../words-suggest.ts'
import { ruleRefusals } from './words-rules.ts'

type Read = OutputOf<typeof readSuggestionModel>
type Measured = NonNullable<Read['measured']>
type NameOf = (code: string) => string

export function SuggestionsView({ code }: { code: string }) {
  const { t, lang } = useWords()
  const read = useEndpoint(readSuggestionModel, { area: code }, { keepPrevious: true })
  const categories = useEndpoint(listCategories, { area: code })
  if (read.error && !read.data)
    return (
      <Problem error={read.error} refusals={ruleRefusals} onRetry={() => void read.refetch()} />
    )
  if (!read.data) return <Loading what={t(words.fetching)} lines={8} />
  const names = new Map(categories.data?.items.map((one) => [one.code, one[lang]]))
  const nameOf = (of: string) => names.get(of) ?? of
  const { measured } = read.data
  return (
    <>
      <Notice tone="accent">{t(words.never)}</Notice>
      <div className="rules-beside">
        <div>
          {measured === null ? (
            <Empty
              title={t(words.noneYet)}
              then={t(words.noneYetThen, { n: read.data.textsMin })}
            />
          ) : (
            <HeldOut read={read.data} measured={measured} />
          )}
          <Train code={code} read={read.data} />
        </div>
        <InUse read={read.data} />
        {measured !== null && (
          <>
            <Tenths measured={measured} />
            <Mixed measured={measured} nameOf={nameOf} />
          </>
        )}
      </div>
      {measured !== null && <Each measured={measured} nameOf={nameOf} />}
      <Before read={read.data} />
    </>
  )
}

/** A share with its fraction, and no percentage of fewer than ten. */
function Share({ part, of }: { part: number; of: number }) {
  const share = { numerator: part, denominator: of }
  const per = percent(share)
  return (
    <>
      {per === null ? fraction(share) : `${per}%`}
      {per !== null && <small>{fraction(share)}</small>}
    </>
  )
}

function HeldOut({ read, measured }: { read: Read; measured: Measured }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const { texts, first, amongThree, seedsAlone, calibrationError } = measured
  const at = read.trainedAt === null ? '' : times.dayTime(read.trainedAt)
  const name = (lang === 'en' ? read.trainedFor?.nameEn : null) ?? read.trainedFor?.name ?? ''
  const end =
    read.source === 'history'
      ? t(words.fromHistory, { n: count(texts), at })
      : t(words.learnedAt, { area: name, n: count(texts), at })
  const points = (100 * calibrationError).toFixed(1)
  const rows = [
    { name: t(words.first), cell: <Share part={first} of={texts} /> },
    { name: t(words.amongThree), cell: <Share part={amongThree} of={texts} /> },
    { name: t(words.byKeyWords), cell: <Share part={seedsAlone} of={texts} /> },
    { name: t(words.off), cell: t(words.offBy, { n: points }) },
  ]
  return (
    <section>
      <SectionHeading end={end}>{t(words.heldOut, { n: count(texts) })}</SectionHeading>
      <Table
        caption={t(words.heldOut, { n: count(texts) })}
        columns={[
          { key: 'name', head: t(words.title), cell: (row) => row.name },
          { key: 'share', head: t(words.was), figure: true, cell: (row) => row.cell },
        ]}
        rows={rows}
        rowKey={(row) => row.name}
      />
    </section>
  )
}

function Train({ code, read }: { code: string; read: Read }) {
  const { t, lang } = useWords()
  const [begun, begin] = useState<number | null>(null)
  const act = useCommand(trainSuggestions, {
    refresh: [readSuggestionModel],
    onDone: ({ texts }) => begin(texts),
  })
  const area = (lang === 'en' ? read.area.nameEn : null) ?? read.area.name
  const error = act.error
    ? t(
        wordsOfError(act.error, {
          ...refusalWords,
          too_few_cases: {
            zh: words.tooFew.zh.replace('{n}', String(read.textsMin)),
            en: words.tooFew.en.replace('{n}', String(read.textsMin)),
          },
        }),
      )
    : null
  return (
    <section>
      <Button
        busy={act.isPending}
        whyNot={read.mayTrain ? null : t(words.notYours, { area })}
        onClick={() => act.mutate({ area: code })}
      >
        {t(words.train)}
      </Button>
      {begun !== null && <p role="status">{t(words.trainDone, { n: count(begun) })}</p>}
      <ErrorSummary errors={error === null ? [] : [error]} />
    </section>
  )
}

function InUse({ read }: { read: Read }) {
  const { t } = useWords()
  const { days, cases, first, amongThree } = read.confirmed
  const title = t(words.confirmed, { days, n: count(cases) })
  const rows = [
    { name: t(words.first), part: first },
    { name: t(words.amongThree), part: amongThree },
  ]
  return (
    <section>
      <SectionHeading>{title}</SectionHeading>
      {cases === 0 ? (
        <p className="k-sub">{t(words.noneConfirmed)}</p>
      ) : (
        <Table
          caption={title}
          columns={[
            { key: 'name', head: t(words.title), cell: (row) => row.name },
            {
              key: 'share',
              head: t(words.was),
              figure: true,
              cell: (row) => <Share part={row.part} of={cases} />,
            },
          ]}
          rows={rows}
          rowKey={(row) => row.name}
        />
      )}
    </section>
  )
}

function Tenths({ measured }: { measured: Measured }) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading>{t(words.saidAndWas)}</SectionHeading>
      <Table
        caption={t(words.saidAndWas)}
        columns={[
          {
            key: 'said',
            head: t(words.said),
            figure: true,
            cell: (row) => `${Math.round(100 * row.confidence)}%`,
          },
          {
            key: 'was',
            head: t(words.was),
            figure: true,
            cell: (row) => <Share part={row.right} of={row.texts} />,
          },
        ]}
        rows={measured.tenths}
        rowKey={(row) => String(row.from)}
      />
    </section>
  )
}

type NamedProps = { measured: Measured; nameOf: NameOf }

function Mixed({ measured, nameOf }: NamedProps) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading>{t(words.mixed)}</SectionHeading>
      {measured.mixed.length === 0 && <p className="k-sub">{t(words.noMixed)}</p>}
      <ul className="rules-mixed">
        {measured.mixed.map(({ was, called, times }) => (
          <li key={`${was} ${called}`}>
            <span>{t(words.mixedRow, { was: nameOf(was), called: nameOf(called) })}</span>
            <span className="k-sub">{t(words.times, { n: times })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Each({ measured, nameOf }: NamedProps) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading end={t(words.eachSub)}>{t(words.each)}</SectionHeading>
      <Table
        caption={t(words.each)}
        columns={[
          {
            key: 'category',
            head: t(words.category),
            cell: (row) => (
              <>
                {nameOf(row.category)}
                <small>{row.category}</small>
              </>
            ),
          },
          { key: 'texts', head: t(words.texts), figure: true, cell: (row) => count(row.texts) },
          {
            key: 'found',
            head: t(words.found),
            figure: true,
            cell: (row) => <Share part={row.right} of={row.texts} />,
          },
          {
            key: 'true',
            head: t(words.true),
            figure: true,
            cell: (row) => <Share part={row.right} of={row.called} />,
          },
        ]}
        rows={measured.byCategory}
        rowKey={(row) => row.category}
      />
    </section>
  )
}

function Before({ read }: { read: Read }) {
  const { t } = useWords()
  const times = useTimes()
  if (read.history.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.before)}</SectionHeading>
      <Table
        caption={t(words.before)}
        columns={[
          { key: 'when', head: t(words.when), cell: (row) => times.dayTime(row.trainedAt) },
          {
            key: 'first',
            head: t(words.first),
            figure: true,
            cell: (row) => <Share part={row.first} of={row.texts} />,
          },
        ]}
        rows={read.history}
        rowKey={(row) => row.trainedAt}
      />
    </section>
  )
}
