// What the receipt says, and the page that finds a report again.
import type { Words } from '#core/kit/words.ts'

export const receiptPageWords = {
  receiptTitle: { zh: '收到了', en: 'Received' },
  answerBy: {
    zh: '{when} 前告诉您立不立案、谁来办。',
    en: 'By {when} you will know who handles it.',
  },
  answerSoon: { zh: '很快告诉您谁来办。', en: 'You will soon know who handles it.' },
  goesTo: { zh: '现在由{who}看。', en: 'Now with {who}.' },
  number: { zh: '编号', en: 'Number' },
  secret: { zh: '查询码', en: 'Code' },
  scan: {
    zh: '用手机扫一下，直接看到办到哪一步。谁有这个码，谁就能替您答复，请收好。',
    en: 'Scan it to see at once how far it is. Whoever has this square can answer for you: keep it safe.',
  },
  secretNote: {
    zh: '六个字，里面没有数字 0、1，也没有字母 O、I。只给您一个人，请抄下来或打印。',
    en: 'Six characters, none of 0 O 1 I. For you alone: write them down or print them.',
  },
  keptHere: {
    zh: '这台手机也记住了。不是您自己的手机，请点“从这台手机去掉”。',
    en: 'This device remembers it too. If it is not your own, take it off below.',
  },
  forgetHere: { zh: '从这台手机去掉', en: 'Take it off this device' },
  follow: { zh: '看办到哪了', en: 'See how it goes' },
  print: { zh: '打印窄条（80 毫米）', en: 'Print a narrow slip (80 mm)' },
  next1: { zh: '收到，值班员看', en: 'Received, the duty officer reads it' },
  next2: { zh: '分给能办的人', en: 'Given to whoever can do it' },
  next3: { zh: '办完，没经手的人去看', en: 'Done, then checked by somebody else' },
  next4: { zh: '您说办好了，才算好', en: 'It is done when you say so' },
  whatNext: { zh: '接下来', en: 'What happens next' },
  askAgain: {
    zh: '问进度：打 {phone}，或到柜台，报编号和查询码。',
    en: 'To ask: call {phone} or come to the counter with number and code.',
  },
  noReceipt: { zh: '这台手机上没有这张回执', en: 'This receipt is not on this device' },
  noReceiptThen: {
    zh: '用编号和六位查询码一样能看。',
    en: 'Number and six characters open it all the same.',
  },
  findTitle: { zh: '办到哪了', en: 'How is it going' },
  findLead: {
    zh: '回执上有编号和六位查询码，照着写。大小写都行。',
    en: 'Number and six characters stand on the receipt. Capitals do not matter.',
  },
  onThisDevice: { zh: '这台手机上说过的', en: 'Reported from this device' },
  lostIt: {
    zh: '回执丢了？打 {phone} 或到柜台，说什么时候、什么事，可以帮您找。',
    en: 'Lost the receipt? Call {phone} or come to the counter: say when and what, and we find it.',
  },
  numberHint: { zh: '像 500108006008-26-03187，横线可以不写。', en: 'Like 500108006008-26-03187.' },
  numberWrong: {
    zh: '编号不全：应有社区的数字、两位年份和末尾的几位数。',
    en: 'The number is not complete: community digits, two-digit year, then the serial.',
  },
} satisfies Record<string, Words>
