// 构件样张: every building block in one place, in the theme, language and density of the moment. Look here before building.
import { NoConnectionError } from '#web/kit/api.ts'
import { paths } from '#web/kit/paths.ts'
import { Icon, type IconName } from '#web/kit/ui/Icon.tsx'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Hidden, Loading, NoPermission, Offline, Problem } from '#web/kit/ui/States.tsx'
import { Ways } from '#web/kit/ui/Ways.tsx'
import { Clocks, States } from './Clocks.tsx'
import { Colours, Letters } from './Colours.tsx'
import { ButtonsAndReasons, Fields, MovesAndPhotos } from './Controls.tsx'
import { FigureBlocks, Maps, Queue, Tables } from './Figures.tsx'
import { Exhibit, useSample } from './sample.tsx'
import { Ladders, Story } from './Story.tsx'
import './gallery.css'

const icons: IconName[] = [
  'phone',
  'mobile',
  'counter',
  'camera',
  'album',
  'microphone',
  'speaker',
  'printer',
  'lock',
  'search',
  'left',
  'right',
  'up',
  'down',
  'pencil',
  'pin',
  'cloud',
  'list',
  'map',
  'eye',
  'calendar',
  'plus',
  'cross',
  'check',
  'paper',
  'door',
  'person',
  'download',
]

const lost = new NoConnectionError('sample')

export function ComponentsPage() {
  const w = useSample()
  return (
    <>
      <div className="g-page">
        <PageHeading
          title={w('构件样张', 'Components')}
          sub={w('一张纸上的全部构件。', 'Every building block on one sheet.')}
        />
        <section className="g-two">
          <Colours theme="zhi" />
          <Colours theme="mo" />
        </section>
        <section className="g-two">
          <Letters />
          <div className="k-stack">
            <Clocks />
            <States />
          </div>
        </section>
        <section className="g-three">
          <ButtonsAndReasons />
          <Fields />
          <MovesAndPhotos />
        </section>
        <section>
          <FigureBlocks />
        </section>
        <section className="g-two">
          <Queue />
          <Maps />
        </section>
        <section className="g-three">
          <Tables />
        </section>
        <section>
          <Exhibit title={w('没有、正在、出错、无权', 'Nothing, on its way, wrong, not yours')}>
            <Quiet />
          </Exhibit>
        </section>
        <section className="g-three">
          <Ladders />
        </section>
        <section className="g-three">
          <Story />
        </section>
        <section className="g-three">
          <Words />
        </section>
      </div>
      <KeyBar
        hints={[
          { keys: ['J', 'K'], label: w('上下一件', 'next, previous') },
          { keys: ['Enter'], label: w('打开', 'open') },
          { keys: ['D'], label: w('按建议派遣', 'send as suggested') },
          { keys: ['Esc'], label: w('回队列', 'back') },
        ]}
        end={w('本页也有人在看：吴社区', 'Also reading this: Wu')}
      />
    </>
  )
}

function Quiet() {
  const w = useSample()
  return (
    <div className="g-four k-columns">
      <Empty
        title={w('现在没有待派遣的件', 'Nothing waits to be dispatched')}
        then={w('新件来了会出现在这里，不用刷新。', 'New ones appear here by themselves.')}
        note={w('上一件 21:38 派出。', 'The last was sent at 21:38.')}
      />
      <Loading
        what={w('正在取 9 月的件', 'Fetching September')}
        so={w('已取到 412 ∕ 709 件，先看已有的。', '412 ∕ 709 so far; begin with these.')}
      />
      <Problem error={lost} onRetry={() => undefined} />
      <NoPermission
        because={w(
          '它属于龙门浩街道。您的范围是弹子石街道。',
          'It belongs to Longmenhao. Your area is Danzishi.',
        )}
        ask={w(
          '要看，请找：龙门浩指挥中心值班员。',
          'To see it, ask the duty officer of Longmenhao.',
        )}
      />
    </div>
  )
}

function Words() {
  const w = useSample()
  return (
    <>
      <Exhibit title={w('提示', 'Notices')}>
        <div className="k-stack">
          <Notice tone="accent" title={w('为什么到我这里', 'Why me')}>
            {w('您是今晚的派遣员。', "You are tonight's dispatcher.")}
          </Notice>
          <Notice tone="zhe" title={w('附近有一件像的', 'One like it nearby')}>
            {w('昨天 17:20，在办。', 'Yesterday 17:20, in hand.')}
          </Notice>
          <Notice tone="zhu" title={w('已超期 2 小时', '2 hours late')}>
            {w('已告诉您和林值班，只告诉一次。', 'You and Lin were told, once.')}
          </Notice>
          <Offline count={1} what={w('飞线充电的 2 张照片。', 'two photos of the cable.')} />
          <Hidden />
        </div>
      </Exhibit>
      <Exhibit title={w('三种办法，一样办', 'Three equal ways')}>
        <Ways
          online={{ to: paths.open.report() }}
          phone={{ number: '023-5555 0141' }}
          counter={{ note: w('一楼 9:00–17:30', 'Ground floor 9:00–17:30') }}
        />
      </Exhibit>
      <Exhibit title={w('图标', 'Icons')}>
        <div className="g-icons">
          {icons.map((name) => (
            <Icon key={name} name={name} size={26} />
          ))}
        </div>
      </Exhibit>
    </>
  )
}
