// Below a list that grows page by page: the next page, or that this was all. And its count, as far as it is known.
import { rowsPerPage } from '../queries.ts'
import { Pager } from './Pager.tsx'

type Pages = {
  data: readonly unknown[] | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

export function MorePages({ list }: { list: Pages }) {
  if (!list.hasNextPage) return null
  return (
    <Pager
      rows
      shown={list.data?.length ?? 0}
      step={rowsPerPage}
      more
      busy={list.isFetchingNextPage}
      onMore={() => void list.fetchNextPage()}
    />
  )
}

/** 50＋ while more are to come. */
export const countOf = (list: Pages): string =>
  `${list.data?.length ?? 0}${list.hasNextPage ? '＋' : ''}`
