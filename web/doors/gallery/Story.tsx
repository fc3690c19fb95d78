import { Ladder, type Rung } from '#web/kit/ui/Ladder.tsx'
import { Proof } from '#web/kit/ui/Proof.tsx'
import { Seal } from '#web/kit/ui/Seal.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { type Both, Exhibit, useSample } from './sample.tsx'

function again(w: Both): Rung[] {
  return [
    {
      level: w('区级', 'District'),
      state: 'now',
      time: 2,
      up: { what: w('9:10 接办', '9:10 taken'), by: w('区市政', 'Works') },
      down: { what: w('15:02 重办', '15:02 again'), at: '15:02' },
    },
    {
      level: w('街道', 'Street'),
      state: 'waiting',
      up: { what: w('9:02 派遣', '9:02 sent'), by: w('陈调度', 'Chen') },
      down: {
        what: w('核查未过', 'check failed'),
        note: w('井盖仍晃，已退回', 'cover still loose'),
      },
    },
    {
      level: w('社区', 'Community'),
      state: 'waiting',
      up: { what: w('8:51 转', '8:51 passed on'), by: w('王家沱', 'Wangjiatuo') },
      down: { what: w('等街道', 'waits for the street') },
    },
    {
      level: w('居民', 'Resident'),
      state: 'waiting',
      up: { what: w('8:40 上报', '8:40 reported') },
      down: { what: w('等社区', 'waits for the community') },
    },
  ]
}

function closed(w: Both): Rung[] {
  return [
    {
      level: w('区级', 'District'),
      state: 'closed',
      up: { what: w('20:36 接办', '20:36 taken'), by: w('区照明所', 'Lighting') },
      down: {
        what: w('换灯、修线，办完', 'lamps changed'),
        note: w('9 工作时 40 分', '9 h 40 min'),
        at: '10:40',
      },
    },
    {
      level: w('街道', 'Street'),
      state: 'closed',
      up: { what: w('20:31 派遣', '20:31 sent'), by: w('陈调度', 'Chen') },
      down: {
        what: w('核查通过', 'check passed'),
        note: w('周核查，未经手', 'by Zhou'),
        at: '11:35',
      },
    },
    {
      level: w('网格', 'Grid'),
      state: 'closed',
      up: { what: w('20:15 核实', '20:15 verified'), by: w('刘网格', 'Liu') },
      down: { what: w('到场复看', 'seen on site'), at: '14:05' },
    },
    {
      level: w('您', 'You'),
      state: 'now',
      up: { what: w('19:42 上报', '19:42 reported') },
      down: { what: w('等您一句话', 'waiting for your word'), at: w('现在', 'now') },
    },
  ]
}

export function Ladders() {
  const w = useSample()
  return (
    <>
      <Exhibit title={w('层层闭环 · 退回重办时', 'Layer by layer · after rework')}>
        <Ladder rungs={again(w)} />
      </Exhibit>
      <Exhibit title={w('层层闭环 · 等居民', 'Layer by layer · waiting')}>
        <Ladder rungs={closed(w)} />
      </Exhibit>
      <Exhibit title={w('层层闭环 · 手机上', 'Layer by layer · on a phone')}>
        <Ladder rungs={closed(w)} rails="back" />
      </Exhibit>
    </>
  )
}

export function Story() {
  return (
    <>
      <Steps />
      <Result />
      <Verified />
    </>
  )
}

function Steps() {
  const w = useSample()
  return (
    <Exhibit title={w('经过', 'Story')} end={w('只能增加，不能修改', 'only ever added to')}>
      <Timeline
        label={w('经过', 'Story')}
        steps={[
          {
            key: '1',
            at: w('11月24日 15:02', '24 Nov, 15:02'),
            kind: 'close',
            what: w('重办，更换井盖座圈', 'Done again: the frame of the cover replaced'),
            note: w(
              '区市政。第一次的照片仍在下面。',
              'District works. The first photos stay below.',
            ),
          },
          {
            key: '2',
            at: '14:20',
            kind: 'step',
            what: w('街道核查未通过，退回', "The street's check failed, sent back"),
            note: w(
              '理由：踩上去仍有响动。由没有经手的人核查。',
              'Reason: it still rattles. Checked by somebody who had no part in it.',
            ),
          },
          {
            key: '3',
            at: '13:00',
            kind: 'pause',
            what: w('停表 1 小时，等雨停', 'Clock stopped for an hour, waiting for the rain'),
            note: w('获准，理由公开。', 'Granted; the reason is public.'),
          },
        ]}
      />
    </Exhibit>
  )
}

function Result() {
  const w = useSample()
  return (
    <Exhibit
      title={w('办成什么样', 'What it looks like now')}
      end={w('本类别必须有后照', 'this category needs a photo after')}
    >
      <Proof
        before={null}
        after={null}
        beforeNeeded={w(
          '上报时没有照片，不要紧。',
          'No photo came with the report, which is all right.',
        )}
        afterNeeded={w(
          '要结案的这一类，需要办好之后的一张，带时间和地点。',
          'To close this kind, one photo after the work is needed, with time and place.',
        )}
        checks={[
          { key: 't', passed: true, text: w('时间在处置期内', 'taken while it was handled') },
          { key: 'p', passed: false, text: w('地点相差 96 米', '96 m from the place') },
        ]}
      />
    </Exhibit>
  )
}

function Verified() {
  const w = useSample()
  return (
    <Exhibit title={w('校验', 'Verification')}>
      <div className="g-seals">
        <Seal characters="账实相符" />
        <div>
          <Status shape="disc" tone="accent">
            {w('校验通过', 'Verified')}
          </Status>
          <p className="k-note">
            {w(
              '14:30 核过：20,418 条，一条没少，一字没改。',
              '14:30: 20,418 rows, none missing, none altered.',
            )}
          </p>
        </div>
        <Seal characters={null} />
      </div>
    </Exhibit>
  )
}
