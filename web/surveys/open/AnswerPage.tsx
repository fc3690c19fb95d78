// Answering a survey on one's own phone: by the code that came to the home, or by a survey's link where all may answer.
import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { readCode } from '#core/surveys/code.ts'
import { findSheet } from '#core/surveys/contract-answers.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { codeOfAddress, rememberCode } from '../sheet.ts'
import { answerWords } from '../words-answer.ts'
import { SheetPage } from './SheetPage.tsx'

export type FoundSheet = OutputOf<typeof findSheet>

export function AnswerPage() {
  const { id } = useParams()
  const [code, setCode] = useState(() => (id === undefined ? codeOfAddress() : null))
  useEffect(() => {
    // Another sheet scanned while this page stands open: the address changes, the page does not.
    const scanned = () => setCode(codeOfAddress())
    addEventListener('hashchange', scanned)
    return () => removeEventListener('hashchange', scanned)
  }, [])
  if (id === undefined && code === null)
    return (
      <CodePage
        onCode={(typed) => {
          rememberCode(typed)
          setCode(typed)
        }}
      />
    )
  const forget = () => {
    rememberCode(null)
    setCode(null)
  }
  return <FindSheet key={code ?? id} by={id === undefined ? { code } : { id }} onForget={forget} />
}

type By = { code?: string | null; id?: string }

function FindSheet({ by, onForget }: { by: By; onForget: () => void }) {
  const { t } = useWords()
  const asked = by.id === undefined ? { code: by.code ?? '' } : { survey: by.id }
  const found = useEndpoint(findSheet, asked)
  const [kept, setKept] = useState<FoundSheet | null>(null)
  // Once found it stays: a refetch that hears "used" after handing in does not take the page away.
  if (found.data !== undefined && kept === null) setKept(found.data)
  const sheet = kept ?? found.data
  if (sheet !== undefined)
    return <SheetPage found={sheet} code={by.code ?? null} onForget={onForget} />
  return (
    <OpenPage title={t(answerWords.title)} up={paths.open.home()}>
      <Part>
        {found.error ? (
          <>
            <Problem
              error={found.error}
              refusals={surveyRefusals}
              onRetry={() => void found.refetch()}
            />
            {by.id === undefined && <Button onClick={onForget}>{t(answerWords.haveCode)}</Button>}
          </>
        ) : (
          <Loading what={t(answerWords.fetching)} />
        )}
      </Part>
    </OpenPage>
  )
}

function CodePage({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const find = () => {
    const code = readCode(typed)
    if (code === null) return setWrong(true)
    onCode(code)
    void navigate(paths.open.sheet(), { replace: true })
  }
  return (
    <OpenPage
      title={t(answerWords.title)}
      up={paths.open.home()}
      aloud={() => `${t(answerWords.typeCode)}。${t(answerWords.typeCodeHint)}`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          find()
        }}
      >
        <Part>
          <TextField
            label={t(answerWords.typeCode)}
            hint={t(answerWords.typeCodeHint)}
            error={wrong ? t(answerWords.badCode) : null}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={24}
            value={typed}
            onChange={(event) => {
              setWrong(false)
              setTyped(event.target.value)
            }}
          />
          <div className="open-send">
            <Button look="pri" big type="submit">
              {t(answerWords.find)}
            </Button>
          </div>
        </Part>
      </form>
      <Part>
        <p className="open-ways-lead">{t(answerWords.waysNote)}</p>
        <AreaWaysRow
          code={null}
          onlineLabel={t(answerWords.wayOnline)}
          onlineTo={paths.open.sheet()}
        />
      </Part>
    </OpenPage>
  )
}
