// A file of resources: looked at first, each rejected row with its reason, then written. Run again, it changes what changed.
import { useState } from 'react'
import { useParams } from 'react-router'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import {
  countResources,
  importResources,
  listResourceKinds,
  listResources,
  previewResources,
} from '#core/resources/contract.ts'
import { fileFields } from '#core/resources/file.ts'
import { fieldWords } from '#core/resources/words.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { useMutation } from '@tanstack/react-query'
import { call } from '#web/kit/api.ts'
import { contentOf } from '#web/kit/file-content.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, NoPermission, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useCounts } from './Tabs.tsx'
import { importPageWords as words, resourcePageWords } from './words-desk.ts'
import './resources.css'

type Asked = Omit<InputOf<typeof previewResources>, 'area'>
type Preview = OutputOf<typeof previewResources>

const bytesMax = 4_000_000

export function ImportPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const counts = useCounts(code)
  if (counts.error && !counts.data)
    return (
      <Problem
        error={counts.error}
        refusals={resourceRefusals}
        onRetry={() => void counts.refetch()}
      />
    )
  if (!counts.data) return <Loading />
  if (!counts.data.mayKeep)
    return (
      <NoPermission
        title={t(resourcePageWords.notKeeper)}
        because={t(resourcePageWords.notKeeperAsk)}
      />
    )
  return <Import code={code} area={t(counts.data.area.name)} />
}

type Settings = { crs: NonNullable<Asked['crs']>; system: string }

/** What is asked, looked at and written: the file stays in memory, so that a change of columns looks again. */
function useImport(code: string) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [settings, setSettings] = useState<Settings>({ crs: 'wgs84', system: '' })
  const look = useMutation({
    mutationFn: (input: Asked) => call(previewResources, { area: code, ...input }),
  })
  const write = useCommand(importResources, { refresh: [listResources, countResources] })
  const ask = (input: Asked) => {
    const { crs, system } = settings
    const next = { ...input, crs, ...(system !== '' && { system }) }
    setAsked(next)
    look.mutate(next)
  }
  const choose = async (file: File | undefined) => {
    write.reset()
    setTooLarge(file !== undefined && file.size > bytesMax)
    if (file === undefined || file.size > bytesMax) return
    ask({ fileName: file.name, content: await contentOf(file) })
  }
  const again = (more: Partial<Asked>) => asked !== null && ask({ ...asked, ...more })
  return { asked, tooLarge, settings, setSettings, look, write, choose, again }
}

function Import({ code, area }: { code: string; area: string }) {
  const { t } = useWords()
  const it = useImport(code)
  const { look, write, asked } = it
  const preview = look.data
  const toWrite = preview ? preview.added + preview.changed : 0
  const error = look.error ?? write.error
  return (
    <section className="res-page">
      <Breadcrumb
        steps={[{ label: area, to: paths.desk.resources(code) }]}
        here={t(resourcePageWords.import)}
      />
      <PageHeading title={t(words.title, { area })} sub={t(words.sub)} />
      <FileChoice it={it} />
      <Buttons>
        <Button
          whyNot={asked === null ? t(words.chooseFirst) : null}
          busy={look.isPending}
          onClick={() => it.again({})}
        >
          {t(words.look)}
        </Button>
        {preview && !write.data && (
          <Button
            look="pri"
            busy={write.isPending}
            whyNot={toWrite === 0 ? t(words.nothing) : null}
            onClick={() => asked && write.mutate({ area: code, ...asked })}
          >
            {t(words.write, { n: toWrite })}
          </Button>
        )}
      </Buttons>
      {error && (
        <Notice tone="zhu" live>
          {t(wordsOfError(error, resourceRefusals))}
        </Notice>
      )}
      {write.data && (
        <Notice tone="accent" title={t(words.done, countsOf(write.data))} live>
          <ButtonLink look="quiet" to={paths.desk.resources(code)}>
            {t(words.toRegister)}
          </ButtonLink>
        </Notice>
      )}
      {preview && !write.data && (
        <Looked code={code} preview={preview} asked={asked} again={(more) => void it.again(more)} />
      )}
    </section>
  )
}

const countsOf = ({
  rows,
  added,
  changed,
  unchanged,
  rejected,
}: Omit<OutputOf<typeof importResources>, 'rejects'>) => ({
  rows,
  added,
  changed,
  unchanged,
  rejected,
})

function FileChoice({ it }: { it: ReturnType<typeof useImport> }) {
  const { t } = useWords()
  const { settings, setSettings } = it
  return (
    <div className="res-pair">
      <TextField
        label={t(words.file)}
        type="file"
        accept=".csv,.txt,.json,.geojson"
        error={it.tooLarge ? t(words.tooLarge) : null}
        onChange={(event) => void it.choose(event.target.files?.[0])}
      />
      <Select
        label={t(words.crs)}
        value={settings.crs}
        onChange={(event) =>
          setSettings({ ...settings, crs: event.target.value as Settings['crs'] })
        }
        options={(['wgs84', 'gcj02', 'bd09'] as const).map((value) => ({
          value,
          label: t(words[value]),
        }))}
      />
      <TextField
        label={t(words.system)}
        hint={t(words.systemHint)}
        value={settings.system}
        onChange={(event) =>
          setSettings({ ...settings, system: event.target.value.trim().toLowerCase() })
        }
      />
    </div>
  )
}

type LookedProps = {
  code: string
  preview: Preview
  asked: Asked | null
  again: (more: Partial<Asked>) => void
}

function Looked({ code, preview, asked, again }: LookedProps) {
  const { t } = useWords()
  const kinds = useEndpoint(listResourceKinds, { area: code }).data?.items ?? []
  return (
    <>
      <p role="status">
        <b>{t(words.counts, countsOf(preview))}</b>
      </p>
      {preview.unknownKinds.length > 0 && (
        <section>
          <SectionHeading>{t(words.unknownKinds)}</SectionHeading>
          <div className="res-pair">
            {preview.unknownKinds.map((word) => (
              <Select
                key={word}
                label={word}
                value={asked?.kinds?.[word] ?? ''}
                onChange={(event) =>
                  again({ kinds: { ...asked?.kinds, [word]: event.target.value } })
                }
                options={kinds.map((kind) => ({ value: kind.code, label: t(kind.words) }))}
              />
            ))}
          </div>
        </section>
      )}
      <Rejects preview={preview} />
      <Sample preview={preview} />
      <section>
        <SectionHeading end={t(words.columnsNote)}>{t(words.columns)}</SectionHeading>
        <div className="res-pair">
          {fileFields.map((field) => (
            <Select
              key={field}
              label={t(fieldWords[field] ?? { zh: field, en: field })}
              empty={t(words.notThere)}
              value={preview.columns[field] ?? ''}
              onChange={(event) =>
                again({ columns: { ...preview.columns, [field]: event.target.value } })
              }
              options={preview.headings.map((heading) => ({ value: heading, label: heading }))}
            />
          ))}
        </div>
      </section>
    </>
  )
}

function Rejects({ preview }: { preview: Preview }) {
  const { t } = useWords()
  if (preview.rejects.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.rejected)}</SectionHeading>
      <Table
        caption={t(words.rejected)}
        rows={preview.rejects}
        rowKey={(row) => `${row.line} ${row.fault}`}
        columns={[
          {
            key: 'line',
            head: t(words.line),
            figure: true,
            width: '64px',
            cell: (row) => row.line,
          },
          { key: 'key', head: t(words.key), width: '140px', cell: (row) => row.key || '–' },
          { key: 'why', head: t(words.why), cell: (row) => t(row.reason) },
        ]}
      />
    </section>
  )
}

function Sample({ preview }: { preview: Preview }) {
  const { t } = useWords()
  if (preview.sample.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.sample)}</SectionHeading>
      <Table
        caption={t(words.sample)}
        rows={preview.sample}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            key: 'line',
            head: t(words.line),
            figure: true,
            width: '64px',
            cell: (row) => row.line,
          },
          { key: 'act', head: t(words.act), cell: (row) => t(words[row.act]) },
          { key: 'name', head: t(resourcePageWords.name), cell: (row) => row.name },
          {
            key: 'hours',
            head: t(resourcePageWords.hours),
            cell: (row) => (row.hours === null ? '–' : t(row.hours)),
          },
          { key: 'owner', head: t(resourcePageWords.kept), cell: (row) => row.owner },
          {
            key: 'until',
            head: t(resourcePageWords.until),
            figure: true,
            cell: (row) => row.validUntil ?? t(resourcePageWords.noEnd),
          },
        ]}
      />
    </section>
  )
}
