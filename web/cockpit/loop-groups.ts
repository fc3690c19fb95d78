// The figures of the loop by what somebody asks, for pages that fold.
import type { TileKey } from '#core/cockpit/contract.ts'
import type { Words } from '#core/kit/words.ts'

export const loopGroups: readonly (readonly [Words, readonly TileKey[]])[] = [
  [{ zh: '有多少，谁发现的', en: 'How many, and who found them' }, ['1', '2', '10', '11']],
  [{ zh: '有没有按时办', en: 'Done in time?' }, ['3a', '3b', '3c', '3d', '3e', '5', '6']],
  [{ zh: '办得实不实', en: 'Done well?' }, ['4a', '4b', '7', '8', '12', '13']],
  [{ zh: '居民怎么说', en: 'What residents say' }, ['9a', '9b', '9c', '9']],
  [{ zh: '让基层多填了多少', en: 'What it asks of staff' }, ['26a', '26b', '26c']],
  [{ zh: '还留着多少个人信息', en: 'What is still held of people' }, ['27a', '27b', '27c']],
]
