// Why it was not done, under the button that was pressed; the place is there before, so that it is read out.
import { Shape } from '#web/kit/ui/Shape.tsx'
import './open.css'

export function Trouble({ text }: { text: string | null }) {
  return (
    <p className="open-trouble" role="alert">
      {text !== null && (
        <>
          <Shape name="triangle" size={16} />
          <span>{text}</span>
        </>
      )}
    </p>
  )
}
