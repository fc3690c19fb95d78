// Taken along before the signal is gone: every task in hand is read once while there is a line, so that it opens on a
// stairwell without one, with the kinds, the templates and the map of the grids. Reading is not opening: nothing is signed
// for by it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type CaseRow, type CaseView, getCase } from '#core/cases/contract.ts'
import { listTemplates } from '#core/cases/contract-templates.ts'
import { readDutyDesk } from '#core/people/contract-desk.ts'
import { listCategories, readAreaMap } from '#core/places/contract.ts'
import { call } from '#web/kit/api.ts'
import { templatesAlong } from '../forms/templates-along.ts'
import { communityOf, useMyArea } from './my-grid.ts'

/** As many as a person can have before them in a day. */
const casesMax = 30

export function useTakenAlong(rows: CaseRow[] | undefined, readAt: number): void {
  const client = useQueryClient()
  const area = useMyArea()
  useEffect(() => {
    if (rows === undefined) return
    const taking = new AbortController()
    const fetchCase = async ({ number, version }: CaseRow) => {
      const key = [getCase.name, { number }]
      if (client.getQueryData<CaseView>(key)?.version === version) return
      await client.fetchQuery({
        queryKey: key,
        queryFn: () => call(getCase, { number }),
        retry: false,
      })
    }
    void oneByOne(
      rows.slice(0, casesMax).map((row) => () => fetchCase(row)),
      taking.signal,
    )
    return () => taking.abort()
  }, [rows, readAt, client])
  useEffect(() => {
    if (area === null) return
    const staleTime = dayMs
    const kinds = { area: area.code }
    void client.prefetchQuery({
      queryKey: [listCategories.name, kinds],
      queryFn: () => call(listCategories, kinds),
      staleTime,
    })
    const said = templatesAlong(area.code)
    void client.prefetchQuery({
      queryKey: [listTemplates.name, said],
      queryFn: () => call(listTemplates, said),
      staleTime,
    })
    const desk = { code: communityOf(area) }
    void client.prefetchQuery({
      queryKey: [readDutyDesk.name, desk],
      queryFn: () => call(readDutyDesk, desk),
      staleTime,
    })
    const map = { code: communityOf(area), level: 'grid' as const }
    void client.prefetchQuery({
      queryKey: [readAreaMap.name, map],
      queryFn: () => call(readAreaMap, map),
      staleTime,
    })
  }, [area, client])
}

const dayMs = 86_400_000

/** Slowly, and no further once a line is lost: the next look at the list goes on where this one ended. */
async function oneByOne(reads: readonly (() => Promise<void>)[], signal: AbortSignal) {
  for (const read of reads) {
    if (signal.aborted) return
    try {
      await read()
    } catch {
      return // Not there, or no line: the page itself says so when it is opened.
    }
  }
}
