import { useWords } from '#web/kit/language.ts'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { exportAddress } from './filters.ts'
import type { CaseFilter } from './useList.ts'
import { queuePageWords as words } from './words-queue.ts'

/** The same list as a file, with the same filters. */
export function Exports({ filter }: { filter: CaseFilter }) {
  const { t } = useWords()
  return (
    <span className="k-row k-compact">
      <Icon name="download" size={15} />
      {t(words.exportList)}
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="k-link" href={exportAddress(filter, format)} download>
          {format}
        </a>
      ))}
    </span>
  )
}
