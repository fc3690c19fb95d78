// Searching as one types, a moment after the last letter; `/` brings the cursor here.
import { type RefObject, useEffect, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Key } from '#web/kit/ui/Button.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { queuePageWords } from './words-queue.ts'

const restMs = 350

type Props = {
  box: RefObject<HTMLInputElement | null>
  value: string
  onChange: (value: string | null) => void
}

export function SearchBox({ box, value, onChange }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text.trim() === '' ? null : text.trim()), restMs)
    return () => clearTimeout(timer)
    // Only what is typed starts the wait.
  }, [text])
  return (
    <form
      className="case-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(text.trim() === '' ? null : text.trim())
      }}
    >
      <Icon name="search" size={17} />
      <input
        ref={box}
        type="search"
        aria-label={t(queuePageWords.search)}
        placeholder={t(queuePageWords.search)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          event.currentTarget.blur()
        }}
      />
      <Key>/</Key>
    </form>
  )
}
