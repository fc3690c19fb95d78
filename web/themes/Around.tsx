// What lies within reach, and whether the community would become like its neighbours.
import { Link } from 'react-router'
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { themeWords as words } from './words.ts'
import '#web/kit/ui/table.css'

type Props = { content: EvidenceContent; about: string | null; open?: boolean }

export function Around(props: Props) {
  return (
    <div className="th-two">
      <Reach content={props.content} />
      <Alike {...props} />
    </div>
  )
}

const rowsShown = 8

function Reach({ content }: Pick<Props, 'content'>) {
  const { t } = useWords()
  const { reached, weighting, candidates } = content
  // What counts for some candidate first, nearest first; the rest of the register is in its own room.
  const counts = new Set(
    candidates.flatMap(({ resources }) => resources.parts.map((p) => p.category)),
  )
  const shown = reached.filter(({ category }) => counts.has(category))
  return (
    <section>
      <SectionHeading end={t(words.reachBasis, { km: weighting.metres / 1000 })}>
        {t(words.reachTitle)}
      </SectionHeading>
      {shown.length === 0 ? (
        <p className="k-why">{t(words.reachNone)}</p>
      ) : (
        <table className="k-table th-reach">
          <tbody>
            {shown.slice(0, rowsShown).map((each) => (
              <tr key={`${each.name} ${each.distanceMetres}`}>
                <th scope="row">{each.name}</th>
                <td>{each.offers === '' ? t(each.categoryName) : each.offers}</td>
                <td className="is-figure">{each.capacity || `${each.distanceMetres} m`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length > rowsShown && (
        <p className="k-note">{t(words.moreReached, { n: shown.length - rowsShown })}</p>
      )}
    </section>
  )
}

function Alike({ content, about, open = false }: Props) {
  const { t, lang } = useWords()
  const { neighbours, candidates } = content
  const code = about ?? candidates[0]?.code ?? null
  const theme = candidates.find((each) => each.code === code)?.name
  const same = neighbours.filter(({ kindCode }) => kindCode === code)
  return (
    <section className="th-alike">
      <SectionHeading end={t(words.alikeBasis)}>{t(words.alikeTitle)}</SectionHeading>
      <p>
        {theme !== undefined &&
          (same.length === 0
            ? t(words.sameNone, { theme: t(theme) })
            : t(words.sameHere, {
                theme: t(theme),
                names: listed(
                  same.map(({ name }) => name),
                  lang,
                ),
              }))}
        {neighbours.length === 0 ? (
          t(words.noneNear)
        ) : (
          <>
            {t(words.decidedNear)}
            {neighbours.map((each, i) => (
              <span key={each.themeId}>
                {i > 0 && (lang === 'zh' ? '、' : ', ')}
                <Link
                  className="k-link"
                  to={open ? paths.open.theme(each.code) : paths.desk.theme(each.themeId)}
                >
                  <b>{each.name}</b>
                </Link>{' '}
                {t(each.themeName)}
              </span>
            ))}
            {lang === 'zh' ? '。' : '.'}
          </>
        )}
      </p>
      <p>
        {content.onlyHere.length === 0
          ? t(words.nothingOnly)
          : t(words.onlyHere) +
            content.onlyHere.map((each) => t(each)).join(lang === 'zh' ? '' : ' ')}
      </p>
    </section>
  )
}
