// The open door's frame: the mark, one tap to 长辈版 and one to the other language, on every page. In elder mode the
// letter size stands above, and the way back below.
import { Suspense } from 'react'
import { Link, Outlet, useLocation, useNavigate } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { type ElderSize, elderSizes, useSettings } from '#web/kit/settings.tsx'
import { Mark } from '#web/kit/ui/Mark.tsx'
import { Loading } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { useMyCommunity } from '#web/places/my-community.ts'
import { FaultFloor } from './FaultFloor.tsx'
import './frames.css'

export function OpenFrame() {
  const { t } = useWords()
  const { elder, lang, set } = useSettings()
  return (
    <div className="d-open">
      <a className="k-skip" href="#content">
        {t(kitWords.toContent)}
      </a>
      <header className="d-open-head">
        <Link to={paths.open.home()}>
          <Mark size={elder === null ? 17 : 24} />
          <b>{t(kitWords.linli)}</b>
        </Link>
        {elder === null ? (
          <span>
            <button type="button" onClick={() => set({ elder: 22 })}>
              {t(kitWords.elderOn)}
            </button>
            <button
              type="button"
              lang={lang === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => set({ lang: lang === 'zh' ? 'en' : 'zh' })}
            >
              {t(kitWords.otherLanguage)}
            </button>
          </span>
        ) : (
          <LetterSize size={elder} />
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <FaultFloor>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </FaultFloor>
      </main>
      <PrivacyFoot />
      {elder !== null && <ElderFoot />}
    </div>
  )
}

/** On every page, below whatever it says: of the place in the address, else of the one chosen on this device. */
function PrivacyFoot() {
  const { t } = useWords()
  const { pathname } = useLocation()
  const [mine] = useMyCommunity()
  const [, here] = /^\/c\/([^/]+)/.exec(pathname) ?? []
  const code = here === undefined ? (mine?.code ?? null) : decodeURIComponent(here)
  return (
    <footer className="d-open-foot k-screen-only">
      <Link to={paths.open.privacy(code)}>{t(kitWords.personalData)}</Link>
    </footer>
  )
}

function LetterSize({ size }: { size: ElderSize }) {
  const { t } = useWords()
  const { set } = useSettings()
  const at = elderSizes.indexOf(size)
  const step = (by: number) => set({ elder: elderSizes[at + by] ?? size })
  return (
    <span className="d-letter-size" role="group" aria-label={t(kitWords.letterSize)}>
      <button type="button" aria-disabled={at === 0} onClick={() => step(-1)}>
        {t(kitWords.smaller)}
      </button>
      <button type="button" aria-disabled={at === elderSizes.length - 1} onClick={() => step(1)}>
        {t(kitWords.larger)}
      </button>
    </span>
  )
}

function ElderFoot() {
  const { t } = useWords()
  const { set } = useSettings()
  const navigate = useNavigate()
  return (
    <footer className="d-elder-foot k-columns k-screen-only">
      <button type="button" onClick={() => set({ elder: null })}>
        {t(kitWords.elderOff)}
      </button>
      <button type="button" onClick={() => void navigate(-1)}>
        {t(kitWords.goBack)}
      </button>
    </footer>
  )
}
