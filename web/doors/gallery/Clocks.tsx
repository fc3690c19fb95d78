import { Countdown, type CountdownFace } from '#web/kit/ui/Countdown.tsx'
import { Stamp, Status, Tier } from '#web/kit/ui/Status.tsx'
import { both, Exhibit, useSample } from './sample.tsx'

export const faces = {
  ok: {
    state: 'ok',
    words: both('剩 2 天 23 小时', '2 days 23 hours left'),
    fraction: 0.18,
    dueWords: both('充裕：圆饼，走了几成填几成', 'enough: a pie, filled by what has passed'),
  },
  soon: {
    state: 'soon',
    words: both('剩 41 分', '41 minutes left'),
    fraction: 0.83,
    dueWords: both('快到期：菱形，走过 80%', 'soon: a diamond, past 80 %'),
  },
  late: {
    state: 'late',
    words: both('超期 1 天 3 小时', '1 day 3 hours late'),
    fraction: 1,
    dueWords: both('已超期：三角', 'late: a triangle'),
  },
  paused: {
    state: 'paused',
    words: both('停表 · 等反映人补充', 'stopped · waiting for the reporter'),
    fraction: 0.44,
    dueWords: both('已暂停：双竖，虚线', 'stopped: two bars, dashed'),
  },
  done: {
    state: 'done',
    words: both('用 9 工作时 40 分', 'took 9 working hours 40 min'),
    fraction: 0.6,
    dueWords: both('已办完：圆勾', 'done: a disc with a check'),
  },
} satisfies Record<string, CountdownFace>

export function Clocks() {
  const w = useSample()
  return (
    <Exhibit
      title={w('倒计时', 'Countdown')}
      end={w(
        '居民、网格员、指挥中心看到的是同一个',
        'Resident, grid worker and centre see the same one',
      )}
    >
      <div className="g-clocks">
        {Object.values(faces).map((face) => (
          <Countdown key={face.state} face={face} size="text" />
        ))}
      </div>
    </Exhibit>
  )
}

export function States() {
  const w = useSample()
  return (
    <Exhibit
      title={w('状态', 'States')}
      end={w(
        '形、字、色三样都给，去掉颜色也读得懂',
        'Shape, word and colour: readable without the third',
      )}
    >
      <div className="g-statuses">
        <Status shape="ring">{w('待办', 'To do')}</Status>
        <Status shape="pie" fraction={0.4} tone="accent">
          {w('处置中', 'In hand')}
        </Status>
        <Status shape="diamond" tone="zhe">
          {w('快到期', 'Due soon')}
        </Status>
        <Status shape="triangle" tone="zhu">
          {w('已超期', 'Overdue')}
        </Status>
        <Status shape="bars">{w('停表', 'Stopped')}</Status>
        <Status shape="back" tone="zhe">
          {w('退回', 'Returned')}
        </Status>
        <Status shape="disc" tone="accent">
          {w('已闭环', 'Closed')}
        </Status>
        <span className="k-row k-tone-zhu">
          <Stamp />
          {w('急件', 'Urgent')}
        </span>
        <Tier>{w('镇街统办', 'street')}</Tier>
      </div>
    </Exhibit>
  )
}
