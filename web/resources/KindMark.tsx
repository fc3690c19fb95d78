// A kind told apart by the shape of its group and one character, never by colour: printed in black it says the same.
import type { KindView } from '#core/resources/contract-parts.ts'
import { useWords } from '#web/kit/language.ts'

const shapes: Record<KindView['group'], string> = {
  service: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z',
  people: 'M12 .5 23.5 12 12 23.5.5 12z',
  place: 'M2 2h20v20H2z',
  money: 'M7 2h10l6 10-6 10H7L1 12z',
  way: 'M12 1 23.5 22H.5z',
}

/** Around its own middle, 24 units wide. */
export function KindShape({ kind, bare = false }: { kind: KindView; bare?: boolean }) {
  const { lang } = useWords()
  return (
    <g transform="translate(-12 -12)">
      <path d={shapes[kind.group]} />
      {!bare && (
        <text
          x="12"
          y={kind.group === 'way' ? 16 : 12.6}
          className={lang === 'en' ? 'is-latin' : ''}
        >
          {kind.mark[lang]}
        </text>
      )}
    </g>
  )
}

export function KindMark({ kind, size = 22 }: { kind: KindView; size?: number }) {
  return (
    <svg
      className="res-mark"
      width={size}
      height={size}
      viewBox="-12.5 -12.5 25 25"
      aria-hidden="true"
    >
      <KindShape kind={kind} />
    </svg>
  )
}
