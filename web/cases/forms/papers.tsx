// Photos and papers added to a case: sent one by one when the form is, kept by hash so that nothing goes twice.
import { useRef, useState } from 'react'
import { attachToCase } from '#core/cases/contract-moves.ts'
import { uploadDocument } from '#core/files/contract.ts'
import { fileRefusals } from '#core/files/words.ts'
import type { Words } from '#core/kit/words.ts'
import { RefusalError, upload } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { FilePicker } from '#web/kit/ui/FilePicker.tsx'
import { PhotoField, usePhotos } from './photos.tsx'
import { Act } from './reason-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'
import { papersWords as words } from './words-papers.ts'

const photosMax = 6
const papersMax = 6

function usePapers() {
  const { t } = useWords()
  const [files, setFiles] = useState<File[]>([])
  const [progress, setProgress] = useState<{ n: number; max: number } | null>(null)
  const [problem, setProblem] = useState<string[]>([])
  const known = useRef(new Map<File, string>())

  const sendOne = async (file: File): Promise<string> => {
    const hash =
      known.current.get(file) ?? (await upload(uploadDocument, {}, file, 'paper.pdf')).hash
    known.current.set(file, hash)
    return hash
  }
  const whyLost = (error: unknown): string => {
    const said: Readonly<Record<string, Words>> = fileRefusals
    const code = error instanceof RefusalError ? error.refusal : ''
    return t(said[code] ?? words.lostLine)
  }
  /** Hashes of all, or null where one did not arrive. */
  const sent = async (): Promise<string[] | null> => {
    setProblem([])
    const hashes: string[] = []
    for (const [i, file] of files.entries()) {
      setProgress({ n: i + 1, max: files.length })
      try {
        hashes.push(await sendOne(file))
      } catch (error) {
        setProgress(null)
        setProblem([t(words.lost, { name: file.name, why: whyLost(error) })])
        return null
      }
    }
    setProgress(null)
    return hashes
  }
  return { files, setFiles, sent, progress, problem, busy: progress !== null }
}

export function AttachForm(props: FormProps) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const photos = usePhotos()
  const papers = usePapers()
  const { send, move } = useMove(attachToCase, props)
  const submit = async () => {
    const documents = await papers.sent()
    const pictures = documents === null ? null : await photos.sent()
    if (documents !== null && pictures !== null)
      send({ files: [...pictures, ...documents], words: said })
  }
  return (
    <Act
      ask="attach"
      props={props}
      move={move}
      missing={[...papers.problem, ...photos.problem]}
      busy={photos.busy || papers.busy}
      onSubmit={() => void submit()}
    >
      <PhotoField label={t(formWords.photos)} photos={photos} max={photosMax} />
      <PapersField papers={papers} />
      <TextArea
        label={t(words.words)}
        need="optional"
        hint={t(words.wordsHint)}
        value={said}
        rows={2}
        maxLength={500}
        onChange={(event) => setSaid(event.target.value)}
      />
    </Act>
  )
}

function PapersField({ papers }: { papers: ReturnType<typeof usePapers> }) {
  const { t } = useWords()
  const label = t(words.documents)
  return (
    <div className="k-field">
      <span className="k-label">{label}</span>
      <FilePicker
        label={label}
        files={papers.files}
        accept="application/pdf,.pdf"
        choose={t(words.choose)}
        max={papersMax}
        hint={t(words.documentsHint)}
        onChange={papers.setFiles}
      />
      {papers.progress && (
        <p className="k-note" role="status">
          {t(words.sending, papers.progress)}
        </p>
      )}
    </div>
  )
}
