// What is said around a voice note: recording it, hearing it, writing it down.
import type { Words } from '#core/kit/words.ts'

export const voiceWords = {
  label: { zh: '语音（可以不录）', en: 'Voice note (optional)' },
  record: { zh: '按一下，说话', en: 'Press and speak' },
  stop: { zh: '说完了（{n} ∕ {max} 秒）', en: 'Done ({n} of {max} s)' },
  hint: {
    zh: '最长 {max} 秒。说事情和地方，不说名字、电话。只有办件的人听得到，结案后按期删除。',
    en: 'Up to {max} seconds. The matter and the place; no names, no numbers. Heard by those on the case only, and deleted when its time is over.',
  },
  again: { zh: '去掉，重录', en: 'Remove and record again' },
  refused: {
    zh: '没有取到麦克风。在手机设置里允许，或者写下来。',
    en: 'No microphone. Allow it in the settings, or write it down.',
  },
  mine: { zh: '刚录的语音', en: 'The voice note just recorded' },
  heard: { zh: '语音，{n} 秒', en: 'Voice note, {n} s' },
  logged: { zh: '每听一次都会记一笔。', en: 'Each time it is played, a line is written down.' },
  gone: {
    zh: '这段语音已按期删除，或现在取不到。',
    en: 'This voice note was deleted in time, or cannot be had now.',
  },
  writeDown: { zh: '写成文字', en: 'Write it down' },
  transcript: { zh: '听到的内容', en: 'What is said' },
  transcriptHint: {
    zh: '由人写，不交给别人的程序去听。不写名字、电话。',
    en: 'Written by a person; no other program listens. No names, no numbers.',
  },
  transcriptEmpty: { zh: '先写下听到的内容', en: 'First write what is said' },
  keep: { zh: '记下', en: 'Keep' },
} satisfies Record<string, Words>
