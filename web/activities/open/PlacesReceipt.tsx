// The receipt of places kept: number, code, what and when, a code for the mobile; 80 mm wide on paper.
import { useEffect, useState } from 'react'
import type { SessionPage } from '#core/activities/contract-programme.ts'
import { inBlocks } from '#web/cases/open/receipts.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import type { KeptPlaces } from './kept.ts'
import { useSessionTimes } from './times.ts'
import { weekWords } from './words-open.ts'

type Props = { page: SessionPage; places: KeptPlaces; ahead: number | null; onAnother: () => void }

export function PlacesReceipt({ page, places, ahead, onAnother }: Props) {
  const { t, lang } = useWords()
  const times = useSessionTimes(page.timeZone)
  const { session, room, centre } = page
  const where = room === null ? (session.place ?? '') : `${room.floorName[lang]} ${room.name[lang]}`
  return (
    <div className="open-receipt" role="status">
      <p className="open-lead">
        {ahead === null ? t(weekWords.kept) : t(weekWords.waits, { count: ahead })}
      </p>
      <p>
        <b>{session.title[lang]}</b>
        <br />
        {times.when(session)}
        <br />
        {centre.name[lang]} {where} · {t(weekWords.keptFor, { count: places.people })}
      </p>
      <dl className="open-codes">
        <dt>{t(weekWords.number)}</dt>
        <dd className="open-number">{places.number}</dd>
        <dt>{t(weekWords.secret)}</dt>
        <dd className="open-secret">{inBlocks(places.secret)}</dd>
      </dl>
      <Code text={addressOf(places)} />
      <p className="k-note">
        {t(weekWords.secretNote)} {centre.phone}
      </p>
      <div className="open-send k-screen-only">
        <Button icon="printer" onClick={() => print()}>
          {t(weekWords.print)}
        </Button>
        <ButtonLink look="quiet" to={paths.open.myPlaces()}>
          {t(weekWords.mine)}
        </ButtonLink>
        <Button look="quiet" onClick={onAnother}>
          {t(weekWords.register)}
        </Button>
      </div>
    </div>
  )
}

/** Number and code behind the #: they reach no server's log. */
const addressOf = ({ number, secret }: KeptPlaces) =>
  `${location.origin}${paths.open.myPlaces()}#${new URLSearchParams({ number, secret }).toString()}`

function Code({ text }: { text: string }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void import('uqr').then(({ renderSVG }) => wanted && setPicture(renderSVG(text, { border: 1 })))
    return () => {
      wanted = false
    }
  }, [text])
  if (picture === null) return null
  return (
    <img className="week-qr" alt="" src={`data:image/svg+xml,${encodeURIComponent(picture)}`} />
  )
}
