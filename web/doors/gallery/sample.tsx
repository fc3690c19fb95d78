// The sample's own words, in the language of the page, and a frame for each exhibit.
import type { ReactNode } from 'react'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'

export type Both = (zh: string, en: string) => string

export function useSample(): Both {
  const { t } = useWords()
  return (zh, en) => t({ zh, en })
}

export const both = (zh: string, en: string): Words => ({ zh, en })

type Props = { title: string; end?: string; children: ReactNode }

export function Exhibit({ title, end, children }: Props) {
  return (
    <div className="g-exhibit">
      <SectionHeading {...(end === undefined ? {} : { end })}>{title}</SectionHeading>
      {children}
    </div>
  )
}
