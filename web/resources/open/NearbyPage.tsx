// 身边有什么: what lies near, by kind, with hours and telephone. How far is said with what the number leaves out.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { OutputOf } from '#core/kit/contract.ts'
import { readArea } from '#core/places/contract.ts'
import { listNearby } from '#core/resources/contract.ts'
import type { ReachedView } from '#core/resources/contract-parts.ts'
import { resourceRefusals } from '#core/resources/words-requests.ts'
import { useChoices } from '#web/kit/choices.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { call } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { count, listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { telephone } from '#web/kit/ui/Ways.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { KindMark } from '../KindMark.tsx'
import { ResourceMap } from '../ResourceMap.tsx'
import { nearbyWords as words } from '../words-desk.ts'
import '../resources.css'

type Page = OutputOf<typeof listNearby>

function useNearby(code: string, kind: string | null, limit: number) {
  return useInfiniteQuery({
    queryKey: [listNearby.name, code, kind, limit],
    queryFn: ({ pageParam, signal }) =>
      call(
        listNearby,
        {
          area: code,
          limit,
          ...(kind !== null && { kind }),
          ...(pageParam !== null && { after: pageParam }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => last.next,
  })
}

export function NearbyPage() {
  const { t, lang } = useWords()
  const { code = '' } = useParams()
  const { elder } = useSettings()
  const [query, change] = useChoices()
  const kind = query.get('kind')
  const list = useNearby(code, kind, elder === null ? 20 : 5)
  const area = useEndpoint(readArea, { code }).data
  const name = area ? (lang === 'en' ? (area.nameEn ?? area.name) : area.name) : ''
  const first = list.data?.pages[0]
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const choose = (next: string | null) => change({ kind: next, at: null })
  return (
    <OpenPage
      title={t(words.title)}
      up={paths.open.community(code)}
      aloud={() =>
        [first ? t(first.limits) : '', ...items.slice(0, 8).map((item) => spoken(item, t))].join(
          '。',
        )
      }
    >
      <Part>
        {list.error && !first ? (
          <Problem
            error={list.error}
            refusals={resourceRefusals}
            onRetry={() => void list.refetch()}
          />
        ) : !first ? (
          <Loading lines={6} />
        ) : (
          <>
            <Lead page={first} name={name} />
            <Kinds page={first} kind={kind} choose={choose} />
            <Places page={first} items={items} />
            {list.hasNextPage ? (
              <div className="open-send">
                <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t(words.more)}
                </Button>
              </div>
            ) : (
              items.length > 0 && <p className="k-note open-end">{t(words.thatsAll)}</p>
            )}
          </>
        )}
      </Part>
      {first?.origin && elder === null && (
        <Part>
          <h2 className="open-question">{t(words.map)}</h2>
          <ResourceMap
            code={code}
            label={t(words.map)}
            items={items.map((item) => ({ ...item, name: nameOf(item, lang) }))}
            chosen={query.get('at')}
            onChoose={(at) => change({ at })}
            reach={{ ...first.origin, metres: first.metres }}
          />
        </Part>
      )}
      <Part tone="raised">
        <AreaWaysRow code={code} onlineLabel={t(words.wrong)} />
      </Part>
    </OpenPage>
  )
}

const nameOf = (item: ReachedView, lang: 'zh' | 'en') =>
  lang === 'en' ? (item.nameEn ?? item.name) : item.name

type Say = ReturnType<typeof useWords>['t']

const spoken = (item: ReachedView, t: Say): string =>
  [
    item.name,
    t(words.metres, { n: item.distanceMetres }),
    item.hours === null ? '' : t(item.hours),
    item.phone ?? '',
  ]
    .filter((part) => part !== '')
    .join('，')

/** How many, from where, and what a straight line does not know. */
function Lead({ page, name }: { page: Page; name: string }) {
  const { t } = useWords()
  if (page.origin === null) return <p className="k-compact k-sub">{t(words.noPlace)}</p>
  const from =
    page.origin.from === 'centre' && page.origin.name !== null
      ? t(words.fromCentre, { centre: page.origin.name })
      : t(words.fromOutline)
  return (
    <div className="k-stack">
      <p>
        {t(words.lead, {
          name,
          km: page.metres / 1000,
          n: count(page.kinds.reduce((n, each) => n + each.n, 0)),
        })}
        {from}
      </p>
      <p className="k-compact k-sub">{t(page.limits)}</p>
    </div>
  )
}

type KindsProps = { page: Page; kind: string | null; choose: (kind: string | null) => void }

function Kinds({ page, kind, choose }: KindsProps) {
  const { t } = useWords()
  const { elder } = useSettings()
  if (elder !== null)
    return (
      <Select
        label={t(words.what)}
        empty={t(words.all)}
        value={kind ?? ''}
        onChange={(event) => choose(event.target.value || null)}
        options={page.kinds.map((each) => ({
          value: each.kind.code,
          label: `${t(each.kind.words)} ${each.n}`,
        }))}
      />
    )
  return (
    <div className="res-near-kinds">
      <Chips label={t(words.what)}>
        <Chip on={kind === null} onClick={() => choose(null)}>
          {t(words.all)}
        </Chip>
        {page.kinds.map((each) => (
          <Chip
            key={each.kind.code}
            on={kind === each.kind.code}
            onClick={() => choose(each.kind.code)}
          >
            {t(each.kind.words)} {each.n}
          </Chip>
        ))}
      </Chips>
    </div>
  )
}

function Places({ page, items }: { page: Page; items: ReachedView[] }) {
  const { t } = useWords()
  if (items.length === 0 && page.origin !== null)
    return <Empty title={t(words.none)} then={t(words.noneThen)} />
  return (
    <ul className="res-near">
      {items.map((item) => (
        <Near key={item.id} item={item} />
      ))}
    </ul>
  )
}

function Near({ item }: { item: ReachedView }) {
  const { t, lang } = useWords()
  return (
    <li>
      <div className="res-near-head">
        <span className="res-name">
          <KindMark kind={item.kind} size={28} />
          <b>{nameOf(item, lang)}</b>
        </span>
        <span className="k-note">{t(words.metres, { n: count(item.distanceMetres) })}</span>
      </div>
      {item.hours !== null && (
        <p>
          {t(item.hours)}
          {item.openNow !== null && (
            <span className="k-note"> · {t(item.openNow ? words.openNow : words.shut)}</span>
          )}
        </p>
      )}
      {item.offers.length > 0 && (
        <p className="k-compact">
          {t(words.offers, {
            what: listed(
              item.offers.map(({ what, often }) => (often === null ? what : `${what}（${often}）`)),
              lang,
            ),
          })}
        </p>
      )}
      {item.address !== null && <p className="k-note">{item.address}</p>}
      {item.phone !== null && (
        <p>
          <a className="k-link res-near-phone" href={telephone(item.phone)}>
            <Icon name="phone" size={20} />
            {item.phone}
            {item.counter !== null && ` · ${item.counter}`}
          </a>
        </p>
      )}
    </li>
  )
}
