// What stands beside a personal field: one line of what for and how long, and on a press the rest of it, with the page
// that shows every version. The line is the place's own, as its rules say today; without a line the usual words stand.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type FieldView, readPrivacy } from '#core/people/contract-privacy.ts'
import type { CollectionPoint } from '#core/people/personal-data.ts'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { kitWords } from '#web/kit/words.ts'

export type Asked = {
  /** Code of the place; null while none is chosen: then what holds everywhere is said. */
  area: string | null
  field: `${CollectionPoint}.${string}`
  usual: Words
}

/** For `<TextField {...useTold(…)} />`. */
export function useTold({ area, field, usual }: Asked): { why: ReactNode; line?: ReactNode } {
  const { t } = useWords()
  const point = field.split('.')[0] as CollectionPoint
  const asked = { ...(area !== null && { area }), point }
  const found = useEndpoint(readPrivacy, asked, { staleTime: 600_000 })
  const told = found.data?.fields.find(({ key }) => key === field)
  if (told === undefined) return { why: t(usual) }
  return { line: t(told.line), why: <Whole told={told} area={area} /> }
}

function Whole({ told, area }: { told: FieldView; area: string | null }) {
  const { t } = useWords()
  const now = told.versions.findLast(({ since }) => since <= today()) ?? told.versions[0]
  if (now === undefined) return null
  return (
    <>
      {t(now.seenBy)} {now.without !== null && t(now.without)} {now.note !== null && t(now.note)}{' '}
      <Link className="k-link" to={paths.open.privacy(area, told.key)} target="_blank">
        {t(kitWords.readAll)}
      </Link>
    </>
  )
}

/** Of this device: a text that begins at midnight is off by some hours at most. */
const today = (): string => new Date().toLocaleDateString('sv')
