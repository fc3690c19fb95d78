// A list as a file, with the same filters.
import type { Endpoint } from '#core/kit/contract.ts'
import { requestFor } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { kitWords } from '#web/kit/words.ts'

type Props = { list: Endpoint; input: Record<string, unknown> }

export function ExportLinks({ list, input }: Props) {
  const { t } = useWords()
  const asFile = { ...list, path: `${list.path}/export` }
  return (
    <span className="k-row k-compact k-screen-only">
      <Icon name="download" size={15} />
      {t(kitWords.asFile)}
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className="k-link"
          href={requestFor(asFile, { ...input, format }).url}
          download
        >
          {format}
        </a>
      ))}
    </span>
  )
}
