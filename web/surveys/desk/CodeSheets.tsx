// Codes are made, shown once and printed: one square, one line to type, how long it takes, and the ways without a phone.
import { useState } from 'react'
import { renderSVG } from 'uqr'
import type { OutputOf } from '#core/kit/contract.ts'
import { printedCode } from '#core/surveys/code.ts'
import { codesPerBatchMax, makeCodes, readProgress } from '#core/surveys/contract-frame.ts'
import type { SurveyDesk } from '#core/surveys/contract.ts'
import { textIn } from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { deskWords as words } from './words-desk.ts'

type Props = { survey: SurveyDesk; progress: OutputOf<typeof readProgress> }

export function CodeSheets({ survey, progress }: Props) {
  const { t } = useWords()
  const [grid, setGrid] = useState('')
  const [count, setCount] = useState('50')
  const [codes, setCodes] = useState<string[] | null>(null)
  const make = useCommand(makeCodes, {
    refresh: [readProgress],
    onDone: (made) => setCodes(made.codes),
  })
  const wanted = Math.min(codesPerBatchMax, Math.max(1, Number(count) || 1))
  const grids = progress.cells.flatMap(({ grid: each }) => (each === null ? [] : [each]))
  return (
    <section>
      <div className="k-screen-only">
        <SectionHeading>{t(words.codes)}</SectionHeading>
        <p className="k-note">{t(words.codesNote)}</p>
        <div className="srv-make">
          <Select
            label={t(words.grid)}
            empty={t(words.wholeArea)}
            value={grid}
            options={grids.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(event) => setGrid(event.target.value)}
          />
          <TextField
            label={t(words.count)}
            inputMode="numeric"
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
          <Button
            busy={make.isPending}
            onClick={() =>
              make.mutate({ id: survey.id, grid: grid === '' ? null : grid, count: wanted })
            }
          >
            {t(words.makeCodes, { n: wanted })}
          </Button>
          {codes !== null && codes.length > 0 && (
            <Button look="pri" icon="printer" onClick={() => print()}>
              {t(words.print)}
            </Button>
          )}
        </div>
        {make.error && <p className="k-zhu">{t(wordsOfError(make.error, surveyRefusals))}</p>}
        {codes?.length === 0 && <p>{t(words.told)}</p>}
      </div>
      {codes !== null && codes.length > 0 && <Slips survey={survey} codes={codes} />}
    </section>
  )
}

function Slips({ survey, codes }: { survey: SurveyDesk; codes: string[] }) {
  const { t, lang } = useWords()
  const bare = new URL(paths.open.sheet(), location.href)
  return (
    <div className="srv-slips">
      {codes.map((code) => (
        <article key={code} className="srv-slip">
          <Square text={new URL(paths.open.sheet(code), location.href).href} />
          <div>
            <b>{textIn(survey.title, lang)}</b>
            <p>{t(words.scan, { minutes: survey.minutes })}</p>
            <p>{t(words.orType, { address: `${bare.host}${bare.pathname}` })}</p>
            <p className="srv-code">{printedCode(code)}</p>
            <small>
              {t(words.onePer)} {t(words.byPaper)}
            </small>
          </div>
        </article>
      ))}
    </div>
  )
}

/** Drawn here: no other program ever sees a code. */
export function Square({ text }: { text: string }) {
  const source = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(text, { border: 2 }))}`
  return <img className="srv-square" src={source} alt="" width={112} height={112} />
}
