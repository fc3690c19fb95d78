// Orders of the hotline at the street's desk: look them through, take a file in, take out what became of them.
import { useChoices } from '#web/kit/choices.ts'
import { useWords } from '#web/kit/language.ts'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { Loading, NoPermission } from '#web/kit/ui/States.tsx'
import { useMe } from '#web/people/me.ts'
import { ordersDeskOf } from '#web/people/orders-desk.ts'
import { OrderAnswers } from './OrderAnswers.tsx'
import { OrderImport } from './OrderImport.tsx'
import { OrderList } from './OrderList.tsx'
import { orderWords as words } from './words-orders-page.ts'
import './orders.css'

const views = ['list', 'in', 'out'] as const
/** Another view begins without what was looked for in the list. */
const afresh = { state: null, number: null }
const names = { list: words.list, in: words.bring, out: words.answer }

export function OrdersPage() {
  const { t } = useWords()
  const me = useMe().data
  const [search, choose] = useChoices()
  const view = views.find((key) => key === search.get('view')) ?? 'list'
  if (me === undefined) return <Loading />
  const desk = ordersDeskOf(me)
  if (desk === null)
    return <NoPermission title={t(words.notHere)} because={t(words.notHereBecause)} />
  return (
    <Room
      title={t(words.title)}
      sub={`${t(desk.areaName)} · ${t(words.sub)}`}
      tools={
        <Segmented
          label={t(words.views)}
          options={views.map((key) => ({ value: key, label: t(names[key]) }))}
          value={view}
          onChange={(to) => choose({ ...afresh, view: to === 'list' ? null : to }, { push: true })}
        />
      }
    >
      {view === 'list' && (
        <OrderList
          code={desk.areaCode}
          onBring={() => choose({ ...afresh, view: 'in' }, { push: true })}
        />
      )}
      {view === 'in' && <OrderImport code={desk.areaCode} />}
      {view === 'out' && <OrderAnswers code={desk.areaCode} />}
    </Room>
  )
}
