// The board from behind: everything that hangs, hung or will hang, and the acts of its keeper.
import { useState } from 'react'
import { useParams } from 'react-router'
import { standsOn } from '#core/notices/board.ts'
import { type BoardPostView, listBoardDesk } from '#core/notices/contract-board.ts'
import { boardCategoryWords, boardRefusals, boardWords } from '#core/notices/words-board.ts'
import { readArea } from '#core/places/contract.ts'
import { roles } from '#core/people/roles.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useToday, useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint, usePages } from '#web/kit/queries.ts'
import { Button, Buttons, ButtonLink } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { useMe } from '#web/people/me.ts'
import { useBoardText } from '../board-text.ts'
import { BoardForm } from './BoardForm.tsx'
import { TraceDialog, WithdrawForm } from './board-dialogs.tsx'
import { deskBoardWords as words } from './words-desk-board.ts'
import './desk-board.css'

export type Board = { code: string; grids: { code: string; name: string }[] }
type Form = { form: 'write' | 'withdraw' | 'trace'; post: BoardPostView | null }

/** In the address, else the first area whose board one keeps. */
function useBoardArea(): string | null {
  const { code } = useParams()
  const me = useMe().data
  const kept = me?.grants.find((grant) => roles[grant.role].rights.includes('keepBoard'))
  return code ?? kept?.areaCode ?? me?.grants[0]?.areaCode ?? null
}

export function DeskBoardPage() {
  const { t, lang } = useWords()
  const code = useBoardArea()
  const area = useEndpoint(readArea, { code: code ?? '' }, { enabled: code !== null })
  if (area.error && !area.data)
    return (
      <Problem error={area.error} refusals={boardRefusals} onRetry={() => void area.refetch()} />
    )
  if (!area.data) return <Loading what={t(words.fetching)} />
  const { children, level } = area.data
  const name = lang === 'en' ? (area.data.nameEn ?? area.data.name) : area.data.name
  if (level !== 'community') return <ChooseCommunity name={name} below={children} />
  return (
    <OneBoard key={area.data.code} board={{ code: area.data.code, grids: children }} name={name} />
  )
}

/** A street has no board of its own: it may write on those of its communities. */
function ChooseCommunity({ name, below }: { name: string; below: Board['grids'] }) {
  const { t } = useWords()
  return (
    <div className="k-stack desk-board">
      <PageHeading title={t(boardWords.titleOf, { name })} sub={t(words.streetHint)} />
      <Buttons>
        {below.map((each) => (
          <ButtonLink key={each.code} to={paths.desk.board(each.code)}>
            {each.name}
          </ButtonLink>
        ))}
      </Buttons>
    </div>
  )
}

function OneBoard({ board, name }: { board: Board; name: string }) {
  const { t } = useWords()
  const [form, open] = useState<Form | null>(null)
  const list = usePages(listBoardDesk, { code: board.code })
  const onClose = () => open(null)
  const { error } = list
  if (error instanceof RefusalError && error.refusal === 'not_yours')
    return <NoPermission because={t(words.notYours)} />
  return (
    <div className="k-stack desk-board">
      <PageHeading title={t(boardWords.titleOf, { name })} sub={t(words.sub)}>
        <Button look="pri" onClick={() => open({ form: 'write', post: null })}>
          {t(words.add)}
        </Button>
      </PageHeading>
      {error && !list.data ? (
        <Problem error={error} refusals={boardRefusals} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading what={t(words.fetching)} />
      ) : list.data.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <>
          <Posts board={board} name={name} items={list.data} open={open} />
          <MorePages list={list} />
        </>
      )}
      {form?.form === 'write' && <BoardForm board={board} known={form.post} onClose={onClose} />}
      {form?.form === 'withdraw' && form.post !== null && (
        <WithdrawForm code={board.code} post={form.post} onClose={onClose} />
      )}
      {form?.form === 'trace' && form.post !== null && (
        <TraceDialog code={board.code} post={form.post} onClose={onClose} />
      )}
    </div>
  )
}

const shapes = { planned: 'ring', shown: 'disc', past: 'back', taken: 'cross' } as const

type PostsProps = {
  board: Board
  name: string
  items: readonly BoardPostView[]
  open: (form: Form) => void
}

function Posts({ board, name, items, open }: PostsProps) {
  const { t } = useWords()
  const text = useBoardText()
  const today = useToday()
  const columns: Column<BoardPostView>[] = [
    {
      key: 'what',
      head: t(words.what),
      width: '38%',
      cell: (post) => (
        <>
          <b>{post.title}</b>
          <span className="k-note desk-board-under">
            {[t(boardCategoryWords[post.category]), post.grid?.name.zh].filter(Boolean).join(' · ')}
          </span>
          {post.changedWhy !== null && (
            <span className="k-note desk-board-under">{text.changed(post)}</span>
          )}
        </>
      ),
    },
    { key: 'days', head: t(words.days), cell: (post) => text.days(post) },
    {
      key: 'state',
      head: t(words.state),
      cell: (post) => {
        const stands = standsOn({ ...post, withdrawn: post.withdrawnAt !== null }, today)
        return <Status shape={shapes[stands]}>{t(words[stands])}</Status>
      },
    },
    {
      key: 'acts',
      head: t(words.acts),
      cell: (post) => <Acts code={board.code} post={post} open={open} />,
    },
  ]
  return (
    <Table
      caption={t(boardWords.titleOf, { name })}
      columns={columns}
      rows={[...items]}
      rowKey={(post) => post.id}
    />
  )
}

type ActsProps = { code: string; post: BoardPostView; open: (form: Form) => void }

function Acts({ code, post, open }: ActsProps) {
  const { t, lang } = useWords()
  const hangs = post.withdrawnAt === null
  return (
    <Buttons>
      {hangs && (
        <>
          <Button look="quiet" onClick={() => open({ form: 'write', post })}>
            {t(words.correct)}
          </Button>
          <Button look="quiet" onClick={() => open({ form: 'withdraw', post })}>
            {t(words.withdraw)}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={() => open({ form: 'trace', post })}>
        {t(words.trace)}
      </Button>
      {hangs && (
        <>
          <a className="k-link" href={files.boardSheet(code, post.id, { paper: 'A4', lang })}>
            {t(words.a4)}
          </a>
          <a className="k-link" href={files.boardSheet(code, post.id, { paper: 'A3', lang })}>
            {t(words.a3)}
          </a>
        </>
      )}
    </Buttons>
  )
}
