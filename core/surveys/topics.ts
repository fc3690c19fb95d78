// Free texts grouped by what they speak of, by counting words alone: words that come together make a topic, a text goes to
// the topic whose words weigh most in it. Nobody is understood by this; staff name, join and hide what it finds. Examples
// are masked, and only topics with enough texts have any.
import { masked } from './masking.ts'

export type Topic = {
  /** The leading word: stays the same while more texts come in. */
  topic: string
  words: string[]
  texts: number[]
}
export type Grouped = { topics: Topic[]; rest: number[] }

const topicsMax = 14
/** In more than so many of all texts, a word says what the question was, not what the answer is. */
const commonShare = 0.6
/** Words this often together are one topic. */
const togetherShare = 0.5

/** `texts[i]`: the words of text i, without those that carry no matter. */
export function groupTexts(texts: readonly (readonly string[])[], least: number): Grouped {
  const where = new Map<string, Set<number>>()
  texts.forEach((words, i) => {
    for (const word of words) {
      const own = where.get(word) ?? new Set<number>()
      where.set(word, own.add(i))
    }
  })
  const limit = Math.max(least, Math.floor(texts.length * commonShare))
  const candidates = [...where]
    .filter(([, own]) => own.size >= Math.max(2, Math.ceil(least / 2)) && own.size <= limit)
    .toSorted(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
  const leaders: { words: string[]; own: Set<number> }[] = []
  for (const [word, own] of candidates) {
    const with_ = leaders.find((leader) => together(leader.own, own))
    if (with_ !== undefined) with_.words.push(word)
    else if (leaders.length < topicsMax && own.size >= least) leaders.push({ words: [word], own })
  }
  const weight = (word: string) => Math.log(texts.length / (where.get(word)?.size ?? 1))
  const members: number[][] = leaders.map(() => [])
  const rest: number[] = []
  texts.forEach((words, i) => {
    const scores = leaders.map((leader) =>
      leader.words.reduce((sum, word) => sum + (words.includes(word) ? weight(word) : 0), 0),
    )
    const most = Math.max(0, ...scores)
    if (most === 0) rest.push(i)
    else members[scores.indexOf(most)]!.push(i)
  })
  const topics = leaders.map(({ words }, t) => ({
    topic: words[0]!,
    words: words.slice(0, 6),
    texts: members[t]!,
  }))
  return { topics: topics.toSorted((a, b) => b.texts.length - a.texts.length), rest }
}

function together(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let both = 0
  for (const i of b) if (a.has(i)) both += 1
  return both / Math.min(a.size, b.size) >= togetherShare
}

const exampleLength: [number, number] = [6, 80]

/** A few short texts of a topic, each masked; those without anything to mask come first. */
export function examplesOf(topic: Topic, texts: readonly string[], most = 3): string[] {
  const own = topic.texts
    .map((i) => texts[i]!.trim())
    .filter(({ length }) => length >= exampleLength[0] && length <= exampleLength[1])
    .map((text) => ({ text: masked(text), clean: masked(text) === text }))
    .toSorted((a, b) => Number(b.clean) - Number(a.clean))
  return [...new Set(own.map(({ text }) => text))].slice(0, most)
}

export type TopicEdit = { topic: string; name: string | null; into: string | null; hidden: boolean }
/** `joined`: the leading words of topics that staff put into this one, so that it can be undone. */
export type NamedTopic = Topic & { name: string; hidden: boolean; joined: string[] }

/** What staff decided, on top of what was counted. A chain of joinings ends where it began at the latest. */
export function withEdits(topics: readonly Topic[], edits: readonly TopicEdit[]): NamedTopic[] {
  const edit = new Map(edits.map((each) => [each.topic, each]))
  const home = (topic: string, seen: readonly string[] = []): string => {
    const into = edit.get(topic)?.into ?? null
    const known =
      into !== null && !seen.includes(into) && topics.some((each) => each.topic === into)
    return known ? home(into, [...seen, topic]) : topic
  }
  const joined = new Map<string, NamedTopic>()
  for (const topic of topics) {
    const target = home(topic.topic)
    const own = edit.get(target)
    const known = joined.get(target)
    if (known !== undefined) {
      known.texts.push(...topic.texts)
      if (topic.topic !== target) known.joined.push(topic.topic)
      known.words.push(...topic.words)
      continue
    }
    const leader = topics.find((each) => each.topic === target)!
    const name = own?.name ?? leader.words.slice(0, 2).join('、')
    joined.set(target, {
      topic: target,
      name,
      hidden: own?.hidden ?? false,
      words: [...topic.words],
      texts: [...topic.texts],
      joined: topic.topic === target ? [] : [topic.topic],
    })
  }
  return [...joined.values()].toSorted((a, b) => b.texts.length - a.texts.length)
}
