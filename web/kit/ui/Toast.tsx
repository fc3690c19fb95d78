// A toast only confirms, and carries 收回. It stays eight seconds and waits while it has focus or the pointer.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Shape } from './Shape.tsx'
import './toast.css'

type Toast = { key: number; text: string; takeBack: (() => void) | null }
type Show = (text: string, takeBack?: () => void) => void

const Context = createContext<Show>(() => undefined)
const staysMs = 8_000

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const next = useRef(1)
  const show = useCallback<Show>((text, takeBack) => {
    const key = next.current++
    setToasts((was) => [...was.slice(-2), { key, text, takeBack: takeBack ?? null }])
  }, [])
  const drop = useCallback(
    (key: number) => setToasts((was) => was.filter((toast) => toast.key !== key)),
    [],
  )
  return (
    <Context value={show}>
      {children}
      <div className="k-toasts" role="status">
        {toasts.map((toast) => (
          <ToastRow key={toast.key} toast={toast} onGone={drop} />
        ))}
      </div>
    </Context>
  )
}

function ToastRow({ toast, onGone }: { toast: Toast; onGone: (key: number) => void }) {
  const { t } = useWords()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onGone(toast.key), staysMs)
    return () => clearTimeout(timer)
  }, [held, onGone, toast.key])
  return (
    <div
      className="k-toast"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <Shape name="disc" size={15} />
      <span>{toast.text}</span>
      {toast.takeBack && (
        <button
          type="button"
          className="k-link"
          onClick={() => {
            toast.takeBack?.()
            onGone(toast.key)
          }}
        >
          {t(kitWords.takeBack)}
        </button>
      )}
    </div>
  )
}

/** `const toast = useToast(); toast('已派给排水岗，限 2 个工作日。', takeBack)`. */
export function useToast(): Show {
  return useContext(Context)
}
