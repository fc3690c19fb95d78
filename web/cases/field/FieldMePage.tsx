// Who I am here, on which duty, what is kept about my work and what is not, and this device's choices.
import { useNavigate } from 'react-router'
import { NoConnectionError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { kitWords } from '#web/kit/words.ts'
import { DeviceChoices } from '#web/doors/DeviceChoices.tsx'
import { useWaitingCount } from '#web/doors/waiting-count.ts'
import { postOf, useMe, useSession } from '#web/people/me.ts'
import { useRight } from '#web/people/rights-of-me.ts'
import { meWords } from './words-me.ts'
import './field.css'

export function FieldMePage() {
  const { t, lang } = useWords()
  const times = useTimes()
  const me = useMe().data
  const leave = useLeaving()
  const waiting = useWaitingCount()
  const mayCount = useRight('keepCentre')
  if (!me) return <Loading />
  const duty = me.dutyNow[0]
  return (
    <>
      <div className="field-part">
        <h1 className="k-title">{me.name}</h1>
        <p className="k-compact k-sub">{postOf(me, lang)}</p>
        {duty && <p className="k-note">{t(meWords.dutyUntil, { when: times.near(duty.until) })}</p>}
      </div>
      <div className="field-part">
        <SectionHeading>{t(meWords.allPosts)}</SectionHeading>
        <ul className="field-posts">
          {me.grants.map((grant) => (
            <li key={`${grant.role}-${grant.areaCode}-${grant.unitId}`}>
              {(grant.unitName ?? grant.areaName)[lang]} · {grant.roleName[lang]}
            </li>
          ))}
        </ul>
      </div>
      <div className="field-part">
        <ButtonLink icon="list" to={paths.field.surveys()}>
          {t(meWords.surveysHere)}
        </ButtonLink>
      </div>
      {mayCount && (
        <div className="field-part">
          <ButtonLink icon="person" to={paths.field.count()}>
            {t(meWords.countHeads)}
          </ButtonLink>
        </div>
      )}
      <div className="field-part">
        <SectionHeading>{t(meWords.whatIsKept)}</SectionHeading>
        <p className="k-compact">{t(meWords.keptYes)}</p>
        <p className="k-compact">{t(meWords.keptNo)}</p>
      </div>
      <div className="field-part">
        <SectionHeading>{t(meWords.device)}</SectionHeading>
        <DeviceChoices />
        <div className="field-act">
          {waiting > 0 && <p className="k-note">{t(meWords.leaveWaiting, { n: waiting })}</p>}
          <Button onClick={leave}>{t(kitWords.signOut)}</Button>
        </div>
      </div>
    </>
  )
}

/** The server must hear of it, or the session would live on behind the sign-in page. */
function useLeaving(): () => void {
  const { t } = useWords()
  const toast = useToast()
  const session = useSession()
  const navigate = useNavigate()
  const leave = async () => {
    try {
      await session.leave()
      void navigate(paths.field.signIn())
    } catch (error) {
      const lost = error instanceof NoConnectionError
      toast(t(lost ? meWords.cannotLeave : wordsOfError(error)))
    }
  }
  return () => void leave()
}
