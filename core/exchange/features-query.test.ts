import { describe, expect, test } from 'vitest'
import { crs84, limitDefault, readFeaturesQuery } from './features-query.ts'

const read = (query: string) =>
  readFeaturesQuery(Object.fromEntries(new URLSearchParams(query)), ['category'])

describe('is read', () => {
  test.each([
    ['', { limit: limitDefault, offset: 0, boxes: null, span: null, filters: {} }],
    ['limit=5&offset=10', { limit: 5, offset: 10 }],
    ['limit=999999', { limit: 1000 }],
    [`crs=${crs84}&bbox-crs=${crs84}&f=json&lang=en`, { limit: limitDefault }],
    ['category=E04', { filters: { category: 'E04' } }],
    ['bbox=106,29,107,30', { boxes: [{ west: 106, south: 29, east: 107, north: 30 }] }],
    ['bbox=106, 29, 0, 107, 30, 50', { boxes: [{ west: 106, south: 29, east: 107, north: 30 }] }],
    [
      'bbox=177,-20,-178,-16',
      {
        boxes: [
          { west: 177, south: -20, east: 180, north: -16 },
          { west: -180, south: -20, east: -178, north: -16 },
        ],
      },
    ],
    [
      'datetime=2026-03-01T08:00:00%2B08:00',
      { span: { from: '2026-03-01T00:00:00.000Z', to: '2026-03-01T00:00:00.000Z' } },
    ],
    [
      'datetime=2026-03-01',
      { span: { from: '2026-03-01T00:00:00.000Z', to: '2026-03-01T23:59:59.999Z' } },
    ],
    ['datetime=2026-03-01T00:00:00Z/..', { span: { from: '2026-03-01T00:00:00.000Z', to: null } }],
    ['datetime=/2026-03-01T00:00:00Z', { span: { from: null, to: '2026-03-01T00:00:00.000Z' } }],
    ['datetime=../..', { span: { from: null, to: null } }],
  ])('%s', (query, value) => {
    expect(read(query)).toMatchObject({ ok: true, value })
  })
})

describe('is refused, and the parameter named', () => {
  test.each([
    ['colour=red', 'colour'],
    ['f=html', 'f'],
    ['limit=0', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=ten', 'limit'],
    ['offset=-5', 'offset'],
    ['bbox=1,2,3', 'bbox'],
    ['bbox=1,2,3,', 'bbox'],
    ['bbox=106,95,107,96', 'bbox'],
    ['bbox=106,30,107,29', 'bbox'],
    ['bbox=206,29,207,30', 'bbox'],
    ['datetime=yesterday', 'datetime'],
    ['datetime=2026-02-30', 'datetime'],
    ['datetime=2026-03-02T00:00:00Z/2026-03-01T00:00:00Z', 'datetime'],
    ['datetime=2026-03-01T00:00:00Z/nonsense', 'datetime'],
    ['datetime=a/b/c', 'datetime'],
    ['crs=http://www.opengis.net/def/crs/EPSG/0/3857', 'crs'],
  ])('%s', (query, name) => {
    const answer = read(query)
    expect(answer.ok).toBe(false)
    expect(answer.fault?.name).toBe(name)
  })
})
