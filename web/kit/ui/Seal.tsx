// A vermilion seal, four characters in two columns from the right. It stands only beside a passed verification with
// time, count and digest; a failed one shows the empty frame.
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import './seal.css'

export function Seal({ characters, size = 92 }: { characters: string | null; size?: number }) {
  const { t } = useWords()
  const [a = '', b = '', c = '', d = ''] = characters ?? ''
  const at = [
    [a, 69, 34],
    [b, 69, 70],
    [c, 32, 34],
    [d, 32, 70],
  ] as const
  return (
    <svg
      className={`k-seal${characters === null ? ' is-empty' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 100 100"
      role="img"
      aria-label={
        characters === null ? t(kitWords.sealFailed) : `${t(kitWords.sealPassed)}：${characters}`
      }
    >
      <rect
        x="3"
        y="3"
        width="94"
        height="94"
        fill="none"
        stroke="currentColor"
        strokeWidth="5.5"
      />
      <rect
        x="9.5"
        y="9.5"
        width="81"
        height="81"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      {at.map(([character, x, y]) => (
        <text
          key={`${x}-${y}`}
          x={x}
          y={y}
          fontSize="35"
          textAnchor="middle"
          dominantBaseline="central"
          fill="currentColor"
        >
          {character}
        </text>
      ))}
    </svg>
  )
}
