// Keeping the present filters under a name, in the left column of this device.
import { useState } from 'react'
import { useLocation } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { TextField } from '#web/kit/ui/Field.tsx'
import { useViews } from './views.ts'
import { queuePageWords as words } from './words-queue.ts'

export function SaveView() {
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const { save } = useViews()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const query = new URLSearchParams(search)
  query.delete('at')
  const keep = () => {
    if (name.trim() === '') return
    save({ name: name.trim(), to: `${pathname}?${query.toString()}` })
    setOpen(false)
    setName('')
  }
  if (query.size === 0) return null
  return (
    <>
      <button type="button" className="k-link k-compact" onClick={() => setOpen(true)}>
        {t(words.saveView)}
      </button>
      <Dialog
        open={open}
        title={t(words.saveView)}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t(words.notNow)}</Button>
            <Button look="pri" onClick={keep}>
              {t(words.save)}
            </Button>
          </>
        }
      >
        <TextField
          label={t(words.viewName)}
          value={name}
          maxLength={24}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </Dialog>
    </>
  )
}
