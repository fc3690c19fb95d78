// What can be done with a request now. A move that is not open stays visible and says why.
import { useState } from 'react'
import type { Endpoint, InputOf } from '#core/kit/contract.ts'
import { listResources } from '#core/resources/contract.ts'
import * as contract from '#core/resources/contract-requests.ts'
import type { RequestView } from '#core/resources/contract-requests.ts'
import { type AnswerKind, type RequestMove, answers } from '#core/resources/request.ts'
import { answerWords, requestMoveWords, resourceRefusals } from '#core/resources/words-requests.ts'
import { useWords, useToday } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { RadioTiles, Select, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { requestPageWords as words } from './words-desk.ts'

type Props = { request: RequestView }

const forms: Partial<Record<RequestMove, (props: Props) => React.ReactNode>> = {
  answer: AnswerForm,
  escalate: EscalateForm,
  register: RegisterForm,
  use: UseForm,
  report: ReportForm,
  withdraw: WithdrawForm,
}

/** Open moves first, each as a form to unfold; closed ones below with their reason. */
export function RequestMoves({ request }: Props) {
  const { t } = useWords()
  // A use is put right where it stands, in the list of uses.
  const offers = request.offers.filter(({ move }) => move !== 'correct')
  const open = offers.filter(({ whyNot }) => whyNot === null)
  const closed = offers.filter(({ whyNot }) => whyNot !== null)
  return (
    <>
      {open.map(({ move }, i) => {
        const Form = forms[move]
        return (
          Form && (
            <details key={move} className="res-move" open={i === 0 && move !== 'withdraw'}>
              <summary>{t(requestMoveWords[move])}</summary>
              <Form request={request} />
            </details>
          )
        )
      })}
      {closed.map(({ move, whyNot }) => (
        <p key={move} className="res-move">
          <Button whyNot={t(resourceRefusals[whyNot ?? ''] ?? { zh: '', en: '' })}>
            {t(requestMoveWords[move])}
          </Button>
        </p>
      ))}
    </>
  )
}

export function useMove<E extends Endpoint>(
  endpoint: E,
  request: RequestView,
  onDone?: () => void,
) {
  const { t } = useWords()
  const command = useCommand(endpoint, {
    refresh: [contract.getRequest, contract.listRequests],
    about: request.id,
    ...(onDone === undefined ? {} : { onDone }),
  })
  return {
    busy: command.isPending,
    error: command.error ? t(wordsOfError(command.error, resourceRefusals)) : null,
    send: (more: object) =>
      command.mutate({
        id: request.id,
        expectedVersion: request.version,
        ...more,
      } as unknown as Omit<InputOf<E>, 'commandId'>),
  }
}

const orNull = (typed: string): string | null => typed.trim() || null

function AnswerForm({ request }: Props) {
  const { t } = useWords()
  const move = useMove(contract.answerRequest, request)
  const [answer, setAnswer] = useState<AnswerKind>('GIVEN')
  const [reason, setReason] = useState('')
  const [alternative, setAlternative] = useState('')
  return (
    <>
      <RadioTiles
        label={t(words.answer)}
        columns={3}
        value={answer}
        onChange={setAnswer}
        options={answers.map((value) => ({ value, label: t(answerWords[value]) }))}
      />
      <TextArea
        label={t(words.answerReason)}
        need="required"
        value={reason}
        error={move.error}
        onChange={(event) => setReason(event.target.value)}
      />
      <TextArea
        label={t(words.alternative)}
        need={answer === 'REFUSED' ? 'required' : 'optional'}
        value={alternative}
        onChange={(event) => setAlternative(event.target.value)}
      />
      <Button
        look="pri"
        busy={move.busy}
        onClick={() =>
          move.send({ answer, reason: reason.trim(), alternative: orNull(alternative) })
        }
      >
        {t(requestMoveWords.answer)}
      </Button>
    </>
  )
}

function EscalateForm({ request }: Props) {
  const { t } = useWords()
  const move = useMove(contract.escalateRequest, request)
  const [reason, setReason] = useState('')
  return (
    <>
      {request.above !== null && <p>{t(words.escalateBody, { area: t(request.above.name) })}</p>}
      <TextArea
        label={t(words.escalateReason)}
        need="required"
        value={reason}
        error={move.error}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button look="pri" busy={move.busy} onClick={() => move.send({ reason: reason.trim() })}>
        {t(requestMoveWords.escalate)}
      </Button>
    </>
  )
}

function WithdrawForm({ request }: Props) {
  const { t } = useWords()
  const move = useMove(contract.withdrawRequest, request)
  const [reason, setReason] = useState('')
  return (
    <>
      <TextArea
        label={t(words.answerReason)}
        need="required"
        value={reason}
        error={move.error}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button look="grave" busy={move.busy} onClick={() => move.send({ reason: reason.trim() })}>
        {t(requestMoveWords.withdraw)}
      </Button>
    </>
  )
}

function RegisterForm({ request }: Props) {
  const { t } = useWords()
  const move = useMove(contract.registerRequest, request)
  const kept = useEndpoint(listResources, { area: request.to.code, kept: 'here', limit: 200 })
  const [resourceId, setResourceId] = useState('')
  const [terms, setTerms] = useState('')
  const [termsUntil, setTermsUntil] = useState('')
  return (
    <>
      <Select
        label={t(words.resource)}
        need="required"
        value={resourceId}
        onChange={(event) => setResourceId(event.target.value)}
        options={(kept.data?.items ?? [])
          .filter(({ endedOn }) => endedOn === null)
          .map((row) => ({ value: row.id, label: `${t(row.kind.words)} · ${row.name}` }))}
      />
      <TextArea
        label={t(words.terms)}
        need="required"
        value={terms}
        error={move.error}
        onChange={(event) => setTerms(event.target.value)}
      />
      <TextField
        label={t(words.termsUntil)}
        type="date"
        need="optional"
        value={termsUntil}
        onChange={(event) => setTermsUntil(event.target.value)}
      />
      <Button
        look="pri"
        busy={move.busy}
        whyNot={resourceId === '' ? t(words.chooseResource) : null}
        onClick={() =>
          move.send({ resourceId, terms: terms.trim(), termsUntil: orNull(termsUntil) })
        }
      >
        {t(requestMoveWords.register)}
      </Button>
    </>
  )
}

function UseForm({ request }: Props) {
  const { t } = useWords()
  const move = useMove(contract.useResource, request)
  const today = useToday()
  const [day, setDay] = useState(today)
  const [whatFor, setWhatFor] = useState('')
  const [units, setUnits] = useState('1')
  const [people, setPeople] = useState('')
  const personTimes = people.trim() === '' ? null : Number(people)
  return (
    <>
      <div className="res-pair">
        <TextField
          label={t(words.day)}
          type="date"
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <TextField
          label={t(words.units)}
          inputMode="numeric"
          value={units}
          onChange={(event) => setUnits(event.target.value)}
        />
        <TextField
          label={t(words.personTimes)}
          hint={t(words.personTimesHint)}
          inputMode="numeric"
          value={people}
          onChange={(event) => setPeople(event.target.value)}
        />
      </div>
      <TextField
        label={t(words.whatFor)}
        need="required"
        maxLength={200}
        value={whatFor}
        error={move.error}
        onChange={(event) => setWhatFor(event.target.value)}
      />
      <Button
        look="pri"
        busy={move.busy}
        onClick={() =>
          move.send({ day, whatFor: whatFor.trim(), units: Number(units), personTimes })
        }
      >
        {t(requestMoveWords.use)}
      </Button>
    </>
  )
}

function ReportForm({ request }: Props) {
  const { t } = useWords()
  const move = useMove(contract.reportRequest, request)
  const [brought, setBrought] = useState('')
  return (
    <>
      <p className="k-note">
        {t(words.sums, { uses: request.uses, units: request.units, people: request.personTimes })}
      </p>
      <TextArea
        label={t(words.brought)}
        need="required"
        rows={5}
        value={brought}
        error={move.error}
        onChange={(event) => setBrought(event.target.value)}
      />
      <Button look="pri" busy={move.busy} onClick={() => move.send({ brought: brought.trim() })}>
        {t(requestMoveWords.report)}
      </Button>
    </>
  )
}
