// Templates for replies of an office: those in force with where they come from and how often they are used; heads write,
// reword and end them.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { endTemplate, listTemplates, type TemplateView } from '#core/cases/contract-templates.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import { templateRefusals } from '#core/cases/words-templates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint, usePages } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { AreaPicker, useAreaName } from '#web/places/AreaPicker.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { templateWords as words } from './words-templates.ts'
import './templates.css'

export function TemplatesPage() {
  const code = useDeskArea()
  return code === null ? <Loading /> : <Templates key={code} code={code} />
}

type Asked = 'add' | { change: TemplateView } | { end: TemplateView } | null

function Templates({ code }: { code: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const area = useAreaName(code)
  const [ended, setEnded] = useState(false)
  const [asked, ask] = useState<Asked>(null)
  const list = usePages(listTemplates, { code, ...(ended ? { ended } : {}) })
  const mayKeep = useEndpoint(listTemplates, { code, limit: 1 }).data?.mayKeep ?? false
  const close = () => ask(null)
  return (
    <Room
      title={t(words.title, { area })}
      sub={t(words.sub)}
      tools={
        <>
          <AreaPicker code={code} onChoose={(to) => void navigate(paths.desk.templates(to))} />
          <Button
            look={mayKeep ? 'pri' : 'plain'}
            whyNot={mayKeep ? null : t(words.headsOnly)}
            onClick={() => ask('add')}
          >
            {t(words.add)}
          </Button>
        </>
      }
    >
      <Chips label={t(words.short)}>
        <Chip on={ended} onClick={() => setEnded(!ended)}>
          {t(words.showEnded)}
        </Chip>
      </Chips>
      {list.error !== null && !list.data ? (
        <Problem
          error={list.error}
          refusals={templateRefusals}
          onRetry={() => void list.refetch()}
        />
      ) : !list.data ? (
        <Loading what={t(words.fetching)} lines={5} />
      ) : list.data.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <>
          <Rows rows={list.data} code={code} mayKeep={mayKeep} onAsk={ask} />
          <MorePages list={list} />
        </>
      )}
      {asked === 'add' && <TemplateForm code={code} was={null} onClose={close} />}
      {asked !== null && asked !== 'add' && 'change' in asked && (
        <TemplateForm code={code} was={asked.change} onClose={close} />
      )}
      {asked !== null && asked !== 'add' && 'end' in asked && (
        <End code={code} template={asked.end} onClose={close} />
      )}
    </Room>
  )
}

type RowsProps = {
  rows: TemplateView[]
  code: string
  mayKeep: boolean
  onAsk: (asked: Asked) => void
}

function Rows({ rows, code, mayKeep, onAsk }: RowsProps) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <Table
      caption={t(words.short)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'move',
          head: t(words.move),
          width: '10em',
          cell: (row) => (
            <>
              {t(moveWords[row.move])}
              {row.category !== null && <small>{t(row.category.name)}</small>}
            </>
          ),
        },
        {
          key: 'words',
          head: t(words.words),
          cell: (row) => (
            <>
              <b>{row.title}</b>
              <small className="template-words">{row.words}</small>
            </>
          ),
        },
        {
          key: 'from',
          head: t(words.from),
          width: '11em',
          cell: (row) => (
            <>
              {t(row.areaName)}
              <small>
                {row.validTo === null
                  ? `${times.date(row.validFrom)} ${t(words.since)}`
                  : t(words.until, { day: times.date(row.validTo) })}
              </small>
            </>
          ),
        },
        {
          key: 'used',
          head: <span title={t(words.usedNote)}>{t(words.used)}</span>,
          figure: true,
          width: '7em',
          cell: (row) => row.used,
        },
        ...(mayKeep
          ? [
              {
                key: 'act',
                head: '',
                width: '11em',
                cell: (row: TemplateView) =>
                  row.areaCode === code && row.validTo === null && <Acts row={row} onAsk={onAsk} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Acts({ row, onAsk }: { row: TemplateView; onAsk: (asked: Asked) => void }) {
  const { t } = useWords()
  return (
    <span className="k-row">
      <Button aria-label={`${t(words.change)} ${row.title}`} onClick={() => onAsk({ change: row })}>
        {t(words.change)}
      </Button>
      <Button aria-label={`${t(words.end)} ${row.title}`} onClick={() => onAsk({ end: row })}>
        {t(words.end)}
      </Button>
    </span>
  )
}

type EndProps = { code: string; template: TemplateView; onClose: () => void }

function End({ code, template, onClose }: EndProps) {
  const { t } = useWords()
  const toast = useToast()
  const act = useCommand(endTemplate, {
    refresh: [listTemplates],
    onDone: () => {
      toast(t(words.ended))
      onClose()
    },
  })
  return (
    <AskDialog
      title={t(words.endTitle, { title: template.title })}
      says={t(words.endSays)}
      verb={t(words.end)}
      busy={act.isPending}
      error={act.error}
      refusals={templateRefusals}
      onSubmit={() => act.mutate({ code, id: template.id })}
      onClose={onClose}
    />
  )
}
