import {
  contentTypes,
  jsonOf,
  readPath,
  xmlOf,
  type Asked,
  type Format,
} from '#core/cases/open311.ts'
import type { Lang } from '#core/kit/words.ts'
import type { App } from '../app.ts'
import { mountPlain, type PlainAnswer, type PlainRequest, type Server } from '../kit/http.ts'
import { xmlDocument, type XmlNode } from '../kit/xml.ts'
import { answerGet, failed, type Answered } from './open311.ts'
import { answerPost } from './open311-post.ts'
import { type HearUpdate, answerSaying } from './open311-say.ts'

const path = '/open311/v2/*'

export function mountOpen311(server: Server, app: App, hear: HearUpdate): void {
  const startedAt = app.now()
  mountPlain(server, app, { method: 'GET', path, limit: { max: 600, per: 'minute' } }, (request) =>
    answered(request, (asked, lang) =>
      answerGet(app, { request, query: request.query, asked, lang, startedAt }),
    ),
  )
  const bounds = { bodyBytesMax: 32 * 2 ** 20, limit: { max: 60, per: 'minute' } } as const
  mountPlain(server, app, { method: 'POST', path, ...bounds }, (request) =>
    answered(request, ({ resource, id }, lang) => {
      if (resource === 'requests' && id === null) return answerPost(app, request, lang)
      if (resource === 'servicerequestupdates' && id === null)
        return answerSaying(app, request, hear)
      return failed(400, 'Only requests and servicerequestupdates can be posted.')
    }),
  )
}

type Answering = (asked: Asked, lang: Lang) => Answered | Promise<Answered>

async function answered(request: PlainRequest, answering: Answering): Promise<PlainAnswer> {
  const accept = request.header('accept')
  const asked = readPath(request.params['*'] ?? '', accept)
  if (asked === null)
    return written(
      failed(404, 'There is no such resource.'),
      accept?.includes('json') ? 'json' : 'xml',
    )
  return written(await answering(asked, request.lang), asked.format)
}

function written({ status, answer }: Answered, format: Format): PlainAnswer {
  const { root, content } = xmlOf(answer)
  const body =
    format === 'json' ? JSON.stringify(jsonOf(answer)) : xmlDocument(root, content as XmlNode)
  // Open data: pages of others may read it, and carry no cookies of ours when they do.
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }
  return { status, contentType: contentTypes[format], body, headers }
}
