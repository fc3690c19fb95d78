// 订阅提醒: choosing what to be told of a community, leaving an address, reading what that means, and the code.
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { addressTyped, codeMinutes } from '#core/exchange/alert.ts'
import {
  type AlertChoices,
  askAlert,
  askPushAlert,
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
import { AlertFields, type Choice, firstChoice, sentOf, whatLacks } from './AlertFields.tsx'
import { AlertsHere } from './AlertsHere.tsx'
import { keepAlertSecret } from './alert-secret.ts'
import { PushTrouble, pushAbility, subscribeHere } from './push-here.ts'
import { useActing } from './use-acting.ts'
import { pushWords } from './words-push.ts'
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
  if (offeredOf(choices).length === 0)
    return (
      <Empty title={t(words.noWay)} then={t(words.noWayThen)}>
        <PushHint choices={choices} />
        <ButtonLink to={paths.open.board(choices.community.code)}>{t(words.toBoard)}</ButtonLink>
      </Empty>
    )
  return (
    <>
      <p className="k-compact k-sub open-find-lead">{t(words.lead)}</p>
      {choices.push !== null && <AlertsHere community={choices.community.code} />}
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

/** The ways that are set up here and that this browser can go. */
const offeredOf = ({ channels, push }: AlertChoices): Channel[] =>
  channels.filter((channel) => channel !== 'push' || (push !== null && pushAbility() === 'yes'))

/** Why the third way is not among them, where the person can do something about it. */
function PushHint({ choices }: { choices: AlertChoices }) {
  const { t } = useWords()
  const ability = pushAbility()
  if (choices.push === null || (ability !== 'install' && ability !== 'blocked')) return null
  return <p className="k-compact k-sub">{t(pushWords[ability])}</p>
}

type AskProps = { choices: AlertChoices; onAsked: (id: string) => void }

function useAsking({ choices, onAsked }: AskProps) {
  const { t, lang } = useWords()
  const navigate = useNavigate()
  const { busy, error, attempt } = useActing()
  const { code } = choices.community
  const ask = (choice: Choice, channel: Channel, to: string) =>
    attempt(async () => {
      const sent = { code, lang, ...sentOf(choice, code) }
      if (channel !== 'push') {
        const agreed = choices.consent.version
        return onAsked((await call(askAlert, { ...sent, channel, to, agreed })).id)
      }
      if (choices.push === null) return
      const { key, consent } = choices.push
      const address = await subscribeHere(key)
      const begun = await call(askPushAlert, { ...sent, ...address, agreed: consent.version })
      keepAlertSecret(begun.alert.id, begun.secret)
      void navigate(paths.open.alert(begun.alert.id))
    })
  const said =
    error === null
      ? null
      : t(error instanceof PushTrouble ? pushWords[error.why] : wordsOfError(error, alertRefusals))
  return { busy, said, ask }
}

const whereTo = {
  mail: { label: words.mailLabel, type: 'email' },
  sms: { label: words.smsLabel, type: 'tel' },
} as const

function AskForm({ choices, onAsked }: AskProps) {
  const { t } = useWords()
  const offered = offeredOf(choices)
  const [choice, setChoice] = useState(firstChoice)
  const [channel, setChannel] = useState<Channel>(
    offered.includes('mail') ? 'mail' : (offered[0] ?? 'mail'),
  )
  const [to, setTo] = useState('')
  const [lacks, setLacks] = useState<string | null>(null)
  const { busy, said, ask } = useAsking({ choices, onAsked })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = channel !== 'push' && addressTyped(channel, to) === null
    const lack = whatLacks(choice) ?? (wrong ? words.addressWrong : null)
    setLacks(lack === null ? null : t(lack))
    if (lack === null) void ask(choice, channel, to)
  }
  return (
    <form className="alerts-form" onSubmit={submit} noValidate>
      <AlertFields
        choices={choices}
        choice={choice}
        set={(change) => setChoice((was) => ({ ...was, ...change }))}
      />
      {offered.length > 1 ? (
        <Ways offered={offered} channel={channel} onChange={setChannel} />
      ) : (
        channel === 'push' && <p className="k-compact">{t(pushWords.only)}</p>
      )}
      <PushHint choices={choices} />
      {channel !== 'push' && (
        <TextField
          label={t(whereTo[channel].label)}
          type={whereTo[channel].type}
          inputMode={whereTo[channel].type}
          autoComplete={whereTo[channel].type}
          value={to}
          maxLength={254}
          onChange={(event) => setTo(event.target.value)}
        />
      )}
      <Consent view={channel === 'push' && choices.push !== null ? choices.push : choices} />
      <Wrong said={lacks ?? said} />
      <div className="open-send">
        <Button type="submit" look="pri" big busy={busy}>
          {t(channel === 'push' ? pushWords.agree : words.agree)}
        </Button>
      </div>
    </form>
  )
}

type WaysProps = {
  offered: readonly Channel[]
  channel: Channel
  onChange: (channel: Channel) => void
}

function Ways({ offered, channel, onChange }: WaysProps) {
  const { t } = useWords()
  const all = [
    { value: 'mail', label: t(words.mail) },
    { value: 'sms', label: t(words.sms), note: t(words.smsNote) },
    { value: 'push', label: t(pushWords.here), note: t(pushWords.hereNote) },
  ] as const
  return (
    <RadioTiles
      label={t(words.channel)}
      value={channel}
      columns={1}
      onChange={onChange}
      options={all.filter(({ value }) => offered.includes(value))}
    />
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
