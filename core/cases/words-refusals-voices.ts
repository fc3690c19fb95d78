// Refusals of the moves of many voices and of checks after closing. The table that holds all is in words-refusals.ts.

export const voiceRefusals = {
  bad_phone: {
    zh: '电话看着不像，请核对数字。',
    en: 'That does not look like a telephone number.',
  },
  already_added: {
    zh: '这个联系方式已经加过一次，同一件事每人只算一次。',
    en: 'This number is among the voices already; everybody counts once.',
  },
  calls_not_wished: {
    zh: '反映人说了不要打电话回访。',
    en: 'The reporter asked not to be called back.',
  },
  nothing_to_take_back: {
    zh: '这里已经没有可以收回的了。',
    en: 'Nothing of the kind is kept here any more.',
  },
  called_enough: {
    zh: '这一轮已经回访过三次，不再打扰。',
    en: 'They were called three times in this round; nobody calls again.',
  },
  reviewer_missing: {
    zh: '回访无效要写明复核人，不能是打电话的人，也不能是办理的人。',
    en: 'An invalid call needs a second person who neither called nor handled it.',
  },
  not_drawn: {
    zh: '这一件没有被抽中。上级负责人可以随时抽查。',
    en: 'This one was not drawn. A head above may check it at any time.',
  },
  target_not_open: {
    zh: '要并入的那一件已经不在办理中，或者就是这一件。',
    en: 'The other case is no longer open, or it is this one.',
  },
  needs_upper_layer: {
    zh: '两件分属不同社区，由街道合并或拆分。',
    en: 'They lie in two communities: the street merges or parts them.',
  },
  target_archived: {
    zh: '并入的那一件已经归档，不能再拆分。',
    en: 'The other case is archived; they can no longer be parted.',
  },
} as const

export const voiceRefusalsToReporter = {
  nothing_to_take_back: {
    zh: '您留的已经收回了，这里没有了。',
    en: 'It was taken back already; nothing is kept here any more.',
  },
  already_added: {
    zh: '您留的这个联系方式已经加过了，办理情况会一并告诉您。',
    en: 'The number you left is among the voices already; you will be told with the others.',
  },
} as const
