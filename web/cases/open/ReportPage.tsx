// Reporting without an account: what, where, send. Text, photo or category is enough; nothing else is asked for.
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { listCategories, readArea } from '#core/places/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { rememberCommunity, useMyCommunity } from '#web/places/my-community.ts'
import { OpenPage } from '#web/kit/ui/OpenPage.tsx'
import { keepReceipt } from './receipts.ts'
import { fetchRefusal } from './refused.ts'
import { contentOf, PhotoTrouble, type ReportDraft, useDraft, useReport } from './report-draft.ts'
import { ReportInOne } from './ReportInOne.tsx'
import type { Category } from './suggest.ts'
import { reportWords } from './words-report.ts'

// Another face of the page, for elders.
const ReportInSteps = lazy(async () => ({
  default: (await import('./ReportInSteps.tsx')).ReportInSteps,
}))

export type ReportForm = {
  draft: ReportDraft
  change: (part: Partial<ReportDraft>) => void
  clear: () => void
  photos: File[]
  setPhotos: (photos: File[]) => void
  categories: Category[]
  /** What is missing or went wrong, in words. */
  trouble: string | null
  busy: string | null
  send: () => void
}

/** What stands on this step, whichever it is: the question, what can be chosen, what was said and what is advised. */
const stepSaid = () =>
  [
    ...document.querySelectorAll<HTMLElement>(
      '.open-steps :is(p, h2, legend, label, dt, dd, a, button, .k-notice)',
    ),
  ]
    .map((each) => each.innerText.trim())
    .filter((said) => said !== '')
    .join('。')

/** What was scanned, as another room shows it. */
type Scan = {
  community: string
  tag: string
  taken: string | null
  onFound: (stands: Partial<ReportDraft>) => void
}

export function ReportPage({ scanned }: { scanned: (asked: Scan) => ReactNode }) {
  const { t } = useWords()
  const { elder } = useSettings()
  const form = useReportForm()
  const scan = useScan()
  const title = t(elder === null ? reportWords.title : reportWords.titleElder)
  const up = form.draft.area === null ? paths.open.home() : paths.open.community(form.draft.area)
  const aloud = () =>
    elder === null
      ? [reportWords.what, reportWords.whatPlaceholder, reportWords.contactWhy]
          .map((each) => t(each))
          .join('。')
      : stepSaid()
  return (
    <OpenPage title={title} up={up} aloud={aloud}>
      {scan !== null &&
        scanned({ ...scan, taken: form.draft.thing?.tag ?? null, onFound: form.change })}
      {elder === null ? (
        <ReportInOne form={form} />
      ) : (
        <Suspense fallback={null}>
          <ReportInSteps form={form} />
        </Suspense>
      )}
    </OpenPage>
  )
}

/** `?community=CODE&object=TAG`, as it stands on a label. */
function useScan(): { community: string; tag: string } | null {
  const [query] = useSearchParams()
  const [community, tag] = [query.get('community'), query.get('object')]
  return community === null || tag === null ? null : { community, tag }
}

function useReportForm(): ReportForm {
  const { t } = useWords()
  const [mine] = useMyCommunity()
  const [query] = useSearchParams()
  const asked = query.get('community')
  const start =
    mine === null || (asked !== null && asked !== mine.code)
      ? {}
      : { area: mine.code, areaName: mine.name }
  const { draft, change, clear } = useDraft(start)
  useAskedCommunity(draft.area === null ? asked : null, change)
  const [photos, setPhotos] = useState<File[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const { report, sending } = useReport()
  const [busy, setBusy] = useState(false)
  const arrive = useArrival(clear)
  const categories =
    useEndpoint(listCategories, draft.area === null ? {} : { area: draft.area }).data?.items ?? []
  const send = async () => {
    const missing = whatIsMissing(draft, photos)
    if (missing !== null) return setTrouble(t(missing))
    setTrouble(null)
    setBusy(true)
    try {
      arrive(await report(contentOf(draft), photos), draft)
    } catch (error) {
      setTrouble(await inWords(error, t))
    } finally {
      setBusy(false)
    }
  }
  const progress = sending
    ? t(reportWords.sendingPhotos, { n: sending.photo, max: sending.of })
    : t(reportWords.sending)
  const said = (part: Partial<ReportDraft>) => {
    setTrouble(null)
    change(part)
  }
  return {
    draft,
    change: said,
    clear,
    photos,
    setPhotos,
    categories,
    trouble,
    busy: busy ? progress : null,
    send: () => void send(),
  }
}

/** The community in the address (a poster, a message), on a device that does not know it yet: chosen already. */
function useAskedCommunity(code: string | null, change: ReportForm['change']) {
  const { data } = useEndpoint(readArea, { code: code ?? '' }, { enabled: code !== null })
  useEffect(() => {
    if (code !== null && data?.code === code && data.level === 'community')
      change({ area: data.code, areaName: data.name })
  }, [code, data, change])
}

function whatIsMissing(draft: ReportDraft, photos: File[]) {
  const said = draft.text.trim() !== '' || draft.category !== null || photos.length > 0
  if (!said) return reportWords.needSomething
  return draft.area === null && draft.spot === null ? reportWords.needPlace : null
}

async function inWords(error: unknown, t: ReturnType<typeof useWords>['t']): Promise<string> {
  if (error instanceof PhotoTrouble) return t(reportWords.photoFailed, { n: error.photo })
  const own = await fetchRefusal(error)
  if (own !== null) return t(own)
  return `${t(wordsOfError(error))}。${t(kitWords.noConnectionKept)}`
}

/** The receipt is kept before the draft is cleared: nothing is lost in between. */
function useArrival(clear: () => void) {
  const navigate = useNavigate()
  return (
    receipt: Awaited<ReturnType<ReturnType<typeof useReport>['report']>>,
    draft: ReportDraft,
  ) => {
    keepReceipt({
      number: receipt.number,
      secret: receipt.secret ?? '',
      link: receipt.link,
      what: draft.text.trim().slice(0, 40),
      at: now(),
      area: draft.area ?? receipt.number.split('-')[0] ?? '',
      dueAt: receipt.dueAt,
      responsible: receipt.responsible,
      sentence: receipt.sentence,
    })
    if (draft.area !== null && draft.areaName !== null)
      rememberCommunity({ code: draft.area, name: draft.areaName })
    clear()
    void navigate(paths.open.receipt(receipt.number), { replace: true })
  }
}
