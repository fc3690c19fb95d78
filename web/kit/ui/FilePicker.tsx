// Papers chosen on the device, by name until they are sent; photos have a picker of their own that shows them.
import { useRef } from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Icon } from './Icon.tsx'
import './photos.css'

type Props = {
  label: string
  files: File[]
  onChange: (files: File[]) => void
  /** As the browser's dialog understands it: 'application/pdf,.pdf'. */
  accept: string
  choose: string
  max: number
  hint: string
}

export function FilePicker({ label, files, onChange, accept, choose, max, hint }: Props) {
  const { t } = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  const full = files.length >= max
  const take = (input: HTMLInputElement) => {
    onChange([...files, ...(input.files ?? [])].slice(0, max))
    input.value = '' // the same file may be chosen again after it was taken out
  }
  return (
    <div className="k-photos" role="group" aria-label={label}>
      {files.length > 0 && (
        <ol className="k-files">
          {files.map((file, i) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              <Icon name="paper" size={18} />
              <span>{file.name}</span>
              <small>{sizeOf(file.size)}</small>
              <button
                type="button"
                className="k-link"
                onClick={() => onChange(files.filter((_, at) => at !== i))}
              >
                {t(kitWords.removeFile)}
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="k-btns">
        <button
          type="button"
          className="k-btn"
          aria-disabled={full}
          onClick={() => !full && chooser.current?.click()}
        >
          <Icon name="paper" size={20} />
          <span>{choose}</span>
        </button>
      </div>
      <p className="k-why">{hint}</p>
      <input
        ref={chooser}
        hidden
        multiple
        type="file"
        accept={accept}
        aria-label={choose}
        onChange={(event) => take(event.target)}
      />
    </div>
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
