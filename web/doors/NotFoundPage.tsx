import { useWords } from '#web/kit/language.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { kitWords } from '#web/kit/words.ts'
import './frames.css'

export function NotFoundPage() {
  const { t } = useWords()
  const { door } = useSettings()
  return (
    <div className="d-alone">
      <h1 className="k-title">{t(kitWords.notFound)}</h1>
      <p className="k-measure k-sub">{t(kitWords.notFoundThen)}</p>
      <ButtonLink look="pri" to={door === 'open' ? '/' : `/${door}`}>
        {t(kitWords.toStart)}
      </ButtonLink>
    </div>
  )
}
