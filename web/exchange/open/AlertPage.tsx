// One's own subscription, by the secret of its messages: confirming it, choosing anew, ending it. Opening the page alone
// confirms nothing, since programmes follow links too.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  type AlertView,
  changeAlert,
  confirmAlert,
  endAlert,
  openAlert,
  readAlertChoices,
} from '#core/exchange/contract-alerts.ts'
import { alertRefusals } from '#core/exchange/words-alerts.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { AlertFields, choiceOf, sentOf, whatLacks } from './AlertFields.tsx'
import { alertSecret } from './alert-secret.ts'
import { giveBackAddress } from './push-here.ts'
import { useActing } from './use-acting.ts'
import { pushWords } from './words-push.ts'
import { alertsWords as words } from './words-alerts-page.ts'
import './alerts.css'

export function AlertPage() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const [secret] = useState(() => alertSecret(id))
  const found = useEndpoint(
    openAlert,
    { id, secret: secret ?? '' },
    { enabled: secret !== null, staleTime: Infinity },
  )
  const [changed, setChanged] = useState<AlertView | null>(null)
  const [ended, setEnded] = useState(false)
  const view = changed ?? found.data
  if (ended) return <Ended code={view?.community.code ?? null} />
  if (secret !== null && view)
    return <Own view={view} secret={secret} onChanged={setChanged} onEnded={() => setEnded(true)} />
  return (
    <OpenPage title={t(words.manage)} up={paths.open.home()}>
      <Part>
        {secret === null ? (
          <Empty title={t(words.gone)} then={t(alertRefusals['no_such_alert'] ?? words.gone)} />
        ) : found.error ? (
          <Problem
            error={found.error}
            refusals={alertRefusals}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <Loading what={t(words.fetching)} lines={4} />
        )}
      </Part>
    </OpenPage>
  )
}

function Ended({ code }: { code: string | null }) {
  const { t } = useWords()
  return (
    <OpenPage title={t(words.ended)} up={paths.open.home()} aloud={() => t(words.endedSays)}>
      <Part>
        <p role="status">{t(words.endedSays)}</p>
        {code !== null && (
          <Link className="k-link open-inline" to={paths.open.community(code)}>
            {t(words.toCommunity)}
          </Link>
        )}
      </Part>
    </OpenPage>
  )
}

type OwnProps = {
  view: AlertView
  secret: string
  onChanged: (view: AlertView) => void
  onEnded: () => void
}

function Own(props: OwnProps) {
  const { view, secret, onEnded } = props
  const { t, lang } = useWords()
  const times = useTimes()
  const acting = useActing()
  const { id, channel, community, to, endsAt, confirmed } = view
  const ends = times.day(endsAt)
  const facts = channel === 'push' ? t(pushWords.onSays, { ends }) : t(words.onSays, { to, ends })
  const title = confirmed ? t(words.manage) : t(words.confirmTitle)
  const end = () =>
    acting.attempt(async () => {
      await call(endAlert, { id, secret })
      if (channel === 'push') await giveBackAddress()
      onEnded()
    })
  return (
    <OpenPage
      title={title}
      up={paths.open.community(community.code)}
      aloud={() => (confirmed ? facts : t(words.confirmSays))}
    >
      <Part>
        <p className="open-lead">{t(words.titleOf, { name: community.name[lang] })}</p>
        {confirmed ? (
          <Notice tone="accent" title={t(words.on)} live>
            {facts}
          </Notice>
        ) : (
          <Confirm {...props} acting={acting} />
        )}
        {confirmed && <Change {...props} acting={acting} />}
        <p className="open-trouble" role="alert">
          {acting.error !== null && t(wordsOfError(acting.error, alertRefusals))}
        </p>
        <div className="open-send">
          <Button look="quiet" busy={acting.busy} onClick={() => void end()}>
            {t(words.end)}
          </Button>
        </div>
      </Part>
    </OpenPage>
  )
}

type ActProps = OwnProps & { acting: ReturnType<typeof useActing> }

function Confirm({ view, secret, onChanged, acting }: ActProps) {
  const { t } = useWords()
  const confirm = () =>
    acting.attempt(async () => onChanged((await call(confirmAlert, { id: view.id, secret })).alert))
  return (
    <>
      <p>{t(words.confirmSays)}</p>
      <div className="open-send">
        <Button look="pri" big busy={acting.busy} onClick={() => void confirm()}>
          {t(words.confirm)}
        </Button>
      </div>
    </>
  )
}

function Change({ view, secret, onChanged, acting }: ActProps) {
  const { t, lang } = useWords()
  const { code } = view.community
  const choices = useEndpoint(readAlertChoices, { code }, { staleTime: 60_000 }).data
  const [choice, setChoice] = useState(() => choiceOf(view))
  const [said, setSaid] = useState<string | null>(null)
  if (choices === undefined) return <Loading lines={3} />
  const save = () => {
    const lack = whatLacks(choice)
    setSaid(lack === null ? null : t(lack))
    if (lack !== null) return
    void acting.attempt(async () => {
      onChanged(await call(changeAlert, { id: view.id, secret, lang, ...sentOf(choice, code) }))
      setSaid(t(words.saved))
    })
  }
  return (
    <form
      className="alerts-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <AlertFields
        choices={choices}
        choice={choice}
        set={(change) => setChoice((was) => ({ ...was, ...change }))}
      />
      <p role="status">{said}</p>
      <div className="open-send">
        <Button type="submit" look="pri" big busy={acting.busy}>
          {t(words.save)}
        </Button>
        <ButtonLink look="quiet" to={paths.open.community(code)}>
          {t(words.toCommunity)}
        </ButtonLink>
      </div>
    </form>
  )
}
