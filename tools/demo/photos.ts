// Stands in for the photos of the demo world: drawn pictures of things, before and after, a few per kind of matter.
// Nobody's real street, and nobody in them.
import sharp from 'sharp'
import type { App } from '#server/app.ts'
import { claimPhotos, keepPhoto } from '#server/files/files.ts'
import { inScope } from '#server/kit/db.ts'

export type Album = { before: Map<string, string>; after: Map<string, string> }

const paper = '#efe8d9'
const stone = '#b9b0a0'
const dark = '#4c463d'
const leaf = '#4d7a66'
const warm = '#e6c36a'
const red = '#a24b3f'
const blue = '#6f98a8'

type Draw = (mended: boolean) => string

const box = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const disc = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
const line = (path: string, stroke: string, width = 6) =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`

/** Steps going up a slope, as everywhere in this city. */
const steps = Array.from({ length: 8 }, (_, i) =>
  box(40 + i * 70, 420 - i * 34, 90, 34, i % 2 === 0 ? stone : '#c8c0b1'),
).join('')
const wallAndGround = box(0, 0, 640, 300, '#d9d2c2') + box(0, 300, 640, 180, '#a79f91')

const subjects: Readonly<Record<string, Draw>> = {
  lamp: (mended) =>
    box(0, 0, 640, 480, '#2c3136') +
    steps +
    [180, 330, 480]
      .map(
        (x) =>
          line(`M${x} 330V120h40`, '#8b8579', 8) +
          disc(x + 40, 132, mended ? 16 : 9, mended ? warm : '#3d4146'),
      )
      .join('') +
    (mended ? [220, 370, 520].map((x) => disc(x, 132, 70, 'rgba(230,195,106,.22)')).join('') : ''),
  cover: (mended) =>
    box(0, 0, 640, 480, '#8f887b') +
    disc(320, 250, 130, dark) +
    (mended
      ? disc(320, 250, 118, '#77706a') + line('M240 250h160M320 170v160', dark, 8)
      : disc(430, 330, 118, '#77706a')),
  paving: (mended) =>
    Array.from({ length: 30 }, (_, i) => {
      const [x, y] = [(i % 6) * 108, Math.floor(i / 6) * 98]
      const broken = !mended && (i === 14 || i === 15 || i === 20)
      return box(
        x + 3,
        y + 3,
        102,
        92,
        broken ? '#6f675c' : stone,
        broken ? `transform="rotate(9 ${x} ${y})"` : '',
      )
    }).join(''),
  railing: (mended) =>
    wallAndGround +
    Array.from({ length: 8 }, (_, i) =>
      mended || (i !== 3 && i !== 4) ? line(`M${60 + i * 75} 400V240`, '#6d7370', 10) : '',
    ).join('') +
    line(mended ? 'M40 240H600' : 'M40 240H250M420 262L600 240', '#6d7370', 12),
  rubbish: (mended) =>
    wallAndGround +
    [0, 1, 2]
      .map((i) => box(90 + i * 110, 200, 84, 130, [leaf, blue, '#7b756b'][i] ?? leaf))
      .join('') +
    (mended
      ? ''
      : [0, 1, 2, 3, 4, 5, 6]
          .map((i) =>
            disc(60 + i * 80, 360 + (i % 3) * 26, 38, i % 2 === 0 ? '#d8cfbd' : '#8a6f56'),
          )
          .join('')),
  tree: (mended) =>
    wallAndGround +
    line('M320 430C300 330 330 260 310 190', '#6a5440', 34) +
    disc(310, 150, 110, leaf) +
    disc(220, 190, 70, leaf) +
    (mended ? '' : line('M330 230L520 360', '#6a5440', 18) + disc(540, 370, 58, '#5f8a70')),
  water: (mended) =>
    wallAndGround +
    (mended
      ? box(250, 330, 140, 60, '#575149') +
        line('M262 340v40M290 340v40M318 340v40M346 340v40M374 340v40', '#8d867a', 6)
      : `<ellipse cx="320" cy="380" rx="280" ry="76" fill="${blue}"/>` +
        line('M160 372c40-14 80 14 120 0s80 14 120 0', '#a9c3cc', 6)),
  stair: (mended) =>
    box(0, 0, 640, 480, '#cfc7b6') +
    box(200, 60, 240, 380, '#8f8778') +
    (mended
      ? line('M215 400h210', '#cbb98f', 8)
      : [0, 1, 2, 3]
          .map((i) =>
            box(210 + (i % 2) * 110, 330 - i * 58, 104, 96, i % 2 === 0 ? '#b58f5f' : '#a27c4f'),
          )
          .join('')),
  wall: (mended) =>
    box(0, 0, 640, 480, '#c6bdab') +
    (mended
      ? box(180, 120, 280, 220, '#d3cbba')
      : line('M300 40L270 130L340 210L290 300L350 450', dark, 10) +
        box(150, 90, 130, 90, '#8c7f6a')),
  road: (mended) =>
    box(0, 0, 640, 480, '#6f6b64') +
    line('M320 0v90M320 170v90M320 340v90', paper, 14) +
    (mended
      ? ''
      : box(60, 150, 170, 90, red) +
        box(90, 120, 110, 40, '#b9665a') +
        disc(100, 245, 22, dark) +
        disc(195, 245, 22, dark)),
}

/** Which picture a category is shown with; the longest beginning that fits. */
const shownAs: readonly (readonly [start: string, subject: string])[] = [
  ['P01-37', 'lamp'], ['P05-04', 'lamp'], ['P01-01', 'cover'], ['P01-04', 'water'], ['P02-02', 'paving'],
  ['P01-81', 'paving'], ['E03-06', 'paving'], ['E05-05', 'paving'], ['P02', 'railing'], ['P01-46', 'railing'],
  ['P01', 'wall'], ['P03', 'rubbish'], ['P04', 'tree'], ['P05-01', 'water'], ['P05', 'wall'], ['E01-1', 'rubbish'],
  ['E01-92', 'rubbish'], ['E01-99', 'rubbish'], ['E06', 'rubbish'], ['E01-98', 'water'], ['E05-01', 'water'],
  ['E05-07', 'water'], ['E01-01', 'wall'], ['E05', 'wall'], ['E02', 'wall'], ['E04', 'road'], ['C02-01', 'stair'],
  ['C02-04', 'wall'], ['C02', 'stair'], ['C01-03', 'wall'], ['E', 'road'],
] // prettier-ignore

export function subjectOf(category: string): string {
  return shownAs.find(([start]) => category.startsWith(start))?.[1] ?? 'wall'
}

const picture = (draw: Draw, mended: boolean): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${box(0, 0, 640, 480, paper)}${draw(mended)}</svg>`,
  )

/** Draws every picture once and keeps it like any other photo. */
export async function drawAlbum(app: App): Promise<Album> {
  const album: Album = { before: new Map(), after: new Map() }
  const who = { actor: { kind: 'job', id: 'demo' }, scope: { kind: 'job' } } as const
  for (const [subject, draw] of Object.entries(subjects))
    for (const mended of [false, true]) {
      const bytes = await sharp(picture(draw, mended)).jpeg({ quality: 84 }).toBuffer()
      const kept = await keepPhoto(app, who, bytes)
      if (!kept.ok) throw new Error(`the drawn picture of ${subject} was not kept: ${kept.refusal}`)
      album[mended ? 'after' : 'before'].set(subject, kept.value.hash)
    }
  const hashes = [...album.before.values(), ...album.after.values()]
  await inScope(app.db, who.scope, (tx) => claimPhotos(tx, hashes, app.now()))
  return album
}
