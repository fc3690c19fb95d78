// 公开大屏: what a community centre or a lift lobby hangs on its wall. Anybody reads it in passing, so it holds only what is
// public; nothing scrolls, turns or moves; one figure is the largest; a broken line never empties it.
import { useParams, useSearchParams } from 'react-router'
import { Link } from 'react-router'
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { Board } from './Board.tsx'
import { Doing, Done } from './Matters.tsx'
import { LastWord, Standing, Year } from './Figures.tsx'
import { Near, ThemeHere, ThemesBelow } from './Theme.tsx'
import { Programme } from './Programme.tsx'
import { type Sheet, isTooSmall, sheetFor, shiftAt } from './sheet.ts'
import { Ways } from './Ways.tsx'
import { WallTop } from './WallTop.tsx'
import { Where } from './Where.tsx'
import { useAwake, useNewest, useOwnLetters, useScreen, useWall } from './use-wall.ts'
import './open-wall.css'

export function OpenWallPage() {
  const { code = '' } = useParams()
  const [query] = useSearchParams()
  const { t } = useWords()
  const screen = useScreen()
  const wall = useWall(code)
  useAwake()
  useNewest()
  useOwnLetters()
  const theme = query.get('theme') === 'zhi' ? 'zhi' : 'mo'
  const none = wall.error instanceof RefusalError && wall.data === undefined
  return (
    <div className="owall" data-theme={theme}>
      {isTooSmall(screen.width, screen.height) ? (
        <SmallScreen code={code} />
      ) : wall.data ? (
        <Hung view={wall.data} broken={wall.broken} sheet={sheetFor(screen.width, screen.height)} />
      ) : none ? (
        <main className="owall-alone">
          <h1>{t(words.notHere)}</h1>
          <p>{t(words.notHereThen)}</p>
        </main>
      ) : (
        <main className="owall-alone">
          <h1>{t(words.waiting)}</h1>
        </main>
      )}
    </div>
  )
}

function SmallScreen({ code }: { code: string }) {
  const { t } = useWords()
  return (
    <main className="owall-alone">
      <h1>{t(words.smallScreen)}</h1>
      <p>{t(words.smallScreenThen)}</p>
      <Link className="k-link" to={paths.open.community(code)}>
        {t(words.toHome)}
      </Link>
    </main>
  )
}

type HungProps = { view: WallView; broken: boolean; sheet: Sheet }

function Hung({ view, broken, sheet }: HungProps) {
  const [x, y] = shiftAt(useNow())
  const { shape, width, height, zoom } = sheet
  const kind = view.area.level === 'community' ? 'community' : 'wider'
  return (
    <main
      className={`owall-sheet is-${shape} is-${kind}`}
      style={{ width, height, zoom, translate: `${x}px ${y}px` }}
    >
      <WallTop view={view} broken={broken} />
      <div className="k-wenwu" />
      {kind === 'community' ? (
        <OfCommunity view={view} shape={shape} />
      ) : (
        <OfWider view={view} shape={shape} />
      )}
    </main>
  )
}

const doingMost = 6

/** Where little is being done there is room for what was: two columns lying, one beside the programme upright. */
const doneMost = (doing: number, shape: Sheet['shape']): number =>
  shape === 'lying'
    ? Math.floor((560 - doing * 67) / 72) * 2
    : 4 + Math.floor(((doingMost - doing) * 63) / 61)

/** Upright it stands beside what was finished, and is as long. */
const comingMost = (doing: number, shape: Sheet['shape']): number =>
  shape === 'lying' ? 4 : Math.max(4, Math.floor((doneMost(doing, shape) * 61) / 65) - 1)

type OfProps = { view: WallView; shape: Sheet['shape'] }

function OfCommunity({ view, shape }: OfProps) {
  const doing = Math.min(Math.max(view.doing.length, 1), doingMost)
  return (
    <div className="owall-parts">
      <Standing view={view} />
      <Year view={view} />
      <div className="owall-middle">
        <Doing view={view} most={doingMost} />
        <Done view={view} most={doneMost(doing, shape)} />
      </div>
      <Programme view={view} most={comingMost(doing, shape)} />
      <Board view={view} />
      <ThemeHere view={view} />
      <LastWord view={view} />
      <Near view={view} />
      <Ways view={view} />
    </div>
  )
}

function OfWider({ view, shape }: OfProps) {
  return (
    <div className="owall-parts">
      <Standing view={view} />
      <Year view={view} />
      <Where view={view} heightMax={shape === 'lying' ? 550 : 306} />
      <Doing view={view} most={8} />
      <Done view={view} most={4} />
      <LastWord view={view} />
      <ThemesBelow view={view} />
      <Ways view={view} />
    </div>
  )
}
