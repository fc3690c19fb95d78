// A list that grows page by page and keeps itself fresh. What came since is said in sum; the row being read stays.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type CaseRow, listCases } from '#core/cases/contract.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { call, type NoConnectionError, type RefusalError } from '#web/kit/api.ts'

export type CaseFilter = Omit<InputOf<typeof listCases>, 'after'>

export const pageSize = 50

export function useList(filter: CaseFilter, freshEveryMs: number) {
  const query = useInfiniteQuery<
    { items: CaseRow[]; next: string | null },
    RefusalError | NoConnectionError,
    CaseRow[],
    unknown[],
    string | undefined
  >({
    queryKey: [listCases.name, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listCases,
        { ...filter, limit: pageSize, ...(pageParam === undefined ? {} : { after: pageParam }) },
        signal,
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => oncePerNumber(data.pages.flatMap((page) => page.items)),
    refetchInterval: freshEveryMs,
  })
  return query
}

/** A row that moved between two pages while they were fetched stands once. */
function oncePerNumber(rows: CaseRow[]): CaseRow[] {
  return [...new Map(rows.map((row) => [row.number, row])).values()]
}

/** Numbers that were not there when the reader last looked; a list just opened has none. */
export function useFresh(rows: CaseRow[] | undefined, list: string) {
  const known = useRef<{ list: string; numbers: Set<string> } | null>(null)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (rows === undefined) return
    const before = known.current
    const numbers = new Set(rows.map((row) => row.number))
    if (before === null || before.list !== list || before.numbers.size === 0) {
      known.current = { list, numbers }
      setFresh(new Set())
      return
    }
    const news = [...numbers].filter((number) => !before.numbers.has(number))
    known.current = { list, numbers: new Set([...before.numbers, ...numbers]) }
    if (news.length > 0) setFresh((was) => new Set([...was, ...news]))
  }, [rows, list])
  return { fresh, seen: () => setFresh(new Set()) }
}
