// When a page of ours breaks: say that it is our fault, that what was written is kept, and offer the way back.
import { Component, type ReactNode } from 'react'
import { useWords } from '#web/kit/language.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { kitWords } from '#web/kit/words.ts'
import '#web/kit/ui/states.css'
import './frames.css'

type Props = { children: ReactNode }

export class FaultFloor extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <OurFault /> : this.props.children
  }
}

function OurFault() {
  const { t } = useWords()
  const { door } = useSettings()
  return (
    <main className="d-alone">
      <div className="k-state" role="alert">
        <span className="k-zhu">
          <Shape name="triangle" size={22} />
        </span>
        <b>{t(kitWords.somethingWrong)}</b>
        <p>{t(kitWords.somethingWrongThen)}</p>
        <Buttons>
          <Button look="pri" onClick={() => location.reload()}>
            {t(kitWords.tryAgain)}
          </Button>
          <Button onClick={() => location.assign(door === 'open' ? '/' : `/${door}`)}>
            {t(kitWords.toStart)}
          </Button>
        </Buttons>
      </div>
    </main>
  )
}
