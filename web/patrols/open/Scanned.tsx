// Whoever scanned the code on a lamp: what it is stands above the report, and where it is is filled in already.
import { useEffect } from 'react'
import { type CodedObject, findObject } from '#core/patrols/contract-codes.ts'
import { thingText } from '#core/patrols/plan.ts'
import { codeWords as words } from '#core/patrols/words-codes.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'

/** What the report takes over from the thing. */
export type Stands = {
  thing: { tag: string; kind: string }
  area: string
  areaName: string
  grid: string | null
  spot: { lon: number; lat: number } | null
  address: string
}

type Props = {
  community: string
  tag: string
  /** The tag that was taken over already: what was changed since stays. */
  taken: string | null
  onFound: (stands: Stands) => void
}

export function Scanned({ community, tag, taken, onFound }: Props) {
  const { t } = useWords()
  const { data, error } = useEndpoint(findObject, { code: community, tag })
  useEffect(() => {
    if (data !== undefined && taken !== data.tag) onFound(standsOf(data))
  }, [data, taken, onFound])
  if (data === undefined && error === null) return null
  return (
    <Part>
      {data === undefined ? (
        <Notice live>{t(words.gone)}</Notice>
      ) : (
        <Notice live tone="accent">
          {t(words.scanned, { name: data.name, tag: data.tag })}
        </Notice>
      )}
    </Part>
  )
}

export const standsOf = ({ community, area, kind, name, tag, point }: CodedObject): Stands => ({
  thing: { tag, kind },
  area: community.code,
  areaName: community.name,
  grid: area === community.code ? null : area,
  spot: point,
  address: thingText({ name, tag }),
})
