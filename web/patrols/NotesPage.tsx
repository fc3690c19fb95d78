// Notes of a walk: one form above, what is still kept below. Each can become a case with one press, also without a line.
import { Link } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteList } from './NoteList.tsx'
import { notesWords as words } from './words-notes.ts'
import '#web/cases/field/field.css'
import './patrols.css'

export function NotesPage() {
  const { t } = useWords()
  return (
    <>
      <Link className="field-back" to={paths.field.tasks()}>
        <Icon name="left" size={22} />
        {t(words.back)}
      </Link>
      <div className="field-part">
        <h1 className="k-title">{t(words.title)}</h1>
        <p className="k-compact k-sub">{t(words.lead)}</p>
        <p className="k-note">{t(words.mine)}</p>
      </div>
      <NoteForm />
      <NoteList />
    </>
  )
}
