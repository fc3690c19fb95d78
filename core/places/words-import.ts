// Why a row of an imported file was not taken.
import type { Words } from '#core/kit/words.ts'

export const importWords = {
  unreadable_row: { zh: '这一行读不出来（{why}）。', en: 'This row cannot be read ({why}).' },
  bad_code: {
    zh: '编码 {code} 不符合任何一级的编码规则。',
    en: 'The code {code} fits the pattern of no level.',
  },
  unknown_level: { zh: '没有“{level}”这一级。', en: 'There is no level “{level}”.' },
  no_name: {
    zh: '没有名称，或名称超过 120 字。',
    en: 'The name is missing or longer than 120 characters.',
  },
  duplicate: {
    zh: '编码 {code} 与第 {line} 行重复。',
    en: 'The code {code} is used in line {line} already.',
  },
  orphan: {
    zh: '上级 {parent} 既不在文件中，也不在库中，或其所在行未通过。',
    en: 'The parent {parent} is neither in the file nor known, or its row was rejected.',
  },
  wrong_parent: {
    zh: '{code} 不能直接归 {parent}：编码或层级不相符。',
    en: '{code} cannot lie directly under {parent}: code or level do not agree.',
  },
  moved: {
    zh: '{code} 已在 {parent} 之下；改隶属应当终止旧区划、另建新区划。',
    en: '{code} lies under {parent} already; to move it, end it and add another.',
  },
  unknown_replaced: {
    zh: '被取代的 {other} 不在库中，或已终止。',
    en: 'The replaced area {other} is not known, or has ended.',
  },
  unknown_area: {
    zh: '没有编码为 {code} 的区划，也没有名称可新建。',
    en: 'There is no area with the code {code}, and no name to make one.',
  },
  not_an_outline: { zh: '不是多边形。', en: 'This is not a polygon.' },
  bad_coordinate: {
    zh: '坐标 {where} 超出经纬度范围。',
    en: 'The coordinate {where} is not on the globe.',
  },
  ring_too_short: { zh: '环少于四个点。', en: 'A ring has fewer than four points.' },
  ring_not_closed: { zh: '环没有闭合。', en: 'A ring is not closed.' },
  ring_crosses_itself: { zh: '环在 {where} 处自相交。', en: 'A ring crosses itself at {where}.' },
  no_area: { zh: '环没有面积。', en: 'A ring encloses nothing.' },
  overlap: {
    zh: '与同级的 {other} 重叠，最深约 {metres} 米（容差 1 米）。',
    en: 'It overlaps its sibling {other} by up to {metres} m (1 m is tolerated).',
  },
  outside_parent: {
    zh: '超出上级 {parent} 的边界约 {metres} 米（容差 1 米）。',
    en: 'It sticks out of its parent {parent} by {metres} m (1 m is tolerated).',
  },
  same_day: {
    zh: '{code} 自 {day} 起已有另一条边界；请换一个生效日期。',
    en: '{code} has another outline from {day} already; choose another day.',
  },
} satisfies Record<string, Words>
