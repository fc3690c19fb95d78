// A list of the room that grows page by page, with its filters in the address.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Endpoint, InputOf, OutputOf } from '#core/kit/contract.ts'
import { useChoices } from '#web/kit/choices.ts'
import { call, type NoConnectionError, requestFor, type RefusalError } from '#web/kit/api.ts'

type Listed<E extends Endpoint> = OutputOf<E> & { items: unknown[]; next: string | null }

export function usePages<E extends Endpoint>(endpoint: E, filter: object, limit: number) {
  type Item = OutputOf<E> extends { items: (infer I)[] } ? I : never
  return useInfiniteQuery<
    Listed<E>,
    RefusalError | NoConnectionError,
    Item[],
    unknown[],
    string | undefined
  >({
    queryKey: [endpoint.name, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoint,
        {
          ...filter,
          limit,
          ...(pageParam === undefined ? {} : { after: pageParam }),
        } as InputOf<E>,
        signal,
      ) as Promise<Listed<E>>,
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items) as Item[],
  })
}

export function useFilter() {
  const [query, choose] = useChoices()
  return {
    get: (name: string): string | null => query.get(name),
    set: (name: string, value: string | null) => choose({ [name]: value }),
  }
}

/** The address of a list as a file, with the same filters. */
export const fileAddress = (list: Endpoint, filter: object, format: 'xlsx' | 'csv'): string =>
  requestFor({ ...list, path: `${list.path}/export` }, { ...filter, format }).url
