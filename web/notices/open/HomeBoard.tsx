// The newest three notices on the community's page; a board without any takes no room there.
import { Link } from 'react-router'
import { listBoard } from '#core/notices/contract-board.ts'
import { boardWords } from '#core/notices/words-board.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { BoardRows } from './BoardRows.tsx'
import { boardPageWords as words } from './words-board-page.ts'

export function HomeBoard({ code }: { code: string }) {
  const { t } = useWords()
  const items = useEndpoint(listBoard, { code, limit: 3 }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Part>
      <SectionHeading
        end={
          <Link className="k-link open-inline" to={paths.open.board(code)}>
            {t(words.all)}
          </Link>
        }
      >
        {t(boardWords.title)}
      </SectionHeading>
      <BoardRows code={code} items={items} />
    </Part>
  )
}
