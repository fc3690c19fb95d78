// Server data lives in the query cache and nowhere else. Pages ask through these two hooks.
import {
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint, InputOf, OutputOf } from '#core/kit/contract.ts'
import { call, NoConnectionError, RefusalError } from './api.ts'
import { newCommandId, putAside, sendCommand } from './outbox.ts'
import { useOwner } from './owner.ts'

export function newQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // A session that has ended shows itself in any answer; asking who we are brings the sign-in page.
      onError: (error, query) => {
        const ended = error instanceof RefusalError && error.refusal === 'not_signed_in'
        if (ended && query.queryKey[0] !== 'readMe')
          void client.invalidateQueries({ queryKey: ['readMe'] })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always', // we say ourselves what a lost line means
        retry: (tries, error) => error instanceof NoConnectionError && tries < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

export function keyOf<E extends Endpoint>(endpoint: E, input?: Partial<InputOf<E>>): unknown[] {
  return input === undefined ? [endpoint.name] : [endpoint.name, input]
}

type QueryExtras = {
  enabled?: boolean
  refetchInterval?: number | false
  keepPrevious?: boolean
  staleTime?: number
}

/** `const queue = useEndpoint(listQueue, { queue: 'dispatch' })`. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  extras: QueryExtras = {},
) {
  const { keepPrevious, ...rest } = extras
  return useQuery<OutputOf<E>, RefusalError | NoConnectionError>({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, signal),
    ...(keepPrevious ? { placeholderData: (before: OutputOf<E> | undefined) => before } : {}),
    ...rest,
  } as Parameters<typeof useQuery<OutputOf<E>, RefusalError | NoConnectionError>>[0])
}

type PageOf<E extends Endpoint> = OutputOf<E> & { items: unknown[]; next: string | null }
type RowOf<E extends Endpoint> = PageOf<E>['items'][number]

export const rowsPerPage = 50

/** A list that grows page by page: `const staff = usePages(listStaff, { code })`; its rows are `staff.data`. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: Omit<InputOf<E>, 'after' | 'limit'>,
  extras: { enabled?: boolean } = {},
) {
  return useInfiniteQuery<
    PageOf<E>,
    RefusalError | NoConnectionError,
    RowOf<E>[],
    unknown[],
    string | undefined
  >({
    queryKey: [endpoint.name, 'pages', input],
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: rowsPerPage, ...(pageParam === undefined ? {} : { after: pageParam }) }
      return call(endpoint, { ...input, ...page } as unknown as InputOf<E>, signal) as Promise<
        PageOf<E>
      >
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items as RowOf<E>[]),
    placeholderData: (before) => before,
    ...extras,
  })
}

type CommandExtras<E extends Endpoint> = {
  /** Commands of one case go in order: its number, or its mark while it has none. */
  about?: string | null | ((commandId: string) => string)
  /** Names of the endpoints whose lists this act may change. */
  refresh?: Endpoint[]
  onDone?: (output: OutputOf<E>) => void
  /** Nobody answered: it waits in the outbox under this id. */
  onKept?: (commandId: string) => void
}
/** What waits on this device, for those who show it. */
export const waitingKey = ['waiting-commands']
type Act<E extends Endpoint> = Omit<InputOf<E>, 'commandId'>

/**
 * A command of a person. The id stays the same while the attempt is repeated and changes after an answer,
 * so that pressing twice on a bad line does it once.
 */
export function useCommand<E extends Endpoint>(endpoint: E, extras: CommandExtras<E> = {}) {
  const client = useQueryClient()
  const owner = useOwner()
  const pending = useRef<{ act: string; id: string } | null>(null)
  return useMutation<OutputOf<E>, RefusalError | NoConnectionError, Act<E>>({
    mutationFn: (act) => {
      const content = JSON.stringify(act)
      if (pending.current?.act !== content) pending.current = { act: content, id: newCommandId() }
      const { id } = pending.current
      const input = { ...act, commandId: id } as unknown as InputOf<E> & { commandId: string }
      const { about = null } = extras
      const queue = typeof about === 'function' ? about(id) : about
      return sendCommand(endpoint, input, { owner, about: queue })
    },
    onSuccess: async (output) => {
      pending.current = null
      extras.onDone?.(output)
      await Promise.all(
        (extras.refresh ?? []).map((one) => client.invalidateQueries({ queryKey: [one.name] })),
      )
    },
    onError: (error) => {
      if (error instanceof NoConnectionError) {
        void client.invalidateQueries({ queryKey: waitingKey })
        if (pending.current) extras.onKept?.(pending.current.id)
      }
      if (!(error instanceof RefusalError)) return
      if (pending.current) void putAside(pending.current.id) // its author reads the refusal right here
      pending.current = null
    },
  })
}
