// What is this one: every fact needed to decide, without leaving the list. Reading here signs for nothing.
import type { PresentView } from '#core/cases/contract-presence.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { clockKindWords, sourceWords, stateWords } from '#core/cases/words.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { unsortedCode } from '#core/places/category.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { listed } from '#web/kit/numbers.ts'
import { air } from '#web/kit/spacing.ts'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { Link } from 'react-router'
import { paths } from '#web/kit/paths.ts'
import { saysMore, titleOf } from './case-text.ts'
import { likely, useCategories, wordsFound } from './forms/CategoryPicker.tsx'
import { useSuggested } from './forms/ReceiverPicker.tsx'
import type { FormKey } from './forms/form-keys.ts'
import { offerWords } from './forms/words-offers.ts'
import type { Offer } from './offers.ts'
import { faceOf } from './face.ts'
import { Told } from './particulars/Told.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import { Others } from './presence.tsx'
import { stepsOf } from './steps.tsx'
import { casePageWords as words } from './words-case.ts'
import { queuePageWords } from './words-queue.ts'

type Props = {
  view: CaseView | undefined
  error: unknown
  onRetry: () => void
  offers: Offer[]
  begin: (form: FormKey) => void
  /** Give it to the suggested receiver at once. */
  give: { name: string; busy: boolean; now: () => void } | null
  others: PresentView[]
}

const stepsShown = 3
const buttonsShown = 4

export function CasePreview({ view, error, onRetry, offers, begin, give, others }: Props) {
  const { t } = useWords()
  if (error && !view) return <Problem error={error} refusals={refusalWords} onRetry={onRetry} />
  if (!view) return <Loading what={t(words.fetching)} lines={6} />
  return (
    <article className="case-preview" aria-label={view.number}>
      <Head view={view} />
      <Told told={view.particulars} />
      <Place view={view} />
      <Said view={view} />
      {view.whyMe && (
        <Notice tone="accent" title={t(words.whyMe)}>
          {t(view.whyMe)}
        </Notice>
      )}
      <div className="case-preview-decide">
        <Others others={others} />
        <Guess view={view} />
        <Acts offers={offers} begin={begin} give={give} number={view.number} />
      </div>
      <Steps view={view} />
    </article>
  )
}

function Head({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow()
  const title = titleOf(view.text, view.category, lang)
  return (
    <header>
      <p className="k-spread k-note">
        <span>{view.number}</span>
        <span>
          {t(queuePageWords.received, {
            source: t(sourceWords[view.source]),
            time: times.near(view.reportedAt),
          })}
        </span>
      </p>
      <h2 className="k-lead">
        {view.urgent && <Stamp />}
        <Link to={paths.desk.case(view.number)}>{title}</Link>
      </h2>
      {view.clock ? (
        <Countdown
          face={faceOf(view.clock, at)}
          size="text"
          note={t(clockKindWords[view.clock.kind])}
          announce
        />
      ) : (
        <p className="k-compact k-sub">{t(stateWords[view.state])}</p>
      )}
    </header>
  )
}

function Place({ view }: { view: CaseView }) {
  const { t } = useWords()
  return (
    <PlaceMap
      place={view.place}
      point={view.point}
      caption={
        <>
          {view.address !== null && `${air(view.address)} · `}
          {t(view.routing.sentence)}
        </>
      }
    />
  )
}

function Said({ view }: { view: CaseView }) {
  const { lang } = useWords()
  const title = titleOf(view.text, view.category, lang)
  if (!saysMore(view.text, title)) return null
  return <blockquote className="k-quote case-quote">“{air(view.text)}”</blockquote>
}

const beforeWork: readonly CaseView['state'][] = [
  'REPORTED',
  'VERIFYING',
  'ACCEPTED',
  'TRIAGED',
  'REOPENED',
  'RETURNED',
]

function Guess({ view }: { view: CaseView }) {
  return (
    <div className="case-guess">
      {beforeWork.includes(view.state) && <SuggestedReceiver view={view} />}
      <Alike view={view} />
    </div>
  )
}

/** Whom, and why: the category read from the reporter's words where nobody has sorted it yet, and who settled the like. */
function SuggestedReceiver({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const categories = useCategories(view.place.at(-1)?.code)
  const open = view.category.code === unsortedCode
  const guess = open ? likely(view.text, categories)[0] : undefined
  const suggested = useSuggested(
    view.number,
    guess === undefined ? {} : { category: guess.code, tier: guess.tier },
  )
  const category = guess ?? view.category
  const found = guess === undefined ? [] : wordsFound(view.text, guess).slice(0, 3)
  const because = [
    ...(found.length > 0
      ? [
          t(words.becauseWords, {
            words: listed(
              found.map((word) => `“${word}”`),
              lang,
            ),
            category: t(category),
          }),
        ]
      : []),
    ...(suggested?.past ? [t(words.becausePast, suggested.past)] : []),
    ...(suggested && !suggested.past && !open
      ? [t(words.suggestedWhy, { category: t(category) })]
      : []),
  ]
  return (
    <section>
      <h3 className="k-label">{t(words.suggested)}</h3>
      <p>
        <b>{suggested === null ? t(words.noSuggestion) : t(suggested.name)}</b>
      </p>
      {suggested !== null && because.length > 0 && (
        <p className="k-compact k-sub">{because.join('')}</p>
      )}
    </section>
  )
}

/** What nobody has sorted is like nothing yet. */
function Alike({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const alike = view.category.code === unsortedCode ? undefined : view.samePlace[0]
  return (
    <section>
      <h3 className="k-label">{t(words.alike)}</h3>
      {alike === undefined ? (
        <p className="k-compact k-sub">{t(words.alikeNone)}</p>
      ) : (
        <>
          <p>
            <Link className="k-link" to={paths.desk.case(alike.number)}>
              {titleOf(alike.text, view.category, lang)}
            </Link>
          </p>
          <p className="k-compact k-sub">
            {times.dayTime(alike.reportedAt)} · {t(stateWords[alike.state])}
          </p>
        </>
      )}
    </section>
  )
}

type ActsProps = Pick<Props, 'offers' | 'begin' | 'give'> & { number: string }

function Acts({ offers, begin, give, number }: ActsProps) {
  const { t } = useWords()
  const open = offers.filter((one) => one.why === null)
  const shown = open.slice(0, give ? buttonsShown - 1 : buttonsShown)
  return (
    <Buttons>
      {give && (
        <Button look="pri" hotkey="D" busy={give.busy} onClick={give.now}>
          {t(offerWords.dispatchNow, { unit: give.name })}
        </Button>
      )}
      {shown.map((one, i) => (
        <Button
          key={one.form}
          look={one.grave ? 'grave' : i === 0 && !give ? 'pri' : 'plain'}
          {...(one.hotkey === null ? {} : { hotkey: one.hotkey })}
          onClick={() => begin(one.form)}
        >
          {t(one.label)}
        </Button>
      ))}
      <ButtonLink
        look={open.length === 0 ? 'plain' : 'quiet'}
        hotkey="↵"
        to={paths.desk.case(number)}
      >
        {t(words.whole)}
      </ButtonLink>
    </Buttons>
  )
}

function Steps({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const steps = stepsOf(view, t, times.near).slice(0, stepsShown)
  return (
    <section className="case-preview-steps">
      <Timeline label={t(words.story)} steps={steps} small />
    </section>
  )
}

export function NothingChosen() {
  const { t } = useWords()
  return <Empty title={t(queuePageWords.chooseOne)} then={t(queuePageWords.chooseHow)} />
}
