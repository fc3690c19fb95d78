// Every address of the web, once. Links are made here and nowhere else; a snapshot keeps them from rotting,
// because they stand on printed receipts and in other people's messages.
const seg = (value: string) => encodeURIComponent(value)

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const filled = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled).toString()}`
}

export const paths = {
  open: {
    home: () => '/',
    community: (code: string) => `/c/${seg(code)}`,
    publicCases: (code: string) => `/c/${seg(code)}/cases`,
    report: (code?: string) => withQuery('/report', { community: code }),
    receipt: (number: string) => `/receipt/${seg(number)}`,
    find: () => '/follow',
    follow: (number: string) => `/follow/${seg(number)}`,
    mine: () => '/mine',
    ways: (code: string) => `/c/${seg(code)}/ways`,
    rules: () => '/rules',
    resources: (code: string) => `/c/${seg(code)}/resources`,
    publicCase: (number: string) => `/cases/${seg(number)}`,
    surveys: (code: string) => `/c/${seg(code)}/surveys`,
    /** By code: it stands behind the #, which never reaches a server's log. */
    sheet: (code?: string) => (code === undefined ? '/s' : `/s#${seg(code)}`),
    survey: (id: string) => `/s/${seg(id)}`,
    surveyResults: (id: string) => `/s/${seg(id)}/results`,
    week: (code: string, from?: string) => withQuery(`/c/${seg(code)}/week`, { from }),
    session: (code: string, id: string) => `/c/${seg(code)}/session/${seg(id)}`,
    series: (code: string, id: string) => `/c/${seg(code)}/series/${seg(id)}`,
    group: (code: string, id: string) => `/c/${seg(code)}/group/${seg(id)}`,
    centre: (code: string) => `/c/${seg(code)}/centre`,
    borrow: (code: string, group?: string) => withQuery(`/c/${seg(code)}/borrow`, { group }),
    myPlaces: () => '/places',
    demoInbox: () => '/demo/inbox',
    theme: (code: string) => `/c/${seg(code)}/theme`,
    themePractices: (code: string) => `/c/${seg(code)}/themes`,
    flows: (code: string) => `/c/${seg(code)}/flows`,
    performance: (code: string) => `/c/${seg(code)}/performance`,
    /** For a screen that hangs; `?theme=zhi`, `?lang=en`. */
    wall: (code: string) => `/c/${seg(code)}/wall`,
    board: (code: string) => `/c/${seg(code)}/board`,
    data: (code: string) => `/c/${seg(code)}/data`,
    alerts: (code: string) => `/c/${seg(code)}/alerts`,
    alert: (id: string) => `/alerts/${seg(id)}`,
    boardPost: (code: string, id: string) => `/c/${seg(code)}/board/${seg(id)}`,
    privacy: (code: string | null, field?: string) =>
      `${code === null ? '' : `/c/${seg(code)}`}/privacy${field === undefined ? '' : `#${seg(field)}`}`,
    definitions: (key?: string) =>
      key === undefined ? '/definitions' : `/definitions#figure-${key}`,
  },
  field: {
    tasks: () => '/field',
    signIn: (then?: string) => withQuery('/field/sign-in', { then }),
    report: () => '/field/report',
    task: (number: string) => `/field/cases/${seg(number)}`,
    handle: (number: string) => `/field/cases/${seg(number)}/handle`,
    grid: () => '/field/grid',
    map: () => '/field/map',
    notes: () => '/field/notes',
    rounds: () => '/field/rounds',
    duty: () => '/field/duty',
    surveys: () => '/field/surveys',
    survey: (id: string) => `/field/survey/${seg(id)}`,
    count: (id?: string) => (id === undefined ? '/field/count' : `/field/count/${seg(id)}`),
    outbox: () => '/field/outbox',
    me: () => '/field/me',
  },
  desk: {
    home: () => '/desk',
    signIn: (then?: string) => withQuery('/desk/sign-in', { then }),
    cockpit: (code?: string) =>
      code === undefined ? '/desk/cockpit' : `/desk/cockpit/${seg(code)}`,
    behind: (code: string) => `/desk/cockpit/${seg(code)}/cases`,
    legs: (code: string) => `/desk/cockpit/${seg(code)}/legs`,
    team: (code: string) => `/desk/places/${seg(code)}/team`,
    wall: (code: string) => `/desk/wall/${seg(code)}`,
    brief: (code: string, day?: string) => withQuery(`/desk/brief/${seg(code)}`, { day }),
    playback: (code: string, day?: string) => withQuery(`/desk/playback/${seg(code)}`, { day }),
    definitions: (key?: string) =>
      key === undefined ? '/desk/definitions' : `/desk/definitions#figure-${key}`,
    queues: () => '/desk/queues',
    queue: (queue: string) => `/desk/queues/${seg(queue)}`,
    cases: (query: Record<string, string> = {}) => withQuery('/desk/cases', query),
    inbox: () => '/desk/inbox',
    orders: (view?: string) => withQuery('/desk/orders', { view }),
    templates: (code?: string) =>
      code === undefined ? '/desk/templates' : `/desk/templates/${seg(code)}`,
    handover: (code?: string) =>
      code === undefined ? '/desk/handover' : `/desk/handover/${seg(code)}`,
    hotSpots: (code: string) => `/desk/hot-spots/${seg(code)}`,
    case: (number: string) => `/desk/cases/${seg(number)}`,
    workOrder: (number: string) => `/desk/cases/${seg(number)}/paper`,
    report: () => '/desk/report',
    byCode: () => '/desk/by-code',
    places: (code?: string) => (code === undefined ? '/desk/places' : `/desk/places/${seg(code)}`),
    redraw: (code: string) => `/desk/places/${seg(code)}/redraw`,
    inForce: (code: string) => `/desk/places/${seg(code)}/redraw/preview`,
    gridVersions: (code: string) => `/desk/places/${seg(code)}/grids`,
    people: () => '/desk/people',
    exchange: (view?: string) => withQuery('/desk/exchange', { view }),
    remote: (id: string) => `/desk/exchange/remotes/${seg(id)}`,
    webhook: (id: string) => `/desk/exchange/${seg(id)}`,
    person: (id: string) => `/desk/people/${seg(id)}`,
    resources: (code?: string) =>
      code === undefined ? '/desk/resources' : `/desk/resources/${seg(code)}`,
    resource: (id: string) => `/desk/resource/${seg(id)}`,
    newResource: (code: string) => `/desk/resources/${seg(code)}/new`,
    changeResource: (id: string) => `/desk/resource/${seg(id)}/change`,
    importResources: (code: string) => `/desk/resources/${seg(code)}/import`,
    resourceRequests: (code: string, box?: string) =>
      withQuery(`/desk/resources/${seg(code)}/requests`, { box }),
    resourceLedger: (code: string) => `/desk/resources/${seg(code)}/ledger`,
    askResource: (code: string) => `/desk/resources/${seg(code)}/ask`,
    resourceRequest: (id: string) => `/desk/resource-request/${seg(id)}`,
    surveys: (code?: string) =>
      code === undefined ? '/desk/surveys' : `/desk/surveys/${seg(code)}`,
    survey: (id: string) => `/desk/survey/${seg(id)}`,
    surveyForm: (id: string) => `/desk/survey/${seg(id)}/form`,
    surveyFrame: (id: string) => `/desk/survey/${seg(id)}/frame`,
    surveyPaper: (id: string) => `/desk/survey/${seg(id)}/paper`,
    surveyBooklet: (id: string) => `/desk/survey/${seg(id)}/booklet`,
    surveyAssist: (id: string) => `/desk/survey/${seg(id)}/assist`,
    surveyWeights: (id: string) => `/desk/survey/${seg(id)}/weights`,
    surveyTopics: (id: string) => `/desk/survey/${seg(id)}/topics`,
    surveyPhotos: (id: string) => `/desk/survey/${seg(id)}/photos`,
    surveyImport: (id: string) => `/desk/survey/${seg(id)}/import`,
    centreSessions: (code?: string) =>
      code === undefined ? '/desk/centre/sessions' : `/desk/centre/${seg(code)}/sessions`,
    centreRooms: (code: string) => `/desk/centre/${seg(code)}/rooms`,
    centreBookings: (code: string) => `/desk/centre/${seg(code)}/bookings`,
    centreSeries: (code: string) => `/desk/centre/${seg(code)}/series`,
    newSeries: (code: string) => `/desk/centre/${seg(code)}/series/new`,
    centreGroups: (code: string) => `/desk/centre/${seg(code)}/groups`,
    centreSpaces: (code: string) => `/desk/centre/${seg(code)}/spaces`,
    series: (id: string) => `/desk/series/${seg(id)}`,
    activitySession: (id: string) => `/desk/session/${seg(id)}`,
    /** A booking stands in the list of its community, whose code its number begins with. */
    roomBooking: (number: string) => `/desk/centre/${seg(number.split('-')[0] ?? '')}/bookings`,
    surveyResults: (id: string) => `/desk/survey/${seg(id)}/results`,
    themes: (code?: string) => (code === undefined ? '/desk/themes' : `/desk/themes/${seg(code)}`),
    themeCatalogue: (code: string) => `/desk/themes/${seg(code)}/catalogue`,
    themeChoice: (id: string) => `/desk/theme-choice/${seg(id)}`,
    themeDecision: (id: string) => `/desk/theme-decision/${seg(id)}`,
    theme: (id: string) => `/desk/theme/${seg(id)}`,
    centre: (code?: string) => (code === undefined ? '/desk/centre' : `/desk/centre/${seg(code)}`),
    sessions: () => '/desk/sessions',
    board: (code?: string) => (code === undefined ? '/desk/board' : `/desk/board/${seg(code)}`),
    myCalendar: () => '/desk/my-calendar',
    glasses: () => '/desk/break-glass',
    glass: (id: string) => `/desk/break-glass/${seg(id)}`,
    rules: () => '/desk/rules',
    objects: (code?: string) =>
      code === undefined ? '/desk/objects' : `/desk/objects/${seg(code)}`,
    object: (code: string, id: string) => `/desk/objects/${seg(code)}/${seg(id)}`,
    components: () => '/desk/components',
  },
} as const

/** What other programs fetch: calendars and printed sheets. */
export const files = {
  brief: (code: string, query: { day: string; lang: string }) =>
    withQuery(`/api/cockpit/${seg(code)}/brief.pdf`, query),
  briefWord: (code: string, query: { day: string; lang: string }) =>
    withQuery(`/api/cockpit/${seg(code)}/brief.docx`, query),
  workOrder: (number: string, lang: string) =>
    withQuery(`/api/cases/${seg(number)}/work-order.pdf`, { lang }),
  privacyRegister: (code: string | null) => withQuery('/api/privacy/register', { area: code }),
  rulePack: (code: string) => withQuery('/api/rules/pack', { area: code }),
  calendar: (code: string, of?: { kind: 'centre' | 'series' | 'group'; id: string }) =>
    of === undefined
      ? `/ical/c/${seg(code)}.ics`
      : `/ical/c/${seg(code)}/${of.kind}/${seg(of.id)}.ics`,
  weekSheet: (code: string, query: SheetQuery) =>
    withQuery(`/api/communities/${seg(code)}/programme/week.pdf`, query),
  weekPoster: (code: string, query: SheetQuery) =>
    withQuery(`/api/communities/${seg(code)}/programme/poster.pdf`, query),
  monthSheet: (code: string, query: SheetQuery) =>
    withQuery(`/api/communities/${seg(code)}/programme/month.pdf`, query),
  boardFeed: (code: string, lang: string) =>
    withQuery(`/atom/c/${seg(code)}.xml`, { lang: lang === 'en' ? 'en' : null }),
  boardPaper: (code: string, id: string) =>
    `/api/communities/${seg(code)}/board/${seg(id)}/paper.pdf`,
  boardSheet: (code: string, id: string, query: { paper: string; lang: string }) =>
    withQuery(`/api/communities/${seg(code)}/board/${seg(id)}/notice.pdf`, query),
  poster: (code: string, id: string, query: { lang?: string } = {}) =>
    withQuery(`/api/communities/${seg(code)}/sessions/${seg(id)}/poster.pdf`, query),
} as const
type SheetQuery = { from?: string; lang?: string; centre?: string }

/** The same addresses as patterns for the route tables: `pattern(paths.desk.case)` → `/desk/cases/:number`. */
export function pattern(path: (value: string) => string, name: string): string {
  return path('\u0000').replace(encodeURIComponent('\u0000'), `:${name}`)
}

/** Where a notice leads that is about no case: one line per topic of a room. */
const topics: Record<string, (id: string) => string> = {
  glass: () => '/desk/break-glass',
  survey: paths.desk.survey,
  resource: paths.desk.resource,
  resourceRequest: paths.desk.resourceRequest,
  activitySession: paths.desk.activitySession,
  roomBooking: paths.desk.roomBooking,
  themeChoice: paths.desk.themeChoice,
  redrawing: paths.desk.inForce,
  webhook: paths.desk.webhook,
  remote: paths.desk.remote,
}

export function addressOfTopic({ topic, id }: { topic: string; id: string }): string | null {
  return topics[topic]?.(id) ?? null
}

/** Of addresses with two names in them: `/c/:code/session/:id`. */
export function patternOfTwo(
  path: (first: string, second: string) => string,
  [first, second]: readonly [string, string],
): string {
  return path('\u0000', '\u0001')
    .replace(encodeURIComponent('\u0000'), `:${first}`)
    .replace(encodeURIComponent('\u0001'), `:${second}`)
}
