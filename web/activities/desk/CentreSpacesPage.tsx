// Idle spaces: where they are, who proposed what, who has one on which terms, and how it is taken back.
import { useState } from 'react'
import { type SpaceView, listSpaces } from '#core/activities/contract-groups.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { usePages } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { MorePages } from '#web/kit/ui/MorePages.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { type Column, Table } from '#web/kit/ui/Table.tsx'
import { centreWords } from '../words-desk.ts'
import { spaceWords as words } from '../words-forms.ts'
import { CentreFrame, type House } from './CentreFrame.tsx'
import { type Deciding, DecideForm, ProposeForm, SpaceForm } from './space-forms.tsx'

type Form =
  | { form: 'space'; known: SpaceView | null }
  | { form: 'propose'; known: SpaceView }
  | ({ form: 'decide' } & Deciding)

export function CentreSpacesPage() {
  const { t } = useWords()
  const [form, open] = useState<Form | null>(null)
  const onClose = () => open(null)
  return (
    <CentreFrame
      title={() => t(words.title)}
      sub={() => t(words.sub)}
      head={() => (
        <Button look="pri" onClick={() => open({ form: 'space', known: null })}>
          {t(words.add)}
        </Button>
      )}
    >
      {(house) => (
        <>
          <Spaces house={house} open={open} />
          {form?.form === 'space' && (
            <SpaceForm house={house} known={form.known} onClose={onClose} />
          )}
          {form?.form === 'propose' && (
            <ProposeForm house={house} space={form.known} onClose={onClose} />
          )}
          {form?.form === 'decide' && <DecideForm house={house} of={form} onClose={onClose} />}
        </>
      )}
    </CentreFrame>
  )
}

function Spaces({ house, open }: { house: House; open: (form: Form) => void }) {
  const { t } = useWords()
  const found = usePages(listSpaces, { code: house.area.code })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(centreWords.fetching)} />
  const items = found.data
  if (items.length === 0) return <Empty title={t(words.none)} then={t(words.noneThen)} />
  return (
    <div className="k-stack">
      {items.map((space) => (
        <Space key={space.id} space={space} open={open} />
      ))}
      <MorePages list={found} />
    </div>
  )
}

const stateOf = {
  listed: { shape: 'ring', said: words.listed },
  allocated: { shape: 'disc', said: words.allocated },
  withdrawn: { shape: 'back', said: words.isWithdrawn },
} as const

function Space({ space, open }: { space: SpaceView; open: (form: Form) => void }) {
  const { t } = useWords()
  const times = useTimes()
  const state = stateOf[space.state]
  return (
    <section>
      <SectionHeading
        end={
          <Buttons>
            <Button look="quiet" onClick={() => open({ form: 'space', known: space })}>
              {t(words.change)}
            </Button>
            {space.state !== 'withdrawn' && (
              <Button look="quiet" onClick={() => open({ form: 'propose', known: space })}>
                {t(words.propose)}
              </Button>
            )}
          </Buttons>
        }
      >
        {space.name} <Status shape={state.shape}>{t(state.said)}</Status>
      </SectionHeading>
      <p className="k-compact">
        {t(words.facts, {
          address: space.address,
          sqm: space.areaSqm,
          owner: space.owner,
          since: times.day(`${space.idleSince}T04:00:00Z`),
        })}
      </p>
      {space.uses.length === 0 ? (
        <p className="k-note">{t(words.noUses)}</p>
      ) : (
        <Uses space={space} open={open} />
      )}
    </section>
  )
}

type Use = SpaceView['uses'][number]

function Uses({ space, open }: { space: SpaceView; open: (form: Form) => void }) {
  const { t } = useWords()
  const times = useTimes()
  const day = (of: string) => times.day(`${of}T04:00:00Z`)
  const decide = (use: Use, decision: Deciding['decision']) =>
    open({ form: 'decide', space, use, decision })
  const columns: Column<Use>[] = [
    { key: 'who', head: t(words.byWhom), cell: (use) => <b>{use.byWhom}</b> },
    { key: 'use', head: t(words.use), cell: (use) => t(words[use.use]) },
    {
      key: 'how',
      head: t(words.words),
      width: '40%',
      cell: (use) => (
        <>
          {use.words}
          {use.terms !== null && (
            <span className="k-note a-under">{`${t(words.terms)} · ${use.terms}`}</span>
          )}
          {use.reason !== null && (
            <span className="k-note a-under">{`${t(words.reason)} · ${use.reason}`}</span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      head: t(words.state),
      cell: (use) => (
        <>
          {t(words[use.state])}
          {use.fromOn !== null && (
            <span className="k-note a-under">
              {use.toOn === null
                ? t(words.span, { from: day(use.fromOn) })
                : t(words.spanTo, { from: day(use.fromOn), to: day(use.toOn) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'acts',
      head: '',
      cell: (use) =>
        use.state === 'allocated' ? (
          <Button look="quiet" onClick={() => decide(use, 'ended')}>
            {t(words.end)}
          </Button>
        ) : use.state === 'proposed' ? (
          <Buttons>
            {space.state === 'listed' && (
              <Button onClick={() => decide(use, 'allocated')}>{t(words.give)}</Button>
            )}
            <Button look="quiet" onClick={() => decide(use, 'refused')}>
              {t(words.refuse)}
            </Button>
          </Buttons>
        ) : null,
    },
  ]
  return <Table caption={space.name} columns={columns} rows={space.uses} rowKey={(use) => use.id} />
}
