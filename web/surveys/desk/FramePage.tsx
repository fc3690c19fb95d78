// Households, quotas, codes and how far each grid is. Sheets with their codes are printed from here, once.
import { useState } from 'react'
import { useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import {
  type CellProgress,
  type FrameCell,
  readProgress,
  remindGrids,
  setFrame,
  voidCodes,
} from '#core/surveys/contract-frame.ts'
import { type SurveyDesk, readSurveyDesk } from '#core/surveys/contract.ts'
import { textIn } from '#core/surveys/question.ts'
import { channelWords, surveyRefusals } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { Link } from 'react-router'
import { CodeSheets } from './CodeSheets.tsx'
import { shareText } from './share.ts'
import { deskWords as words } from './words-desk.ts'
import './desk.css'

type Progress = OutputOf<typeof readProgress>

export function FramePage() {
  const { id = '' } = useParams()
  const { lang, t } = useWords()
  const survey = useEndpoint(readSurveyDesk, { id })
  const progress = useEndpoint(readProgress, { id })
  const error = survey.error ?? progress.error
  if (error) return <Problem error={error} refusals={surveyRefusals} />
  if (!survey.data || !progress.data) return <Loading />
  const { total } = progress.data
  const far = t(words.answeredOf, {
    out: total.handedOut,
    n: total.answered,
    share: shareText(total.answered, total.handedOut),
  })
  const free = survey.data.answersBy === 'anyone'
  return (
    <div className="srv-page">
      <PageHeading title={textIn(survey.data.title, lang)} sub={t(words.frame)}>
        <Link className="k-link" to={paths.desk.survey(id)}>
          {t(words.name)}
        </Link>
      </PageHeading>
      <SectionHeading end={t(words.byOfficialCode)}>
        {free
          ? t(words.answeredOpen, { n: total.answered })
          : total.handedOut === 0
            ? t(words.nothingYet)
            : far}
      </SectionHeading>
      <Cells progress={progress.data} />
      <p className="k-note">
        {progress.data.mixed
          .map(({ channel, sheets }) => `${t(channelWords[channel as 'web'])} ${sheets}`)
          .join(' · ')}
        <br />
        {t(words.mixNote, { n: survey.data.mixMin })}
      </p>
      {!free && survey.data.state === 'OPEN' && <Remind id={id} cells={progress.data.cells} />}
      {!free && survey.data.state !== 'CLOSED' && (
        <>
          <CodeSheets survey={survey.data} progress={progress.data} />
          <Batches id={id} progress={progress.data} />
          <FrameForm survey={survey.data} progress={progress.data} />
        </>
      )}
    </div>
  )
}

function Cells({ progress }: { progress: Progress }) {
  const { t, lang } = useWords()
  const name = ({ grid }: CellProgress) =>
    grid === null ? t(words.wholeArea) : lang === 'en' ? (grid.nameEn ?? grid.name) : grid.name
  const { total, cells } = progress
  const figure = (of: (cell: CellProgress) => number | null) => (cell: CellProgress) =>
    of(cell) ?? '–'
  return (
    <Table
      caption={t(words.frame)}
      rows={cells}
      rowKey={(row) => row.grid?.code ?? '-'}
      columns={[
        { key: 'grid', head: t(words.grid), cell: name },
        {
          key: 'households',
          head: t(words.households),
          figure: true,
          cell: figure((c) => c.households),
        },
        { key: 'out', head: t(words.handedOut), figure: true, cell: figure((c) => c.handedOut) },
        { key: 'in', head: t(words.answered), figure: true, cell: figure((c) => c.answered) },
        {
          key: 'rate',
          head: t(words.rate),
          figure: true,
          cell: (c) => shareText(c.answered, c.handedOut),
        },
        { key: 'quota', head: t(words.quota), figure: true, cell: figure((c) => c.quota) },
        {
          key: 'of',
          head: t(words.ofQuota),
          figure: true,
          cell: (c) => (c.quota === null ? '–' : shareText(c.answered, c.quota)),
        },
      ]}
      total={[
        '',
        total.households,
        total.handedOut,
        total.answered,
        shareText(total.answered, total.handedOut),
        total.quota ?? '–',
        total.quota === null ? '–' : shareText(total.answered, total.quota),
      ]}
    />
  )
}

/** Behind: less than the whole survey's rate. */
function Remind({ id, cells }: { id: string; cells: CellProgress[] }) {
  const { t } = useWords()
  const toast = useToast()
  const remind = useCommand(remindGrids, {
    onDone: ({ told }) => toast(t(words.reminded, { n: told })),
  })
  const sum = (of: (cell: CellProgress) => number) => cells.reduce((all, c) => all + of(c), 0)
  const rate =
    sum((c) => c.answered) /
    Math.max(
      1,
      sum((c) => c.handedOut),
    )
  const behind = cells.filter((c) => c.handedOut > 0 && c.answered / c.handedOut < rate)
  const grids = behind.flatMap(({ grid }) => (grid === null ? [] : [grid.code]))
  if (grids.length === 0) return null
  return (
    <p className="k-row">
      <Button busy={remind.isPending} onClick={() => remind.mutate({ id, grids })}>
        {t(words.remind)}
      </Button>
      <span className="k-note">{t(words.remindNote)}</span>
      {remind.error && (
        <span className="k-zhu">{t(wordsOfError(remind.error, surveyRefusals))}</span>
      )}
    </p>
  )
}

function Batches({ id, progress }: { id: string; progress: Progress }) {
  const { t } = useWords()
  const voiding = useCommand(voidCodes, { refresh: [readProgress] })
  const open = progress.batches.filter((batch) => batch.made > batch.used + batch.void)
  if (open.length === 0) return null
  return (
    <details className="srv-more">
      <summary>{t(words.batches)}</summary>
      <ul>
        {open.map(({ batch, grid, ...counts }) => (
          <li key={batch} className="k-row">
            <span>{t(words.batchOf, { grid: grid ?? t(words.wholeArea), ...counts })}</span>
            <Button
              look="grave"
              onClick={() => voiding.mutate({ id, batch, reason: t(words.voidBatch) })}
            >
              {t(words.voidBatch)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const lineOf = ({ grid, building, households, quota }: FrameCell) =>
  [grid, building, households, quota ?? ''].join(',')

function readLines(text: string): { cells: FrameCell[] } | { line: number; text: string } {
  const cells: FrameCell[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [grid = '', building = '', households = '', quota = ''] = line
      .split(/[,，\t]/)
      .map((cell) => cell.trim())
    const whole = (figure: string) => /^\d{1,7}$/.test(figure)
    if (
      !/^[0-9A-Za-z._-]{1,40}$/.test(grid) ||
      !whole(households) ||
      (quota !== '' && !whole(quota))
    )
      return { line: at + 1, text: line }
    cells.push({
      grid,
      building,
      households: Number(households),
      quota: quota === '' ? null : Number(quota),
    })
  }
  return { cells }
}

function FrameForm({ survey, progress }: { survey: SurveyDesk; progress: Progress }) {
  const { t } = useWords()
  const [text, setText] = useState(() => progress.frame.map(lineOf).join('\n'))
  const [source, setSource] = useState(progress.source ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const set = useCommand(setFrame, { refresh: [readProgress] })
  const save = () => {
    const read = readLines(text)
    if ('line' in read) return setWrong(t(words.frameBad, { n: read.line, line: read.text }))
    setWrong(null)
    set.mutate({ id: survey.id, source: source.trim() || t(words.source), cells: read.cells })
  }
  return (
    <details className="srv-more">
      <summary>{t(words.editFrame)}</summary>
      <TextArea
        label={t(words.editFrame)}
        hint={t(words.frameHint)}
        error={wrong ?? (set.error ? t(wordsOfError(set.error, surveyRefusals)) : null)}
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label={t(words.source)}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <Button look="pri" busy={set.isPending} onClick={save}>
        {t(words.saveFrame)}
      </Button>
    </details>
  )
}
