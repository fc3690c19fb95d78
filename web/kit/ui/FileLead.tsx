// The head of a page that takes a file in: what it is for, what becomes of it, and the field to choose it.
import { TextField } from './Field.tsx'
import './file-lead.css'

type Props = {
  lead: string
  note: string
  label: string
  hint: string
  accept: string
  error: string | null
  onChoose: (file: File | undefined) => Promise<void>
}

export function FileLead({ lead, note, label, hint, accept, error, onChoose }: Props) {
  return (
    <div className="k-file-lead">
      <p className="k-compact">{lead}</p>
      <p className="k-note">{note}</p>
      <TextField
        label={label}
        hint={hint}
        type="file"
        accept={accept}
        error={error}
        onChange={(event) => void onChoose(event.target.files?.[0])}
      />
    </div>
  )
}
