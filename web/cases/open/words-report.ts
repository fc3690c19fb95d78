// What the report and its receipt say to a resident.
import type { Words } from '#core/kit/words.ts'

export const reportWords = {
  title: { zh: '我要反映', en: 'Report' },
  titleElder: { zh: '我有事要说', en: 'I have something to say' },
  noSignIn: { zh: '不用登录', en: 'No account needed' },
  what: { zh: '是什么事', en: 'What is it' },
  whatPlaceholder: { zh: '像对邻居说话那样写，一句就行', en: 'As you would tell a neighbour' },
  looksLike: { zh: '像是', en: 'Looks like' },
  noneOfThese: { zh: '都不是', en: 'None of these' },
  category: { zh: '是哪一类', en: 'What kind is it' },
  categoryAny: { zh: '说不清，请你们分', en: 'Not sure: you sort it' },
  where: { zh: '在哪里', en: 'Where is it' },
  changePlace: { zh: '换地方', en: 'Change place' },
  photos: { zh: '照片', en: 'Photos' },
  photosHint: { zh: '可以不拍。只拍东西，不拍人脸', en: 'Not needed. Of things, not of faces' },
  contact: { zh: '留个电话', en: 'Leave a number' },
  contactOptional: { zh: '可以不留', en: 'optional' },
  name: { zh: '怎么称呼您', en: 'Your name' },
  phone: { zh: '电话', en: 'Telephone' },
  contactWhy: {
    zh: '只用来回您的话。只有负责这一件的值班员写明理由才能看，看过会写在您的回执页上。结案满 90 天自动删掉。不留也一样办。',
    en: 'Only to answer you. Only the duty officer of this case can open it, with a written reason that you will see. Deleted 90 days after the end. Without it, the case is handled all the same.',
  },
  send: { zh: '交上去', en: 'Send it' },
  sending: { zh: '正在送', en: 'Sending' },
  sendingPhotos: { zh: '正在传照片 {n} ∕ {max}', en: 'Sending photo {n} ∕ {max}' },
  draftKept: {
    zh: '写的都记在这台手机上，送到了才清掉。',
    en: 'What you write stays on this device until it has arrived.',
  },
  clearDraft: { zh: '清掉重写', en: 'Clear and start again' },
  needSomething: {
    zh: '写一句话、拍一张照片或选一个类别，有一样就行。',
    en: 'A sentence, a photo or a kind: any one will do.',
  },
  needPlace: {
    zh: '还差地方：在地图上点一下，或者选一个社区。',
    en: 'Where is it? Tap the map, or choose a community.',
  },
  photoFailed: {
    zh: '第 {n} 张照片没有传上去。去掉它再交，或者再点一次。',
    en: 'Photo {n} did not arrive. Take it out, or press again.',
  },
  stepWhat: { zh: '先说是什么事', en: 'First: what is it' },
} satisfies Record<string, Words>
