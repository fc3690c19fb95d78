// Voice notes as phones record them: what is taken, what is left of them, and what is not speech.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepableRecording, recordingBytesMax, recordingType } from '#core/files/recording.ts'
import { packageRoot } from '../kit/package-root.ts'

const vector = (name: string) =>
  new Uint8Array(readFileSync(join(packageRoot, 'testing/vectors', name)))
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)

test.each([
  ['of Chromium', 'speech.webm', 'audio/webm', 'Chrome', 2],
  ['of Firefox', 'speech.ogg', 'audio/ogg', 'secret place', 2],
  ['of Safari', 'speech.m4a', 'audio/mp4', 'secret place', 1],
  ['of Safari, in fragments', 'speech-fragments.mp4', 'audio/mp4', 'secret place', 1],
])(
  'a recording %s keeps its sound and length, and nothing else',
  (_, name, type, told, seconds) => {
    const given = vector(name)
    expect(holds(given, told)).toBe(true)
    const kept = keepableRecording(given)
    if (!kept.ok) throw new Error(kept.refusal)
    expect(kept.value).toMatchObject({ mediaType: type, seconds })
    expect(kept.value.bytes.length).toBe(given.length)
    expect(holds(kept.value.bytes, told)).toBe(false)
    // What is kept is a recording again, and has nothing more to lose.
    const again = keepableRecording(kept.value.bytes)
    expect(again.ok && Buffer.from(again.value.bytes).equals(Buffer.from(kept.value.bytes))).toBe(
      true,
    )
  },
)

test('the times at which it was made are gone from an MP4', () => {
  const kept = keepableRecording(vector('speech.m4a'))
  const bytes = kept.ok ? Buffer.from(kept.value.bytes) : Buffer.alloc(0)
  for (const box of ['mvhd', 'tkhd', 'mdhd']) {
    const at = bytes.indexOf(box)
    expect([box, bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]).toEqual([box, 0, 0])
  }
})

/** The sound of a WebM said forty times over: the clock in the container still says two seconds. */
function longer(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(Buffer.from('1f43b675', 'hex'))
  const clusters = bytes.subarray(at)
  return Buffer.concat([bytes, ...Array.from({ length: 40 }, () => clusters)])
}

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'file_missing'],
  ['a photo', Buffer.from('ffd8ffe000104a46', 'hex'), 'not_a_recording'],
  ['a page', Buffer.from('<html>speech</html>'), 'not_a_recording'],
  ['a film', vector('film.webm'), 'recording_damaged'],
  ['half of one', vector('speech.ogg').subarray(0, 900), 'recording_damaged'],
  [
    'half of a fragmented one',
    vector('speech-fragments.mp4').subarray(0, 900),
    'recording_damaged',
  ],
  ['only the first bytes', Buffer.from('1a45dfa3', 'hex'), 'recording_damaged'],
  ['too large', new Uint8Array(recordingBytesMax + 1), 'recording_too_large'],
  ['a minute and more under a false clock', longer(vector('speech.webm')), 'recording_too_long'],
])('%s is refused', (_, bytes, refusal) => {
  expect(keepableRecording(bytes)).toMatchObject({ ok: false, refusal })
})

test('whatever bytes come, the readers end with an answer', () => {
  for (const name of ['speech.webm', 'speech.ogg', 'speech.m4a', 'speech-fragments.mp4']) {
    const whole = vector(name)
    for (let at = 0; at < whole.length; at += 7) {
      const broken = whole.slice()
      broken[at] = (broken[at] ?? 0) ^ 0xff
      const answer = keepableRecording(broken)
      expect(answer.ok || answer.refusal.length > 0).toBe(true)
    }
  }
  expect(recordingType(new Uint8Array([1, 2]))).toBeNull()
})
