// The two themes as they are now, read from the page itself, with the contrast of each colour on its paper.
import { useLayoutEffect, useRef, useState } from 'react'
import { Exhibit, useSample } from './sample.tsx'

const tokens = [
  ['paper', '纸', 'paper'],
  ['raised', '浮', 'raised'],
  ['sunken', '沉', 'sunken'],
  ['ink', '墨一', 'ink'],
  ['ink-2', '墨二', 'ink-2'],
  ['ink-3', '墨三', 'ink-3'],
  ['line', '线', 'line'],
  ['accent', '黄葛青', 'accent'],
  ['zhu', '朱', 'zhu'],
  ['zhe', '赭', 'zhe'],
] as const

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((p, q) => q - p)
  return (light + 0.05) / (dark + 0.05)
}

export function Colours({ theme }: { theme: 'zhi' | 'mo' }) {
  const w = useSample()
  const box = useRef<HTMLDivElement>(null)
  const [values, setValues] = useState<Record<string, string>>({})
  useLayoutEffect(() => {
    if (!box.current) return
    const style = getComputedStyle(box.current)
    setValues(
      Object.fromEntries(
        tokens.map(([name]) => [name, style.getPropertyValue(`--${name}`).trim()]),
      ),
    )
  }, [])
  const title = theme === 'zhi' ? w('色 · 纸', 'Colour · paper') : w('色 · 墨', 'Colour · ink')
  const end =
    theme === 'zhi'
      ? w('数字为与底色的对比度', 'Figures: contrast with the ground')
      : w('大屏与夜班', 'Walls and night shifts')
  return (
    <Exhibit title={title} end={end}>
      <div className="g-swatches" data-theme={theme} ref={box}>
        {tokens.map(([name, zh, en]) => (
          <div key={name}>
            <i style={{ background: `var(--${name})` }} />
            <b>{w(zh, en)}</b>
            <span>{values[name]?.toUpperCase()}</span>
            <span>{ratio(values[name], values['paper'])}</span>
          </div>
        ))}
      </div>
    </Exhibit>
  )
}

function ratio(value: string | undefined, paper: string | undefined): string {
  if (!value || !paper) return ''
  const found = contrast(value, paper)
  return found < 1.6 ? '–' : `${found.toFixed(1)} : 1`
}

export function Letters() {
  const w = useSample()
  return (
    <Exhibit title={w('字', 'Type')}>
      <div className="g-letters">
        <p className="g-giant">
          214 <small>{w('大数 64–138 · 宋 300–400', 'giant figure 64–138 · serif 300–400')}</small>
        </p>
        <p className="k-title">
          {w('弹子石街道', 'Danzishi')} <small>{w('题 · 宋 600', 'title · serif 600')}</small>
        </p>
        <p className="k-lead">
          {w('梯坎步道路灯不亮', 'Lamps dark on the stepped path')}{' '}
          <small>{w('次题 · 宋 600', 'lead · serif 600')}</small>
        </p>
        <p>
          {w(
            '今天 14:32 由街道派遣，限 2 工作日。',
            'Sent today at 14:32 by the street, 2 working days.',
          )}{' '}
          <small>
            {w(
              '文 15 · 黑 400（公开端 17，长辈版 22）',
              'text 15 · sans 400 (open 17, large type 22)',
            )}
          </small>
        </p>
        <p className="k-note">
          {w(
            '停过 1 次，共 1 工作时。注 12.5–13，只用于员工端。',
            'Stopped once for 1 working hour. Note 12.5–13, staff doors only.',
          )}
        </p>
        <p className="k-quote">
          {w(
            '“第二个拐弯那三盏灯黑了快一个星期，我妈七十多，晚上下去倒垃圾要扶着墙走。”',
            '“The three lamps at the second bend have been dark for a week. My mother is over seventy and holds on to the wall.”',
          )}
        </p>
      </div>
    </Exhibit>
  )
}
