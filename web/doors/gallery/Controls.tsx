import { useState } from 'react'
import { Button, Buttons, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Chip, Chips, ChipSelect, Segmented } from '#web/kit/ui/Chip.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { RadioTiles, Select, TextArea, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Moves } from '#web/kit/ui/Moves.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { Exhibit, useSample } from './sample.tsx'

const nothing = () => undefined

export function ButtonsAndReasons() {
  const w = useSample()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  return (
    <Exhibit title={w('按钮与理由', 'Buttons and reasons')}>
      <div className="k-stack">
        <Buttons>
          <Button
            look="pri"
            hotkey="D"
            onClick={() =>
              toast(
                w('已派给排水岗，限 2 个工作日。', 'Sent to the drainage post, 2 working days.'),
                nothing,
              )
            }
          >
            {w('派给排水岗', 'Send to drainage')}
          </Button>
          <Button hotkey="R" onClick={() => setAsking(true)}>
            {w('退回重办', 'Send back')}
          </Button>
          <ButtonLink look="quiet" to="/desk/components">
            {w('看经过', 'See the story')}
          </ButtonLink>
          <Button look="grave">{w('作废', 'Void')}</Button>
        </Buttons>
        <Button
          whyNot={w(
            '居民还没有回复。反映人确认，或到 11月27日 14:05，才能结案。',
            'The resident has not answered. It can be closed once they confirm, or at 14:05 on 27 November.',
          )}
        >
          {w('结案', 'Close')}
        </Button>
        <p className="k-why">
          {w(
            '不能做的也能聚焦，读屏会念出理由。焦点框：2 像素黄葛青，外留 2 像素。',
            'What cannot be done can still be focused, and its reason is read out. Focus: 2 px accent with 2 px of air.',
          )}
        </p>
        <Filters />
      </div>
      <AskBack open={asking} onClose={() => setAsking(false)} />
    </Exhibit>
  )
}

function AskBack({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useSample()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={w('退回给区照明所重办？', 'Send it back to street lighting?')}
      actions={
        <>
          <Button onClick={onClose}>{w('先不退', 'Not yet')}</Button>
          <Button look="pri" onClick={onClose}>
            {w('退回重办', 'Send back')}
          </Button>
        </>
      }
    >
      <p>
        {w(
          '表从停下的地方接着走，剩 6 工作时 20 分。原来的照片和记录都留着。',
          'The clock goes on from where it stopped, 6 working hours 20 minutes left. Photos and record stay.',
        )}
      </p>
      <TextArea
        label={w('哪里没办好', 'What is not right')}
        need="required"
        defaultValue={w('第三盏半夜又灭了。', 'The third lamp went out again at night.')}
      />
    </Dialog>
  )
}

function Filters() {
  const w = useSample()
  return (
    <>
      <Chips label={w('筛选', 'Filters')}>
        <ChipSelect
          name={w('状态', 'State')}
          value="a"
          any={w('全部', 'All')}
          onChange={nothing}
          options={[{ value: 'a', label: w('待派遣、被退回', 'to dispatch, returned') }]}
        />
        <Chip onClick={nothing}>{w('急件', 'Urgent')}</Chip>
        <Chip on onClick={nothing}>
          {w('本网格', 'My grid')}
        </Chip>
      </Chips>
      <Segmented
        label={w('时段', 'Period')}
        value="30"
        onChange={nothing}
        options={[
          { value: '1', label: w('今天', 'Today') },
          { value: '7', label: w('近 7 日', '7 days') },
          { value: '30', label: w('近 30 日', '30 days') },
          { value: '365', label: w('本年', 'Year') },
        ]}
      />
    </>
  )
}

export function Fields() {
  const w = useSample()
  const [matter, setMatter] = useState<'gov' | 'public' | 'private'>('gov')
  const [told, setTold] = useState(true)
  return (
    <Exhibit title={w('填写', 'Fields')}>
      <TextArea
        label={w('退回的理由', 'Reason for returning')}
        need="required"
        defaultValue={w(
          '不是本单位的线，应找电力。',
          'Not our cable; the power company should be asked.',
        )}
        hint={w(
          '写给下一位看：差什么，应该找谁。',
          'For whoever comes next: what is missing, whom to ask.',
        )}
      />
      <TextField
        label={w('电话', 'Telephone')}
        need="optional"
        defaultValue="1380000"
        error={w(
          '少了 4 位。手机号是 11 位，座机请带区号。',
          'Four digits are missing. A mobile number has 11; give the area code of a fixed line.',
        )}
        why={w(
          '只用来回您的话，只有办这一件的人看得到，结案满 90 天删掉。',
          'Only to answer you, seen only by those who handle this matter, deleted 90 days after closing.',
        )}
      />
      <Select
        label={w('派给', 'Send to')}
        options={[
          { value: 'a', label: w('排水岗', 'Drainage post'), group: w('民生服务', 'Services') },
          { value: 'b', label: w('市政岗', 'Works post'), group: w('民生服务', 'Services') },
        ]}
        defaultValue="a"
      />
      <RadioTiles
        label={w('三事分流', 'Whose matter')}
        value={matter}
        onChange={setMatter}
        columns={3}
        options={[
          { value: 'gov', label: w('大事', 'Government'), note: w('政府办', 'done by the state') },
          { value: 'public', label: w('小事', 'Shared'), note: w('社区商量办', 'agreed together') },
          {
            value: 'private',
            label: w('私事', 'Private'),
            whyNot: w('这一类不能分到私事', 'not for this category'),
          },
        ]}
      />
      <Tick
        label={w('已经念给反映人听', 'Read out to the reporter')}
        checked={told}
        onChange={setTold}
      />
    </Exhibit>
  )
}

export function MovesAndPhotos() {
  const w = useSample()
  const [photos, setPhotos] = useState<File[]>([])
  return (
    <Exhibit title={w('现在能做什么', 'What can be done now')}>
      <Moves
        moves={[
          {
            key: 'answer',
            label: w('打电话问一问，代反映人答复', 'Call, and answer for the reporter'),
            hint: w(
              '电话、柜台、网上的答复同样算数。',
              'By phone, at the counter or online: the answer counts the same.',
            ),
            hotkey: 'A',
            icon: 'phone',
            whyNot: null,
            onChoose: nothing,
          },
          {
            key: 'rework',
            label: w('退回重办', 'Send back'),
            hint: w('要写哪里没办好。原来的记录都在。', 'Say what is not right. The record stays.'),
            hotkey: 'W',
            icon: 'left',
            whyNot: null,
            onChoose: nothing,
          },
          {
            key: 'close',
            label: w('结案', 'Close'),
            whyNot: w(
              '居民还没有回复。反映人确认，或到 11月27日 14:05，才能结案。',
              'The resident has not answered yet; on 27 November at 14:05 at the latest.',
            ),
            onChoose: nothing,
          },
          {
            key: 'check',
            label: w('我来核查', 'I check it'),
            whyNot: w('派遣人不能核查自己派的件。', 'Whoever sent it may not check it.'),
            onChoose: nothing,
          },
        ]}
      />
      <div className="g-gap">
        <PhotoPicker
          label={w('照片', 'Photos')}
          photos={photos}
          onChange={setPhotos}
          hint={w('可以不拍', 'not needed')}
        />
      </div>
    </Exhibit>
  )
}
