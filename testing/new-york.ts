// A New York tree and the mapping of its 311 export, made by rule: five boroughs with their numbered community boards.
// Nothing here is the city's own file; names and numbers of boards are public facts.
import { csvLine } from '#server/kit/csv.ts'
import type { ImportMapping } from '#tools/import-mapping.ts'

const boroughs = [
  { code: 'MN', name: 'MANHATTAN', boards: 12 },
  { code: 'BX', name: 'BRONX', boards: 12 },
  { code: 'BK', name: 'BROOKLYN', boards: 18 },
  { code: 'QN', name: 'QUEENS', boards: 14 },
  { code: 'SI', name: 'STATEN ISLAND', boards: 3 },
] as const

const twoDigits = (n: number) => String(n).padStart(2, '0')
const boardsOf = ({ code, name, boards }: (typeof boroughs)[number]) =>
  Array.from({ length: boards }, (_, at) => ({
    code: `NYC-${code}-${twoDigits(at + 1)}`,
    name: `${name} ${at + 1}`,
    said: `${twoDigits(at + 1)} ${name}`,
    parent: `NYC-${code}`,
  }))

/** For `linli import areas --levels`. */
export const newYorkLevels = {
  tree: 'us-nyc',
  timeZone: 'America/New_York',
  levels: [
    { level: 'city', zh: '市', en: 'city', codePattern: '^NYC$' },
    {
      level: 'borough',
      zh: '行政区',
      en: 'borough',
      codePattern: '^NYC-[A-Z]{2}$',
      parentLength: 3,
    },
    {
      level: 'community',
      zh: '社区委员会',
      en: 'community board',
      codePattern: '^NYC-[A-Z]{2}-\\d{2}$',
      parentLength: 6,
    },
  ],
}

/** For `linli import areas`. */
export function newYorkAreas(): string {
  const rows = [
    ['NYC', 'New York', 'city', ''],
    ...boroughs.map(({ code, name }) => [`NYC-${code}`, name, 'borough', 'NYC']),
    ...boroughs
      .flatMap(boardsOf)
      .map(({ code, name, parent }) => [code, name, 'community', parent]),
  ]
  return [['code', 'name', 'level', 'parent'], ...rows].map((row) => csvLine(row)).join('')
}

/** "11 QUEENS" is a board; "Unspecified QUEENS" and boards that do not exist (parks, airports) fall to the borough. */
function areaTable(): Record<string, string> {
  const boards = boroughs.flatMap(boardsOf).map(({ said, code }): [string, string] => [said, code])
  const known = new Set(boards.map(([said]) => said))
  const others = boroughs.flatMap(({ code, name }) =>
    ['Unspecified', ...Array.from({ length: 95 }, (_, at) => twoDigits(at + 1))]
      .map((number) => `${number} ${name}`)
      .filter((said) => !known.has(said))
      .map((said): [string, string] => [said, `NYC-${code}`]),
  )
  return Object.fromEntries([...boards, ...others, ['0 Unspecified', 'NYC']])
}

/** For `linli import cases --mapping`. */
export const newYorkMapping: ImportMapping = {
  system: 'nyc311',
  timeZone: 'America/New_York',
  dateOrder: 'mdy',
  columns: {
    externalId: 'Unique Key',
    reportedAt: 'Created Date',
    closedAt: 'Closed Date',
    status: 'Status',
    category: 'Complaint Type',
    text: ['Complaint Type', 'Descriptor', 'Location Type'],
    address: ['Incident Address', 'City'],
    lon: 'Longitude',
    lat: 'Latitude',
    area: 'Community Board',
    closingWords: 'Resolution Description',
  },
  joinedBy: ', ',
  statuses: { Closed: 'closed', '*': 'open' },
  categories: { 'Illegal Animal Kept as Pet': 'E01-84', 'Illegal Animal Sold': 'E04-06' },
  categoryDefault: 'C99',
  areas: areaTable(),
  closedWithoutDate: 'open',
}
