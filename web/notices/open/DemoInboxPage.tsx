// 演示收件箱: what the demo world would have sent, newest first. Anywhere else it says that there is none.
import { type DemoMessage, readDemoInbox } from '#core/notices/contract-demo.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { usePages } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { demoWords } from './words-demo.ts'
import './demo-inbox.css'

export function DemoInboxPage() {
  const { t } = useWords()
  const list = usePages(readDemoInbox, {})
  const nowhere = list.error instanceof RefusalError && list.error.refusal === 'not_the_demo'
  return (
    <OpenPage title={t(demoWords.title)} up={paths.open.home()} aloud={() => t(demoWords.lead)}>
      {nowhere ? (
        <Part>
          <Empty title={t(demoWords.notHere)} then={t(demoWords.notHereThen)} />
        </Part>
      ) : (
        <Part>
          <p className="k-compact k-sub open-find-lead">{t(demoWords.lead)}</p>
          <div className="open-send">
            <Button busy={list.isFetching} onClick={() => void list.refetch()}>
              {t(demoWords.again)}
            </Button>
          </div>
          <Messages list={list} />
        </Part>
      )}
    </OpenPage>
  )
}

function Messages({ list }: { list: ReturnType<typeof usePages<typeof readDemoInbox>> }) {
  const { t } = useWords()
  const items = list.data
  if (items === undefined)
    return list.error ? (
      <Problem error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <Loading lines={4} />
    )
  if (items.length === 0) return <Empty title={t(demoWords.none)} then={t(demoWords.noneThen)} />
  return (
    <>
      <ol className="demo-inbox">
        {items.map((message) => (
          <li key={message.id}>
            <One message={message} />
          </li>
        ))}
      </ol>
      <MorePages list={list} />
    </>
  )
}

const address = /(https?:\/\/[^\s，。）)]+)/

function One({ message }: { message: DemoMessage }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <>
      <p className="k-note">
        {t(demoWords[message.channel])} · {t(demoWords.to, { to: message.to })} ·{' '}
        {times.dayTime(message.at)}
      </p>
      {message.subject !== null && <b>{message.subject}</b>}
      <p className="demo-inbox-text">
        {message.text.split(address).map((part, i) =>
          address.test(part) ? (
            <a key={i} className="k-link" href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </>
  )
}
