// A community's newspaper: its name and the day, how to say something, what is being done, what was done. Whoever has
// chosen no community yet chooses one, here and now, without an account.
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { boardWords } from '#core/notices/words-board.ts'
import { readArea } from '#core/places/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { HomeBoard } from '#web/notices/open/HomeBoard.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { NamePlate } from '#web/kit/ui/Masthead.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { type MyCommunity, rememberCommunity, useMyCommunity } from '#web/places/my-community.ts'
import { placeWords } from '#web/places/words.ts'
import { HomeNews } from './HomeNews.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { mineWords } from './words-mine.ts'
import { openWords } from './words-open.ts'
import { waysWords } from './words-ways.ts'
import '#web/kit/ui/field.css'
import './open.css'

// Chosen once, and another face of the page: neither is fetched by somebody who only reads the news.
const CommunityPicker = lazy(async () => ({
  default: (await import('#web/places/CommunityPicker.tsx')).CommunityPicker,
}))
const AnswersNow = lazy(async () => ({
  default: (await import('#web/people/AnswersNow.tsx')).AnswersNow,
}))
const ElderHome = lazy(async () => ({ default: (await import('./ElderHome.tsx')).ElderHome }))

/** What the programme of the centre adds: this room does not know it. */
type Programme = (code: string) => ReactNode

export function HomePage({ programme }: { programme: Programme }) {
  const { code } = useParams()
  const [mine, setMine] = useMyCommunity()
  const navigate = useNavigate()
  const shown = code ?? mine?.code
  if (shown === undefined) return <Choose onChoose={setMine} />
  return (
    <Community
      key={shown}
      code={shown}
      programme={programme}
      onLeave={() => {
        setMine(null)
        void navigate(paths.open.home())
      }}
    />
  )
}

function Choose({ onChoose }: { onChoose: (mine: MyCommunity) => void }) {
  const { t } = useWords()
  const aloud = () => `${t(placeWords.searchHint)}${t(placeWords.chosenStays)}`
  return (
    <OpenPage title={t(placeWords.chooseCommunity)} up={null} aloud={aloud}>
      <Part>
        <p className="k-compact k-sub open-find-lead">{t(placeWords.chosenStays)}</p>
        <Suspense fallback={null}>
          <CommunityPicker onChoose={onChoose} />
        </Suspense>
      </Part>
      <Part tone="raised">
        <AreaWaysRow code={null} />
      </Part>
    </OpenPage>
  )
}

type CommunityProps = { code: string; programme: Programme; onLeave: () => void }

function Community({ code, programme, onLeave }: CommunityProps) {
  const { lang } = useWords()
  const { elder } = useSettings()
  const times = useTimes()
  const at = useNow()
  const area = useEndpoint(readArea, { code }).data
  const name = area ? (lang === 'en' ? (area.nameEn ?? area.name) : area.name) : ''
  if (area?.level === 'community') rememberCommunity({ code, name: area.name })
  const lunar = times.lunar(at)
  const day = (
    <>
      {times.long(at)}
      {lunar !== '' && (elder === null ? ' · ' : ' ')}
      {lunar !== '' && <span>{lunar}</span>}
    </>
  )
  return (
    <article className="open-page">
      <NamePlate name={name} line={day} />
      {elder === null ? (
        <Newspaper code={code} name={name} programme={programme} onLeave={onLeave} />
      ) : (
        <Suspense fallback={null}>
          <ElderHome code={code} name={name} programme={programme(code)} />
        </Suspense>
      )}
    </article>
  )
}

function Newspaper({ code, name, programme, onLeave }: CommunityProps & { name: string }) {
  const { t } = useWords()
  return (
    <>
      <Part>
        <h2 className="open-question open-say">{t(openWords.somethingToSay)}</h2>
        <AreaWaysRow code={code} />
        <Suspense fallback={null}>
          <AnswersNow code={code} />
        </Suspense>
        <FindBox />
        <Link className="k-link open-inline" to={paths.open.mine()}>
          {t(mineWords.title)}
        </Link>
      </Part>
      {programme(code)}
      <HomeBoard code={code} />
      <HomeNews code={code} />
      <Part>
        <SectionHeading>{t(openWords.myCommunity)}</SectionHeading>
        <p className="k-compact k-sub">
          {name} · {t(placeWords.chosenStays)}
        </p>
        <FurtherPages code={code} onLeave={onLeave} />
      </Part>
    </>
  )
}

type FurtherProps = { code: string; onLeave: () => void }

function FurtherPages({ code, onLeave }: FurtherProps) {
  const { t } = useWords()
  const pages = [
    [openWords.surveysHere, paths.open.surveys(code)],
    [boardWords.title, paths.open.board(code)],
    [waysWords.whoseMatter, paths.open.flows(code)],
    [openWords.tellMe, paths.open.alerts(code)],
    [openWords.howWeDo, paths.open.performance(code)],
    [openWords.ourTheme, paths.open.theme(code)],
    [openWords.nearHere, paths.open.resources(code)],
  ] as const
  return (
    <ul className="open-links">
      {pages.map(([label, to]) => (
        <li key={to}>
          <Link className="k-link open-inline" to={to}>
            {t(label)}
          </Link>
        </li>
      ))}
      <li>
        <button type="button" className="k-link open-inline" onClick={onLeave}>
          {t(openWords.changeCommunity)}
        </button>
      </li>
    </ul>
  )
}

/** A number typed here opens its page; the secret is asked for there. */
function FindBox() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [number, setNumber] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const query = number.trim() === '' ? '' : `?number=${encodeURIComponent(number.trim())}`
    void navigate(`${paths.open.find()}${query}`)
  }
  return (
    <form className="open-find" onSubmit={submit} role="search">
      <input
        className="k-input"
        aria-label={t(openWords.numberLabel)}
        placeholder={t(openWords.numberPlaceholder)}
        value={number}
        autoComplete="off"
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button type="submit">{t(openWords.find)}</Button>
    </form>
  )
}
