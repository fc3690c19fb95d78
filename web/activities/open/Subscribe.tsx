// The address of a calendar, to be opened by it or copied into it.
import { useWords } from '#web/kit/language.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { weekWords } from './words-open.ts'

export function Subscribe({ address }: { address: string }) {
  const { t } = useWords()
  const { elder } = useSettings()
  // Whoever reads in large letters is helped by the poster and the telephone; the address is one tap away in the other mode.
  if (elder !== null) return null
  const whole = `${location.origin}${address}`
  return (
    <details className="open-more k-screen-only">
      <summary>{t(weekWords.subscribe)}</summary>
      <p className="k-compact k-sub">{t(weekWords.subscribeNote)}</p>
      <p>
        <a className="k-link open-inline week-address" href={whole.replace(/^https?:/, 'webcal:')}>
          {whole}
        </a>
      </p>
    </details>
  )
}
