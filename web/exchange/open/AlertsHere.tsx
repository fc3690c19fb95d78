// This browser is told already: the way to change and end it, without a link from any message.
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { keepAlertSecret } from './alert-secret.ts'
import { alertsHere } from './push-here.ts'
import { pushWords as words } from './words-push.ts'

export function AlertsHere({ community }: { community: string }) {
  const { t } = useWords()
  const found = useQuery({ queryKey: ['alerts-here'], queryFn: alertsHere, retry: false })
  const own = found.data?.find(({ alert }) => alert.community.code === community)
  if (own === undefined) return null
  const { alert, secret } = own
  return (
    <Notice tone="accent" title={t(words.hereOn)}>
      <Link
        className="k-link open-inline"
        to={paths.open.alert(alert.id)}
        onClick={() => keepAlertSecret(alert.id, secret)}
      >
        {t(words.change)}
      </Link>
    </Notice>
  )
}
