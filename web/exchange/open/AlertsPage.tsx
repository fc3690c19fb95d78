// 订阅提醒: choosing what to be told of a community, leaving an address, reading what that means, and the code.
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { addressTyped, codeMinutes } from '#core/exchange/alert.ts'
import {
  type AlertChoices,
  askAlert,
  confirmAlert,
  readAlertChoices,
} from '#core/exchange/contract-alerts.ts'
import { alertRefusals } from '#core/exchange/words-alerts.ts'
import type { Channel } from '#core/notices/message.ts'
import { codeTyped } from '#core/people/resident.ts'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { RadioTiles, TextField } from '#web/kit/ui/Field.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { Consent } from '#web/people/open/SignInByCode.tsx'
import { AlertFields, firstChoice, sentOf, whatLacks } from './AlertFields.tsx'
import { keepAlertSecret } from './alert-secret.ts'
import { useActing } from './use-acting.ts'
import { alertsWords as words } from './words-alerts-page.ts'
import './alerts.css'

export function AlertsPage() {
  const { t, lang } = useWords()
  const { code = '' } = useParams()
  const found = useEndpoint(readAlertChoices, { code }, { staleTime: 60_000 })
  const name = found.data?.community.name[lang] ?? ''
  return (
    <OpenPage
      title={found.data ? t(words.titleOf, { name }) : t(words.title)}
      up={paths.open.community(code)}
      aloud={() => t(words.lead)}
    >
      <Part>
        {found.data ? (
          <SetUp choices={found.data} />
        ) : found.error ? (
          <Problem
            error={found.error}
            refusals={alertRefusals}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <Loading what={t(words.fetching)} lines={5} />
        )}
      </Part>
    </OpenPage>
  )
}

function SetUp({ choices }: { choices: AlertChoices }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<string | null>(null)
  if (choices.channels.length === 0)
    return (
      <Empty title={t(words.noWay)} then={t(words.noWayThen)}>
        <ButtonLink to={paths.open.board(choices.community.code)}>{t(words.toBoard)}</ButtonLink>
      </Empty>
    )
  return (
    <>
      <p className="k-compact k-sub open-find-lead">{t(words.lead)}</p>
      {asked !== null && (
        <EnterCode id={asked} demo={choices.demoInbox} onOther={() => setAsked(null)} />
      )}
      <div hidden={asked !== null}>
        <AskForm choices={choices} onAsked={setAsked} />
      </div>
    </>
  )
}

function Wrong({ said }: { said: string | null }) {
  return (
    <p className="open-trouble" role="alert">
      {said}
    </p>
  )
}

type AskProps = { choices: AlertChoices; onAsked: (id: string) => void }

function AskForm({ choices, onAsked }: AskProps) {
  const { t, lang } = useWords()
  const [choice, setChoice] = useState(firstChoice)
  const [channel, setChannel] = useState<Channel>(
    choices.channels.includes('mail') ? 'mail' : 'sms',
  )
  const [to, setTo] = useState('')
  const [lacks, setLacks] = useState<string | null>(null)
  const { busy, error, attempt } = useActing()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lack =
      whatLacks(choice) ?? (addressTyped(channel, to) === null ? words.addressWrong : null)
    setLacks(lack === null ? null : t(lack))
    if (lack !== null) return
    const { code } = choices.community
    const agreed = choices.consent.version
    void attempt(async () =>
      onAsked(
        (await call(askAlert, { code, channel, to, agreed, lang, ...sentOf(choice, code) })).id,
      ),
    )
  }
  const said = lacks ?? (error === null ? null : t(wordsOfError(error, alertRefusals)))
  return (
    <form className="alerts-form" onSubmit={submit} noValidate>
      <AlertFields
        choices={choices}
        choice={choice}
        set={(change) => setChoice((was) => ({ ...was, ...change }))}
      />
      {choices.channels.length > 1 && (
        <RadioTiles
          label={t(words.channel)}
          value={channel}
          onChange={setChannel}
          options={[
            { value: 'mail', label: t(words.mail) },
            { value: 'sms', label: t(words.sms), note: t(words.smsNote) },
          ]}
        />
      )}
      <TextField
        label={t(channel === 'mail' ? words.mailLabel : words.smsLabel)}
        type={channel === 'mail' ? 'email' : 'tel'}
        inputMode={channel === 'mail' ? 'email' : 'tel'}
        autoComplete={channel === 'mail' ? 'email' : 'tel'}
        value={to}
        maxLength={254}
        onChange={(event) => setTo(event.target.value)}
      />
      <Consent view={choices} />
      <Wrong said={said} />
      <div className="open-send">
        <Button type="submit" look="pri" big busy={busy}>
          {t(words.agree)}
        </Button>
      </div>
    </form>
  )
}

type EnterProps = { id: string; demo: boolean; onOther: () => void }

function EnterCode({ id, demo, onOther }: EnterProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, error, attempt } = useActing()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(codeTyped(code) === null)
    if (codeTyped(code) === null) return
    void attempt(async () => {
      const { secret } = await call(confirmAlert, { id, code })
      keepAlertSecret(id, secret)
      void navigate(paths.open.alert(id))
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <p className="k-compact" role="status">
        {t(words.sent)}
      </p>
      {demo && (
        <p>
          <Link className="k-link open-inline" to={paths.open.demoInbox()} target="_blank">
            {t(words.demo)}
          </Link>
        </p>
      )}
      <TextField
        label={t(words.code)}
        hint={t(words.codeHint, { minutes: codeMinutes })}
        error={missing ? t(words.codeWrong) : null}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        maxLength={12}
        onChange={(event) => setCode(event.target.value)}
      />
      <Wrong said={error === null ? null : t(wordsOfError(error, alertRefusals))} />
      <div className="open-send">
        <Button type="submit" look="pri" big busy={busy}>
          {t(words.confirm)}
        </Button>
        <Button look="quiet" onClick={onOther}>
          {t(words.other)}
        </Button>
      </div>
    </form>
  )
}
