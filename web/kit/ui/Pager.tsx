// The end of a list says that it is the end; before that, how many more one press will bring.
import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { count } from '../numbers.ts'
import { kitWords } from '../words.ts'
import { Button } from './Button.tsx'

type Props = {
  shown: number
  more: boolean
  step?: number
  busy?: boolean
  /** Rows of any other kind than cases. */
  rows?: boolean
  onMore: () => void
  children?: ReactNode
}

export function Pager({
  shown,
  more,
  step = 50,
  busy = false,
  rows = false,
  onMore,
  children,
}: Props) {
  const { t } = useWords()
  return (
    <div className="k-row k-pager k-screen-only">
      {more ? (
        <Button onClick={onMore} busy={busy}>
          {t(rows ? kitWords.moreRows : kitWords.more, { n: step })}
        </Button>
      ) : (
        shown > 0 && (
          <p className="k-note">
            {t(rows ? kitWords.allRows : kitWords.thatsAll, { n: count(shown) })}
          </p>
        )
      )}
      {children !== undefined && <span className="k-note">{children}</span>}
    </div>
  )
}
