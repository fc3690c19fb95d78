// The list of all endpoints as a page of documentation, printed from the contracts: by room, and in it by who may ask. The
// sentences are those of the contracts, so nothing is described twice.
import type { Access, Endpoint } from '#core/kit/contract.ts'

/** One section a tag, in the order in which somebody meets the rooms. The first tag of an endpoint is its section. */
const sections: readonly [tag: string, title: string][] = [
  ['residents', 'Reports and their reporters'],
  ['cases', 'Cases'],
  ['moves', 'Moves of a case'],
  ['files', 'Photos, papers, voice notes'],
  ['orders', 'Work orders of a hotline'],
  ['places', 'Places, categories, rules'],
  ['people', 'People and signing in'],
  ['me', 'One’s own'],
  ['staff', 'Staff, roles, tokens, looks'],
  ['notices', 'Notices to staff'],
  ['board', 'The notice board'],
  ['alerts', 'News for whoever asks'],
  ['patrols', 'Objects, rounds, notes of walks'],
  ['surveys', 'Surveys'],
  ['resources', 'Resources'],
  ['themes', 'Themes'],
  ['activities', 'The centre and its programme'],
  ['cockpit', 'Figures'],
  ['exchange', 'Other systems'],
]

const whoMay: readonly [Access, string][] = [
  ['open', 'anybody'],
  ['voice', 'by number and secret'],
  ['resident', 'a resident’s account'],
  ['staff', 'staff'],
]

const lead = `# All endpoints

Printed from the contracts by \`server/told.test.ts\`, which fails when this page and they differ. Inputs, answers and refusals
of each stand in \`/api/docs\` and \`/api/openapi.json\`; how to ask at all, in [the interface](api.md).

**Anybody** needs no key. **By number and secret**: the receipt of a report, in the body. **A resident’s account** is a cookie of
its own, begun with a code to the telephone. **Staff** are signed in, or a system with a token; what each may is decided by
role and place. A token with \`cases:read\` reads what staff read of cases in its subtree, one with \`figures:read\` the
figures, one with \`orders\` the work orders, and nothing else of these.
`

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const forms: Partial<Record<Endpoint['form'], string>> = {
  file: ' *Answers with a file.*',
  upload: ' *Takes a form with a file.*',
  stream: ' *Stays open and sends events.*',
}

function rowOf({ method, path, access, summary, form }: Endpoint): string {
  const who = whoMay.find(([each]) => each === access)?.[1] ?? access
  const address = path.replaceAll(/:(\w+)/g, '{$1}')
  const sentence = /[.!?]$/.test(summary) ? summary : `${summary}.`
  return `| \`${method} ${address}\` | ${who} | ${cell(sentence)}${forms[form] ?? ''} |`
}

const rank = (access: Access): number => whoMay.findIndex(([each]) => each === access)

const inOrder = (a: Endpoint, b: Endpoint): number =>
  rank(a.access) - rank(b.access) ||
  (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1)

const sectionOf = ({ tags }: Endpoint): string =>
  sections.find(([tag]) => tag === tags[0])?.[1] ?? 'Everything else'

export function endpointsPage(endpoints: readonly Endpoint[]): string {
  const titles = [...sections.map(([, title]) => title), 'Everything else']
  const parts = titles.flatMap((title) => {
    const held = endpoints.filter((each) => sectionOf(each) === title).toSorted(inOrder)
    if (held.length === 0) return []
    return [`## ${title}\n\n| Address | Who | |\n|---|---|---|\n${held.map(rowOf).join('\n')}\n`]
  })
  return [lead, ...parts].join('\n')
}
