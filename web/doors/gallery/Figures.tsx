import { useState } from 'react'
import type { Words } from '#core/kit/words.ts'
import { paths } from '#web/kit/paths.ts'
import { AreaMap, type MapArea } from '#web/kit/ui/AreaMap.tsx'
import { Bars, Outcomes } from '#web/kit/ui/Bars.tsx'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { type QueueItem, QueueList, QueueRow } from '#web/kit/ui/QueueRow.tsx'
import { Squares } from '#web/kit/ui/Squares.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { faces } from './Clocks.tsx'
import { type Both, both, Exhibit, useSample } from './sample.tsx'

const past = [61, 63, 62, 66, 64, 67, 66, 68, 70, 69, 72, 74]

export function FigureBlocks() {
  const w = useSample()
  const definition = {
    sentence: w(
      '应当办结的件里，按期办结的有多少。',
      'Of what had to be finished, how much was finished in time.',
    ),
    formula: w('按期办结 ∕ 应办结', 'in time ∕ due'),
    leftOut: w(
      '停表的时间不算；重开的件要退出来。',
      'Stopped time does not count; reopened matters are taken back out.',
    ),
    version: w('第 3 版，2026 年 3 月 1 日起', 'Version 3, from 1 March 2026'),
    owner: w('区治理中心', 'District centre'),
    to: paths.desk.queue('overdue'),
  }
  return (
    <div className="g-figures k-columns">
      <FigureBlock
        name={w('按期办结率', 'Finished in time')}
        value="93.4"
        unit="%"
        fraction={w('662 ∕ 709 件应结', '662 ∕ 709 due')}
        past={w('去年同期 91.9%', 'a year ago 91.9%')}
        points={past}
        definition={definition}
      />
      <FigureBlock
        name={w('中位处置时长', 'Median handling')}
        value={w('8时40分', '8 h 40 min')}
        fraction={w('668 件办结；九成在 2 天 6 时内', '668 closed; nine in ten within 2 d 6 h')}
        past={w('去年同期 10时15分', 'a year ago 10 h 15 min')}
        points={past.map((p) => -p)}
        definition={definition}
      />
      <FigureBlock
        name={w('重开率', 'Reopened')}
        value="1.8"
        unit="%"
        fraction={w('12 ∕ 668 件办结', '12 ∕ 668 closed')}
        past={w('去年同期 2.6%', 'a year ago 2.6%')}
        points={[3, 4, 4, 3, 3, 2, 3, 2, 2, 2, 2, 2]}
        definition={definition}
      />
    </div>
  )
}

/** A made-up district of crooked cells, only to show the map. */
function cells(): MapArea[] {
  const counts = [5, 0, 2, 3, 4, 1, 0, 5, 1, 2, 3, null, 2, 4, 1, 0, 3, 1, 2, 6]
  const at = (i: number, j: number) =>
    [
      106.55 + i * 0.012 + Math.sin(i * 2.1 + j * 1.7) * 0.003,
      29.5 + j * 0.01 + Math.cos(i * 1.3 + j * 2.3) * 0.0026,
    ] as const
  return counts.map((count, n) => {
    const i = n % 5
    const j = Math.floor(n / 5)
    return {
      code: String(n + 1).padStart(2, '0'),
      name: `第 ${n + 1} 网格`,
      count,
      rings: [[at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1), at(i, j)]],
    }
  })
}

const someCells = cells()

export function Maps() {
  const w = useSample()
  const [selected, setSelected] = useState<string | null>('08')
  return (
    <Exhibit
      title={w('在办 45 件，在哪些网格', '45 in hand, in which grids')}
      end={w('件 ∕ 网格', 'matters ∕ grid')}
    >
      <Breadcrumb
        steps={[
          { label: w('重庆市', 'Chongqing'), to: paths.desk.cockpit('5001') },
          { label: w('南岸区', "Nan'an"), to: paths.desk.cockpit('500108') },
        ]}
        here={w('弹子石街道', 'Danzishi')}
      >
        <Popover label={w('9 个社区 ▾', '9 communities ▾')}>
          {w('石桥、裕华街、弹新街、王家沱', 'Shiqiao, Yuhuajie, Danxinjie, Wangjiatuo')}
        </Popover>
      </Breadcrumb>
      <AreaMap
        label={w('在办 45 件，第 20 网格最多', '45 in hand, most in grid 20')}
        areas={someCells}
        selected={selected}
        onSelect={setSelected}
        write="counts"
        heightMax={360}
        basis={w('界线为示意 · 点开看下一级', 'Boundaries are schematic')}
      />
    </Exhibit>
  )
}

export function Tables() {
  return (
    <>
      <ByCommunity />
      <Overdue />
      <LastWord />
    </>
  )
}

function ByCommunity() {
  const w = useSample()
  const rows = [
    { code: '001', name: w('石桥', 'Shiqiao'), open: 14, late: 2, filed: 104 },
    { code: '002', name: w('裕华街', 'Yuhuajie'), open: 11, late: 1, filed: 88 },
    { code: '006', name: w('群慧村', 'Qunhuicun'), open: 15, late: 2, filed: 118 },
    { code: '009', name: w('大佛寺', 'Dafosi'), open: 7, late: 0, filed: 55 },
  ]
  return (
    <Exhibit
      title={w('按社区', 'By community')}
      end={w('按区划代码排列，不排名', 'in the order of codes, no ranking')}
    >
      <Table
        caption={w('各社区在办、超期与立案件数', 'Open, overdue and filed by community')}
        rows={rows}
        rowKey={(row) => row.code}
        selected="006"
        onChoose={() => undefined}
        columns={[
          { key: 'name', head: w('社区', 'Community'), cell: (row) => row.name },
          { key: 'open', head: w('在办', 'Open'), figure: true, cell: (row) => row.open },
          {
            key: 'late',
            head: w('超期', 'Late'),
            figure: true,
            cell: (row) => (row.late === 0 ? '–' : <span className="k-zhu">{row.late}</span>),
          },
          {
            key: 'filed',
            head: w('近 30 日立案', 'Filed, 30 days'),
            figure: true,
            cell: (row) => row.filed,
          },
        ]}
        total={[w('合计', 'Total'), 47, 5, 365]}
      />
    </Exhibit>
  )
}

function Overdue() {
  const w = useSample()
  return (
    <Exhibit title={w('超期未结 11 件', '11 overdue')} end={w('一格一件', 'one piece, one square')}>
      <Squares
        rows={[
          { key: 'a', label: w('1–3 天', '1–3 days'), count: 6, shade: 1 },
          { key: 'b', label: w('4–7 天', '4–7 days'), count: 3, shade: 2 },
          { key: 'c', label: w('8–30 天', '8–30 days'), count: 2, shade: 3 },
          { key: 'd', label: w('30 天以上', 'over 30'), count: 0, shade: 4 },
        ]}
      />
    </Exhibit>
  )
}

function LastWord() {
  const w = useSample()
  return (
    <Exhibit title={w('居民最后说了算', 'Residents have the last word')}>
      <Outcomes
        counts={{ agreed: 438, silent: 47, refused: 22 }}
        words={{
          agreed: w('认可 86.4%', 'agreed 86.4%'),
          silent: w('未回应', 'no answer'),
          refused: w('不认可', 'not agreed'),
        }}
      />
      <div className="g-gap">
        <Bars
          label={w('来源', 'Sources')}
          bars={[
            { key: 'r', label: w('网格员巡查', 'Rounds'), value: 96 },
            { key: 'c', label: w('居民反映', 'Residents'), value: 61 },
            { key: 'h', label: w('12345 转办', '12345'), value: 43 },
            { key: 'd', label: w('设备告警', 'Devices'), value: 14 },
          ]}
        />
      </div>
    </Exhibit>
  )
}

export function Queue() {
  const w = useSample()
  return (
    <Exhibit
      title={w('队列', 'Queue')}
      end={w('急件永远在最前，其余按到期先后', 'Urgent first, the rest by when it is due')}
    >
      <QueueList
        label={w('待派遣', 'To dispatch')}
        heads={[
          w('事由与地点', 'Matter and place'),
          w('类别 · 来源', 'Kind · source'),
          w('办到哪一级', 'Level'),
          w('还剩多少时间', 'Time left'),
        ]}
      >
        {sampleItems(w).map((item) => (
          <QueueRow key={item.key} item={item} selected={item.key === '2'} />
        ))}
      </QueueList>
    </Exhibit>
  )
}

function sampleItems(w: Both): QueueItem[] {
  const gas = w('燃气味，楼道里能闻到，三楼以上更重', 'Smell of gas in the stairwell')
  const water = w('裕华街二巷路面积水，没过脚背', 'Water over the feet in Yuhuajie Lane 2')
  const cable = w('架空线垂落，离人行道不到两米', 'A cable hangs low over the pavement')
  const smoke = w('烧烤摊油烟和说话声，十点后还在', 'Smoke and noise from the barbecue stall')
  const due = (words: Words, fraction: number, dueWords: Words) => ({
    ...faces.ok,
    words,
    fraction,
    dueWords,
  })
  return [
    {
      ...sampleItem(w, '1', [gas, w('王家沱 · 第 3 网格', 'Wangjiatuo · grid 3')]),
      urgent: true,
      countdown: due(both('剩 58 分', '58 minutes left'), 0.03, both('22:38 到期', 'due 22:38')),
    },
    sampleItem(w, '2', [water, w('裕华街 · 第 3 网格', 'Yuhuajie · grid 3')]),
    {
      ...sampleItem(w, '3', [cable, w('石桥 · 第 1 网格', 'Shiqiao · grid 1')]),
      remark: w('电信岗：不是本单位的线', 'Telecom: not our cable'),
      shape: { name: 'back', tone: 'zhe', word: w('被退回', 'returned') },
      countdown: { ...faces.soon, dueWords: both('22:21 到期', 'due 22:21') },
    },
    {
      ...sampleItem(w, '4', [smoke, w('弹新街 · 第 4 网格', 'Danxinjie · grid 4')]),
      countdown: { ...faces.late, dueWords: both('昨天 18:00 到期', 'due yesterday 18:00') },
    },
  ]
}

function sampleItem(w: Both, key: string, [title, place]: [string, string]): QueueItem {
  return {
    key,
    title,
    place,
    category: w('路面积水', 'Water'),
    source: w('居民', 'Resident'),
    tier: w('镇街统办', 'Street'),
    urgent: false,
    shape: { name: 'ring', tone: 'mute', word: w('待派遣', 'to dispatch') },
    countdown: {
      ...faces.ok,
      words: both('剩 4 工作时', '4 working hours left'),
      fraction: 0.02,
      dueWords: both('明天 12:00 到期', 'due tomorrow 12:00'),
    },
    to: paths.desk.case('500108006002-26-02871'),
  }
}
