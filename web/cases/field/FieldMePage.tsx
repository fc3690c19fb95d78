// Who I am here, on which duty, what is kept about my work and what is not, and this device's choices.
import { useNavigate } from 'react-router'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { DeviceChoices } from '#web/doors/DeviceChoices.tsx'
import { postOf, useMe, useSession } from '#web/people/me.ts'
import { useRight } from '#web/people/rights-of-me.ts'
import { fieldWords } from './words-field.ts'
import './field.css'

export function FieldMePage() {
  const { t, lang } = useWords()
  const times = useTimes()
  const me = useMe().data
  const session = useSession()
  const navigate = useNavigate()
  const mayCount = useRight('keepCentre')
  if (!me) return <Loading />
  const duty = me.dutyNow[0]
  return (
    <>
      <div className="field-part">
        <h1 className="k-title">{me.name}</h1>
        <p className="k-compact k-sub">{postOf(me, lang)}</p>
        {duty && (
          <p className="k-note">{t(fieldWords.dutyUntil, { when: times.near(duty.until) })}</p>
        )}
      </div>
      <div className="field-part">
        <SectionHeading>{t(fieldWords.allPosts)}</SectionHeading>
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
          {t(fieldWords.surveysHere)}
        </ButtonLink>
      </div>
      {mayCount && (
        <div className="field-part">
          <ButtonLink icon="person" to={paths.field.count()}>
            {t(fieldWords.countHeads)}
          </ButtonLink>
        </div>
      )}
      <div className="field-part">
        <SectionHeading>{t(fieldWords.whatIsKept)}</SectionHeading>
        <p className="k-compact">{t(fieldWords.keptYes)}</p>
        <p className="k-compact">{t(fieldWords.keptNo)}</p>
      </div>
      <div className="field-part">
        <SectionHeading>{t(fieldWords.device)}</SectionHeading>
        <DeviceChoices />
        <div className="field-act">
          <Button onClick={() => void session.leave().then(() => navigate(paths.field.signIn()))}>
            {t(kitWords.signOut)}
          </Button>
        </div>
      </div>
    </>
  )
}
