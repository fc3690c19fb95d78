// Free texts grouped by what they speak of: named, joined and put away by people; examples without anybody in them.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { type ResultsView, readResults } from '#core/surveys/contract-results.ts'
import { editTopic, readTopics } from '#core/surveys/contract-topics.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { Select, TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { resultWords } from '../results/words-results.ts'
import { topicRefusals, topicWords as words } from './words-topics.ts'
import './topics.css'

type Topics = OutputOf<typeof readTopics>
type Topic = Topics['topics'][number]

export function TopicsPage() {
  const { t, lang } = useWords()
  const id = useParams()['id'] ?? ''
  const results = useEndpoint(readResults, { id }, { keepPrevious: true })
  const title = results.data?.title
  return (
    <Room
      crumb={
        <Link className="k-link" to={paths.desk.survey(id)}>
          {t(resultWords.back)}
        </Link>
      }
      title={t(words.title)}
      {...(title === undefined ? {} : { sub: title[lang] || title.zh })}
    >
      {results.data ? (
        <Texts id={id} results={results.data} />
      ) : results.error ? (
        <Problem
          error={results.error}
          refusals={topicRefusals}
          onRetry={() => void results.refetch()}
        />
      ) : (
        <Loading what={t(words.fetching)} lines={6} />
      )}
    </Room>
  )
}

function Texts({ id, results }: { id: string; results: ResultsView }) {
  const { t, lang } = useWords()
  const [search, choose] = useChoices()
  const { texts, threshold } = results
  const wanted = search.get('question')
  const question = texts.find((each) => each.question === wanted) ?? texts[0]
  const topics = useEndpoint(
    readTopics,
    { id, question: question?.question ?? '' },
    { enabled: question !== undefined, keepPrevious: true },
  )
  if (question === undefined) return <Empty title={t(words.noTexts)} then={t(words.noTextsThen)} />
  return (
    <>
      {texts.length > 1 ? (
        <Chips label={t(words.which)}>
          {texts.map((each) => (
            <Chip
              key={each.question}
              on={each.question === question.question}
              onClick={() => choose({ question: each.question })}
            >
              {each.title[lang] || each.title.zh}
            </Chip>
          ))}
        </Chips>
      ) : (
        <p className="k-label">{question.title[lang] || question.title.zh}</p>
      )}
      {topics.error ? (
        <Problem
          error={topics.error}
          refusals={topicRefusals}
          onRetry={() => void topics.refetch()}
        />
      ) : topics.data ? (
        <Grouped id={id} topics={topics.data} threshold={threshold} />
      ) : (
        <Loading what={t(words.fetching)} lines={5} />
      )}
    </>
  )
}

type Act = { kind: 'rename' | 'join'; topic: Topic }
type GroupedProps = { id: string; topics: Topics; threshold: number }

function Grouped({ id, topics: { question, answered, rest, topics }, threshold }: GroupedProps) {
  const { t } = useWords()
  const [act, setAct] = useState<Act | null>(null)
  const edit = useCommand(editTopic, { refresh: [readTopics], onDone: () => setAct(null) })
  const shown = topics.filter(({ hidden }) => !hidden)
  const away = topics.filter(({ hidden }) => hidden)
  const change = (topic: string, to: { name?: string | null; into?: string; hidden?: boolean }) =>
    edit.mutate({ id, question, topic, name: null, into: null, hidden: false, ...to })
  const lineProps = { onAct: setAct, onChange: change, busy: edit.isPending }
  return (
    <>
      <div>
        <p className="top-lead">
          {answered === null
            ? t(words.leadFew, { threshold })
            : t(words.lead, { n: count(answered), topics: topics.length })}
        </p>
        <p className="k-compact top-how">{t(words.how, { threshold })}</p>
      </div>
      {edit.error && act === null && (
        <Notice tone="zhu" live>
          {t(wordsOfError(edit.error, topicRefusals))}
        </Notice>
      )}
      {topics.length === 0 && (
        <Empty title={t(words.none)} then={t(words.noneThen, { threshold })} />
      )}
      <div>
        <div className="top-list">
          {shown.map((topic) => (
            <TopicPart key={topic.topic} topic={topic} {...lineProps} />
          ))}
        </div>
        {topics.length > 0 && rest !== 0 && (
          <p className="k-note">
            {rest === null ? t(words.restFew) : t(words.rest, { n: count(rest) })}
          </p>
        )}
      </div>
      {away.length > 0 && (
        <section>
          <SectionHeading>{t(words.hiddenTitle)}</SectionHeading>
          {away.map((topic) => (
            <TopicPart key={topic.topic} topic={topic} {...lineProps} />
          ))}
        </section>
      )}
      {act?.kind === 'rename' && (
        <RenameDialog
          topic={act.topic}
          busy={edit.isPending}
          error={edit.error}
          onName={(name) => change(act.topic.topic, { name })}
          onClose={() => setAct(null)}
        />
      )}
      {act?.kind === 'join' && (
        <JoinDialog
          topic={act.topic}
          others={shown.filter(({ topic }) => topic !== act.topic.topic)}
          busy={edit.isPending}
          error={edit.error}
          onJoin={(into) => change(act.topic.topic, { into })}
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}

type PartProps = {
  topic: Topic
  busy: boolean
  onAct: (act: Act) => void
  onChange: (topic: string, to: { name?: string | null; hidden?: boolean }) => void
}

function TopicPart({ topic, busy, onAct, onChange }: PartProps) {
  const { t, lang } = useWords()
  const { name, answers, examples, hidden, joined } = topic
  return (
    <section className="top-topic">
      <SectionHeading
        end={answers === null ? t(words.few) : t(words.answers, { n: count(answers) })}
      >
        {name}
      </SectionHeading>
      {topic.words.join() !== name && (
        <p className="k-note">{t(words.words, { words: listed(topic.words.slice(0, 8), lang) })}</p>
      )}
      {!hidden && examples.length > 0 && (
        <ul className="top-examples" aria-label={t(words.examples)}>
          {examples.map((text) => (
            <li key={text}>“{text}”</li>
          ))}
        </ul>
      )}
      {!hidden && answers !== null && examples.length === 0 && (
        <p className="k-note">{t(words.noExamples)}</p>
      )}
      <Buttons>
        {!hidden && (
          <>
            <Button look="quiet" onClick={() => onAct({ kind: 'rename', topic })}>
              {t(words.rename)}
            </Button>
            <Button look="quiet" onClick={() => onAct({ kind: 'join', topic })}>
              {t(words.join)}
            </Button>
          </>
        )}
        <Button
          look="quiet"
          busy={busy}
          onClick={() => onChange(topic.topic, { name, hidden: !hidden })}
        >
          {t(hidden ? words.show : words.hide)}
        </Button>
        {joined.map((one) => (
          <Button key={one} look="quiet" busy={busy} onClick={() => onChange(one, {})}>
            {t(words.takeOut, { topic: one })}
          </Button>
        ))}
      </Buttons>
    </section>
  )
}

type DialogProps = { topic: Topic; busy: boolean; error: unknown; onClose: () => void }

function RenameDialog({ topic, onName, ...rest }: DialogProps & { onName: (to: string) => void }) {
  const { t } = useWords()
  const [name, setName] = useState(topic.name)
  const [tried, setTried] = useState(false)
  const missing = name.trim() === ''
  return (
    <AskDialog
      {...rest}
      title={t(words.renameTitle, { name: topic.name })}
      verb={t(words.keep)}
      missing={tried && missing ? [t(words.nameMissing)] : []}
      refusals={topicRefusals}
      onSubmit={() => {
        setTried(true)
        if (!missing) onName(name.trim())
      }}
    >
      <TextField
        label={t(words.name)}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </AskDialog>
  )
}

type JoinProps = DialogProps & { others: Topic[]; onJoin: (into: string) => void }

function JoinDialog({ topic, others, onJoin, ...rest }: JoinProps) {
  const { t } = useWords()
  const [into, setInto] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <AskDialog
      {...rest}
      title={t(words.joinTitle, { name: topic.name })}
      verb={t(words.join)}
      missing={tried && into === '' ? [t(words.joinMissing)] : []}
      refusals={topicRefusals}
      onSubmit={() => {
        setTried(true)
        if (into !== '') onJoin(into)
      }}
    >
      <Select
        label={t(words.joinTo)}
        value={into}
        onChange={(event) => setInto(event.target.value)}
        options={others.map((other) => ({ value: other.topic, label: other.name }))}
      />
    </AskDialog>
  )
}
