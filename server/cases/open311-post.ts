// POST requests: an ordinary report in the name of the system whose key it carries.
import { attributeIn } from '#core/cases/open311-services.ts'
import { argument, readPoint, type Query } from '#core/cases/open311.ts'
import type { Lang } from '#core/kit/words.ts'
import type { SystemActor } from '#core/people/actor.ts'
import type { App, Who } from '../app.ts'
import { keepPhoto } from '../files/files.ts'
import type { PlainRequest } from '../kit/http.ts'
import { categoriesFor, failed, keyHolder, type Answered } from './open311.ts'
import { readBody } from './open311-body.ts'
import { reportCase, type Receipt } from './report.ts'

const descriptionMax = 4000

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
  const photos = await kept(app, who, body.media)
  if (photos === null)
    return failed(400, 'media is not a JPEG, PNG or WebP photo of at most 15 MB.')
  const answer = await reportCase(app, who, {
    ...reportOf(fields, photos),
    ...areaOf(app, system, fields),
    commandId: app.newId(),
  })
  if (answer.ok) return created(app, answer.value, lang)
  if (answer.refusal === 'category_unknown') return noService(argument(fields, 'service_code'))
  return failed(400, `The request was not accepted: ${answer.refusal}.`)
}

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
  if ((argument(fields, 'description') ?? '').length > descriptionMax)
    faults.push(`description is longer than ${descriptionMax} characters.`)
  if (area !== null && app.places.geography.findByCode(area) === null)
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
  if (named !== null) return { area: named }
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
