// POST requests: an ordinary report in the name of the system whose key it carries.
import { externalIdOf, openSystem } from '#core/cases/external-id.ts'
import { attributeIn, particularsIn } from '#core/cases/open311-services.ts'
import { argument, readPoint, type Query } from '#core/cases/open311.ts'
import type { Lang } from '#core/kit/words.ts'
import type { SystemActor } from '#core/people/actor.ts'
import type { App, Who } from '../app.ts'
import { keepPhoto } from '../files/files.ts'
import type { PlainRequest } from '../kit/http.ts'
import { steadyId } from '../kit/steady-id.ts'
import { categoriesFor, failed, keyHolder, reportedAs, type Answered } from './open311.ts'
import { readBody } from './open311-body.ts'
import { reportCase, type Receipt } from './report.ts'

const descriptionMax = 4000
const referenceMax = 100

export async function answerPost(app: App, request: PlainRequest, lang: Lang): Promise<Answered> {
  const body = await readBody(request)
  if (body === null) return failed(400, 'The body could not be read as what its Content-Type says.')
  // Some clients put everything into the query of a POST.
  const fields: Query = { ...request.query, ...body.fields }
  const system = await keyHolder(app, fields)
  if (system === null)
    return failed(403, `${argument(fields, 'api_key') === null ? 'Missing' : 'Invalid'} api_key.`)
  const faults = faultsOf(app, fields)
  if (faults !== null) return faults
  const who = asSystem(system, request)
  const reference = attributeIn(fields, 'reference')
  const [before] = reference === null ? [] : await reportedAs(app, system, reference)
  if (before !== undefined) return again(before.number)
  const photos = await kept(app, who, body.media)
  if (photos === null)
    return failed(400, 'media is not a JPEG, PNG or WebP photo of at most 15 MB.')
  const input = { ...reportOf(fields, photos), ...areaOf(app, system, fields) }
  const answer = await reportCase(app, who, ...commandOf(app, system, input, reference))
  if (answer.ok) return created(app, answer.value, lang)
  if (answer.refusal === 'category_unknown') return noService(argument(fields, 'service_code'))
  return failed(400, `The request was not accepted: ${answer.refusal}.`)
}

/** A number of its own makes what a system sends one command: sent again, also at the same moment, it is one case. */
function commandOf<T extends object>(
  app: App,
  system: SystemActor,
  input: T,
  reference: string | null,
): [T & { commandId: string }, { externalId?: string }] {
  if (reference === null) return [{ ...input, commandId: app.newId() }, {}]
  const commandId = steadyId('open311', system.id, reference, JSON.stringify(input))
  return [{ ...input, commandId }, { externalId: externalIdOf(openSystem(system.id), reference) }]
}

const again = (number: string): Answered => ({
  status: 200,
  answer: {
    kind: 'created',
    list: [{ service_request_id: number, service_notice: null, account_id: null }],
  },
})

const noService = (code: string | null) => failed(404, `service_code ${code ?? ''} was not found.`)

/** All faults at once, as the specification's list of errors allows. */
function faultsOf(app: App, fields: Query): Answered | null {
  const code = argument(fields, 'service_code')
  if (code !== null && !isService(app, fields, code)) return noService(code)
  const point = readPoint(fields)
  const area = attributeIn(fields, 'area') ?? argument(fields, 'address_id')
  const faults: string[] = []
  if (code === null) faults.push('service_code was not provided.')
  if (point === 'wrong' && argument(fields, 'address_string') === null)
    faults.push('lat and long are degrees (WGS 84) and come together.')
  if (point === 'none' && argument(fields, 'address_string') === null && area === null)
    faults.push('A location was not provided: lat and long, address_string or address_id.')
  if ((attributeIn(fields, 'reference') ?? '').length > referenceMax)
    faults.push(`attribute[reference] is longer than ${referenceMax} characters.`)
  if ((argument(fields, 'description') ?? '').length > descriptionMax)
    faults.push(`description is longer than ${descriptionMax} characters.`)
  // Who also says where it lies otherwise may name an area of another town's list.
  const placed = point !== 'none' || argument(fields, 'address_string') !== null
  if (area !== null && !placed && app.places.geography.findByCode(area) === null)
    faults.push(`The area ${area} was not found.`)
  return faults.length === 0 ? null : failed(400, ...faults)
}

function isService(app: App, fields: Query, code: string): boolean {
  const categories = categoriesFor(app, fields)
  return categories.has(code) && ![...categories.values()].some((each) => each.parent === code)
}

function asSystem(system: SystemActor, request: PlainRequest): Who {
  return {
    actor: system,
    scope: { kind: 'intake' },
    signedIn: true,
    via: 'token',
    sessionId: null,
    caller: request,
  }
}

/** Null if one of them is no photo: nothing is reported then, so that the client can send it again. */
async function kept(app: App, who: Who, media: Buffer[]): Promise<string[] | null> {
  const hashes: string[] = []
  for (const bytes of media) {
    const photo = await keepPhoto(app, who, bytes)
    if (!photo.ok) return null
    hashes.push(photo.value.hash)
  }
  return hashes
}

function reportOf(fields: Query, photos: string[]) {
  const said = (name: string) => argument(fields, name)
  const point = readPoint(fields)
  // A link is kept as words: fetching what strangers name would make this server their messenger.
  const link = said('media_url')
  const text = [said('description') ?? '', link === null ? '' : `[media_url] ${link}`]
  const name = [said('last_name') ?? '', said('first_name') ?? ''].join(' ').trim()
  const phone = said('phone')
  return {
    text: text.filter(Boolean).join('\n').slice(0, descriptionMax),
    category: said('service_code') ?? '',
    photos,
    urgent: attributeIn(fields, 'danger') === 'yes',
    particulars: particularsIn(fields),
    ...(said('address_string') !== null && {
      address: (said('address_string') ?? '').slice(0, 300),
    }),
    ...(typeof point === 'object' && { point }),
    ...(name !== '' && { name: name.slice(0, 40) }),
    ...(phone !== null && { phone: phone.slice(0, 30) }),
  }
}

/** Words alone place nothing: then it goes to the desk of the area for which the system holds its key. */
function areaOf(app: App, system: SystemActor, fields: Query): { area?: string } {
  const named = attributeIn(fields, 'area') ?? argument(fields, 'address_id')
  if (named !== null && app.places.geography.findByCode(named) !== null) return { area: named }
  return typeof readPoint(fields) === 'object'
    ? {}
    : { area: app.places.geography.get(system.areaId).code }
}

function created(app: App, receipt: Receipt, lang: Lang): Answered {
  const follow = receipt.secret === null ? '' : ` ${followWords[lang](app, receipt)}`
  return {
    status: 200,
    answer: {
      kind: 'created',
      list: [
        {
          service_request_id: receipt.number,
          service_notice: `${receipt.sentence[lang]}${follow}`,
          account_id: null,
        },
      ],
    },
  }
}

const followWords: Record<Lang, (app: App, receipt: Receipt) => string> = {
  zh: (app, receipt) =>
    `查询进度：${linkOf(app, receipt)} 编号 ${receipt.number} 查询码 ${receipt.secret}`,
  en: (app, receipt) =>
    `Follow it at ${linkOf(app, receipt)}: ${receipt.number}, code ${receipt.secret}`,
}

const linkOf = (app: App, { number, link }: Receipt): string =>
  link === null ? app.config.publicUrl : `${app.config.publicUrl}/follow/${number}#${link}`
