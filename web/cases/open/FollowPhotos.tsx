// Before and after, side by side. The reporter's photos open with a pass that number and secret were exchanged for.
import { openPhotos } from '#core/cases/contract-photos.ts'
import type { VoiceView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Proof, type ProofPhoto } from '#web/kit/ui/Proof.tsx'
import { followWords } from './words-follow.ts'

export function FollowPhotos({ view, secret }: { view: VoiceView; secret: string }) {
  const { t } = useWords()
  const times = useTimes()
  const any = view.photos.length + view.resultPhotos.length > 0
  const passes = useEndpoint(openPhotos, { number: view.number, secret }, { enabled: any }).data
  if (!any || !passes) return null
  const passOf = new Map(passes.passes.map(({ hash, pass }) => [hash, pass]))
  const photo = (hash: string | undefined, alt: string, at: string | null): ProofPhoto | null => {
    const pass = hash === undefined ? undefined : passOf.get(hash)
    if (hash === undefined || pass === undefined) return null
    const src = `/api/files/${hash}?pass=${encodeURIComponent(pass)}`
    return { src, full: src, alt, caption: at === null ? '' : times.dayTime(at) }
  }
  const handled = view.rounds.at(-1)?.handledAt ?? null
  return (
    <div className="open-proof">
      <Proof
        before={photo(view.photos[0], t(followWords.yourPhoto), view.reportedAt)}
        after={photo(view.resultPhotos[0], t(followWords.resultPhoto), handled)}
        beforeNeeded={t(followWords.noOwnPhoto)}
        afterNeeded={t(followWords.noResultPhoto)}
      />
    </div>
  )
}
