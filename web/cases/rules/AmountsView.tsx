// Limits, counts and distances: what holds, who set it since when, and the form that sets it anew.
import { useState } from 'react'
import { clockKindWords } from '#core/cases/words.ts'
import { defaultLoopRules } from '#core/cases/rules.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import type { listRules } from '#core/places/contract-rules.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { type RuleCard, ruleCards, sayLimit, sayValue, setValue } from './rule-cards.ts'
import { RuleForm } from './RuleForm.tsx'
import { ruleWords as words } from './words-rules.ts'

export type RulesView = OutputOf<typeof listRules>
export type RulesProps = { code: string; area: string; rules: RulesView }

export function AmountsView({ code, area, rules }: RulesProps) {
  const { t } = useWords()
  const [asked, ask] = useState<RuleCard | null>(null)
  const groups = [...new Set(ruleCards.map((card) => card.group))]
  return (
    <div>
      {!rules.mayKeep && <p className="k-note">{t(words.notYours)}</p>}
      {groups.map((group) => (
        <section key={group.zh}>
          <SectionHeading>{t(group)}</SectionHeading>
          <Amounts
            cards={ruleCards.filter((card) => card.group === group)}
            caption={t(group)}
            code={code}
            rules={rules}
            onSet={ask}
          />
        </section>
      ))}
      <Steps />
      {asked !== null && (
        <RuleForm
          key={asked.id}
          card={asked}
          code={code}
          area={area}
          rules={rules}
          onClose={() => ask(null)}
        />
      )}
    </div>
  )
}

type AmountsProps = {
  cards: RuleCard[]
  caption: string
  code: string
  rules: RulesView
  onSet: (card: RuleCard) => void
}

function Amounts({ cards, caption, code, rules, onSet }: AmountsProps) {
  const { t, lang } = useWords()
  const times = useTimes()
  const row = (card: RuleCard) => rules.rules.find((each) => each.key === card.key)
  const by = (card: RuleCard) => {
    const found = row(card)
    if (found === undefined || setValue(card, found.value) === undefined) return t(words.usual)
    const place =
      found.area === null
        ? t(words.everywhere)
        : found.area.code === code
          ? t(words.here)
          : lang === 'en'
            ? (found.area.nameEn ?? found.area.name)
            : found.area.name
    return `${place} · ${t(words.since, { day: times.date(found.since) })}`
  }
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'name',
          head: t(words.rule),
          width: '44%',
          cell: (card) => (
            <>
              {t(card.name)}
              <small>{t(card.hint)}</small>
            </>
          ),
        },
        {
          key: 'value',
          head: t(words.value),
          width: '18%',
          cell: (card) => sayValue(card, setValue(card, row(card)?.value) ?? card.usual, t),
        },
        { key: 'by', head: t(words.setBy), cell: by },
        {
          key: 'act',
          head: '',
          figure: true,
          cell: (card) =>
            rules.mayKeep && (
              <Button aria-label={`${t(words.set)} ${t(card.name)}`} onClick={() => onSet(card)}>
                {t(words.set)}
              </Button>
            ),
        },
      ]}
      rows={cards}
      rowKey={(card) => card.id}
    />
  )
}

type Step = keyof typeof defaultLoopRules.clocks

/** The limits of the steps between: shown so that nobody has to guess, changed with the software only. */
function Steps() {
  const { t } = useWords()
  const steps = Object.keys(defaultLoopRules.clocks) as Step[]
  return (
    <section>
      <SectionHeading end={t(words.stagesBasis)}>{t(words.stages)}</SectionHeading>
      <Table
        caption={t(words.stages)}
        compact
        columns={[
          {
            key: 'step',
            head: t(words.step),
            width: '44%',
            cell: (step) => t(clockKindWords[step]),
          },
          {
            key: 'normal',
            head: t(words.normal),
            cell: (step) => sayLimit(defaultLoopRules.clocks[step].normal, t),
          },
          {
            key: 'urgent',
            head: t(words.urgent),
            cell: (step) => sayLimit(defaultLoopRules.clocks[step].urgent, t),
          },
        ]}
        rows={steps}
        rowKey={(step) => step}
      />
    </section>
  )
}
