// The catalogue of themes in force at a place, and the weights: who keeps them changes them from a day on, with a reason.
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  readThemeCatalogue,
  setThemeKind,
  setThemeWeights,
} from '#core/themes/contract-catalogue.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { listResourceKinds } from '#core/resources/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { atDay } from './DecisionRecord.tsx'
import { Problems } from './Problems.tsx'
import { actWords } from './words-act.ts'
import { themeRefusals } from './words-refusals.ts'
import { catalogueWords as words } from './words-catalogue.ts'
import { themeWords } from './words.ts'
import './themes.css'

type Catalogue = OutputOf<typeof readThemeCatalogue>

export function CataloguePage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const found = useEndpoint(readThemeCatalogue, { area: code })
  if (found.data === undefined)
    return found.error ? (
      <Problem error={found.error} refusals={themeRefusals} onRetry={() => void found.refetch()} />
    ) : (
      <Loading lines={6} />
    )
  return (
    <div className="th-page">
      <PageHeading title={t(words.title)} sub={t(words.sub)} />
      <section className="th-block">
        <Kinds catalogue={found.data} code={code} />
        <KindForm code={code} />
      </section>
      <section className="th-block">
        <SectionHeading>{t(words.weights)}</SectionHeading>
        <Weighting catalogue={found.data} />
        <WeightForm code={code} />
      </section>
    </div>
  )
}

function Kinds({ catalogue, code }: { catalogue: Catalogue; code: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const known = useEndpoint(listResourceKinds, { area: code }).data?.items ?? []
  const nameOf = (category: string) => {
    const kind = known.find((each) => each.code === category)
    return kind === undefined ? category : t(kind.words)
  }
  if (catalogue.kinds.length === 0) return <Empty title={t(words.none)} then={t(words.noneThen)} />
  return (
    <Table
      caption={t(words.title)}
      rows={catalogue.kinds}
      rowKey={(row) => row.kind.code}
      columns={[
        {
          key: 'name',
          head: t(actWords.theme),
          cell: ({ kind }) => (
            <>
              <b className="k-serif">{t(kind.name)}</b> <span className="k-note">{kind.code}</span>
              {!kind.offered && <span className="k-zhe"> {t(words.notOffered)}</span>}
            </>
          ),
        },
        { key: 'meaning', head: t(words.meaning), cell: ({ kind }) => t(kind.meaning) },
        { key: 'needs', head: t(words.needs), cell: ({ kind }) => listed([...kind.needs], lang) },
        {
          key: 'resources',
          head: t(words.resourcesHead),
          cell: ({ kind }) =>
            listed(
              kind.resources.map((r) => `${nameOf(r.category)} ${r.enough} ×${r.weight}`),
              lang,
            ),
        },
        {
          key: 'groups',
          head: themeWords.structure[lang],
          cell: ({ kind }) =>
            listed(
              kind.groups.map((g) => `${t(g.name)} ${g.full}%`),
              lang,
            ),
        },
        {
          key: 'from',
          head: t(words.since),
          cell: (row) => (
            <>
              {times.day(atDay(row.validFrom))} {row.areaName}
              <br />
              <span className="k-note">{row.reason}</span>
            </>
          ),
        },
      ]}
    />
  )
}

const linesOf = (text: string) =>
  text
    .split(/[\n,，、]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** One a line: `hospital 2 3` is category, weight, enough. */
const partsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [category, weight, enough] = line.trim().split(/\s+/)
    return category ? [{ category, weight: Number(weight), enough: Number(enough) }] : []
  })

/** One a line: `age a60+a70 40 60岁及以上 60 and over` is dimension, categories, full share, name. */
const groupsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [dimension, category, full, zh, ...en] = line.trim().split(/\s+/)
    return dimension && category
      ? [
          {
            dimension,
            categories: category.split('+').filter((each) => each !== ''),
            full: Number(full),
            name: { zh: zh ?? category, en: en.join(' ') || category },
          },
        ]
      : []
  })

const blank = {
  code: '',
  zh: '',
  en: '',
  meaningZh: '',
  meaningEn: '',
  needs: '',
  resources: '',
  groups: '',
  validFrom: '',
  reason: '',
}

function KindForm({ code }: { code: string }) {
  const { t } = useWords()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(blank)
  const set = (key: keyof typeof blank) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [key]: event.target.value }),
  })
  const act = useCommand(setThemeKind, {
    refresh: [readThemeCatalogue],
    onDone: () => {
      toast(t(actWords.done))
      setTyped(blank)
      setOpen(false)
    },
  })
  if (!open)
    return (
      <p>
        <button type="button" className="k-link k-screen-only" onClick={() => setOpen(true)}>
          {t(words.add)}
        </button>
      </p>
    )
  return (
    <form
      className="th-form k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({
          area: code,
          validFrom: typed.validFrom,
          reason: typed.reason,
          kind: {
            code: typed.code,
            name: { zh: typed.zh, en: typed.en },
            meaning: { zh: typed.meaningZh, en: typed.meaningEn },
            needs: linesOf(typed.needs),
            resources: partsOf(typed.resources),
            groups: groupsOf(typed.groups),
            offered: true,
          },
        })
      }}
    >
      <TextField label={t(words.code)} maxLength={40} {...set('code')} />
      <TextField label={t(words.nameZh)} maxLength={40} {...set('zh')} />
      <TextField label={t(words.nameEn)} maxLength={40} {...set('en')} />
      <TextArea label={t(words.meaningZh)} maxLength={300} {...set('meaningZh')} />
      <TextArea label={t(words.meaningEn)} maxLength={300} {...set('meaningEn')} />
      <TextArea label={t(words.needs)} hint={t(words.needsHint)} {...set('needs')} />
      <TextArea
        label={t(themeWords.resources)}
        hint={t(words.resourcesHint)}
        {...set('resources')}
      />
      <TextArea label={t(themeWords.structure)} hint={t(words.groupsHint)} {...set('groups')} />
      <TextField label={t(words.validFrom)} type="date" {...set('validFrom')} />
      <TextField label={t(actWords.reason)} maxLength={500} {...set('reason')} />
      <div className="is-wide">
        <Problems error={act.error} />
        <Button type="submit" busy={act.isPending}>
          {t(actWords.save)}
        </Button>
      </div>
    </form>
  )
}

function Weighting({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useWords()
  const times = useTimes()
  const { weighting } = catalogue
  return (
    <p>
      {t(themeWords.weightsAre, weighting.weights)} · {t(words.metres, { n: weighting.metres })}
      <br />
      <span className="k-note">
        {t(words.version, { n: weighting.version })} · {times.day(atDay(weighting.validFrom))}{' '}
        {weighting.areaName ?? ''} · {weighting.reason}
      </span>
    </p>
  )
}

const blankWeights = {
  need: '50',
  resources: '30',
  structure: '20',
  metres: '1000',
  validFrom: '',
  reason: '',
}

function WeightForm({ code }: { code: string }) {
  const { t } = useWords()
  const toast = useToast()
  const [typed, setTyped] = useState(blankWeights)
  const set = (key: keyof typeof blankWeights) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) =>
      setTyped({ ...typed, [key]: event.target.value }),
  })
  const act = useCommand(setThemeWeights, {
    refresh: [readThemeCatalogue],
    onDone: () => toast(t(actWords.done)),
  })
  return (
    <form
      className="th-form k-screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({
          area: code,
          need: Number(typed.need),
          resources: Number(typed.resources),
          structure: Number(typed.structure),
          metres: Number(typed.metres),
          validFrom: typed.validFrom,
          reason: typed.reason,
        })
      }}
    >
      <TextField label={t(themeWords.need)} inputMode="numeric" {...set('need')} />
      <TextField label={t(themeWords.resources)} inputMode="numeric" {...set('resources')} />
      <TextField label={t(themeWords.structure)} inputMode="numeric" {...set('structure')} />
      <TextField label={t(words.reach)} inputMode="numeric" {...set('metres')} />
      <TextField label={t(words.validFrom)} type="date" {...set('validFrom')} />
      <TextField label={t(actWords.reason)} maxLength={500} {...set('reason')} />
      <div className="is-wide">
        <Problems error={act.error} />
        <Button type="submit" busy={act.isPending}>
          {t(words.setWeights)}
        </Button>
      </div>
    </form>
  )
}
