// Free texts of a question, grouped by their words: segmented by jieba, counted in core, named by staff. No text leaves
// but as a masked example of a group large enough.
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-topics.ts'
import { masked } from '#core/surveys/masking.ts'
import { examplesOf, groupTexts, withEdits } from '#core/surveys/topics.ts'
import type { App, Who } from '../app.ts'
import { inScope, once } from '../kit/db.ts'
import { countedOf, thresholdAt } from './columns-kept.ts'
import { keptSurvey } from './results.ts'
import { addTopicEdit, listTopicEdits } from './store-results.ts'

let jieba: Jieba | null = null
/** Nouns, verbs and what is made of them; of Chinese words those of two signs at least. */
const matter = /^(n|v|i|l|j|eng)/
const empty = new Set([
  '希望',
  '想要',
  '想说',
  '建议',
  '可以',
  '能够',
  '应该',
  '需要',
  '没有',
  '觉得',
  '感觉',
  '小区',
  '社区',
  '居民',
  '问题',
  '情况',
  '时候',
  '地方',
  '东西',
  '有些',
  '进行',
  '增加',
  '加强',
  '解决',
  '改善',
  '做好',
  '没什么',
  '谢谢',
  '感谢',
  '满意',
  '领导',
  '工作',
])

/** The words of a text that carry its matter, each once. */
export function wordsOf(text: string): string[] {
  jieba ??= Jieba.withDict(dict)
  const tagged = jieba.tag(masked(text).replaceAll(/〔[^〕]*〕/g, ' '), true)
  const own = tagged.flatMap(({ word, tag }) =>
    word.length >= 2 && matter.test(tag) && !empty.has(word) ? [word.toLowerCase()] : [],
  )
  return [...new Set(own)]
}

export async function readTopics(
  app: App,
  who: Who,
  { id, question }: InputOf<typeof contract.readTopics>,
): Promise<
  Result<OutputOf<typeof contract.readTopics>, 'no_such_survey' | 'not_yours' | 'no_such_question'>
> {
  const survey = await keptSurvey(app, who, id)
  if (!survey.ok) return survey
  const counted = await countedOf(app, survey.value)
  const texts = counted?.columns.texts.get(question)
  if (texts === undefined) return refused('no_such_question')
  const least = thresholdAt(app, survey.value)
  const edits = await inScope(app.db, who.scope, (tx) => listTopicEdits(tx, survey.value, question))
  const grouped = groupTexts(texts.map(wordsOf), least)
  const topics = withEdits(grouped.topics, edits).map((topic) => {
    const enough = topic.texts.length >= least
    const { topic: key, name, hidden, words, joined } = topic
    const examples = enough && !hidden ? examplesOf(topic, texts) : []
    return {
      topic: key,
      name,
      hidden,
      words,
      joined,
      answers: enough ? topic.texts.length : null,
      examples,
    }
  })
  const shown = (n: number) => (n > 0 && n < least ? null : n)
  return done({ question, answered: shown(texts.length), rest: shown(grouped.rest.length), topics })
}

export async function editTopic(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.editTopic>,
) {
  const survey = await keptSurvey(app, who, input.id)
  if (!survey.ok) return survey
  if (input.into === input.topic) return refused('into_itself')
  return once<{ topic: string }, never>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      await addTopicEdit(tx, survey.value, { ...input, by: who.actor.id, at: now() })
      return done({ topic: input.topic })
    },
  )
}
