// What a person chose on this device: language, theme, density, elder mode, single-letter keys. Kept in localStorage,
// written to the attributes of <html> that the stylesheets read. `?elder=1` and `?lang=en` come from printed codes.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang } from '#core/kit/words.ts'

export type Door = 'desk' | 'field' | 'open'
export type ElderSize = 18 | 22 | 26 | 30
export const elderSizes: readonly ElderSize[] = [18, 22, 26, 30]

export type Settings = {
  lang: Lang
  theme: 'zhi' | 'mo' | null
  density: 'normal' | 'compact'
  elder: ElderSize | null
  /** Single-letter keys can be turned off: speech input presses them by accident. */
  keys: boolean
  zone: string
}

type Held = Settings & { door: Door; set: (change: Partial<Settings>) => void }

const usual: Settings = {
  lang: 'zh',
  theme: null,
  density: 'normal',
  elder: null,
  keys: true,
  zone: 'Asia/Shanghai',
}
const place = 'linli.settings'
const Context = createContext<Held>({ ...usual, door: 'desk', set: () => undefined })

function remembered(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Settings>
  } catch {
    return {} // storage closed or damaged: the usual settings serve
  }
}

function remember(settings: Settings): void {
  try {
    localStorage.setItem(place, JSON.stringify(settings))
  } catch {
    // storage closed: the choice lasts as long as the page
  }
}

function asked(): Partial<Settings> {
  const query = new URLSearchParams(location.search)
  const size = Number(query.get('elder'))
  const elder =
    elderSizes.find((known) => known === size) ?? (query.get('elder') === '1' ? 22 : undefined)
  const lang = query.get('lang')
  return {
    ...(elder === undefined ? {} : { elder }),
    ...(query.get('elder') === '0' ? { elder: null } : {}),
    ...(lang === 'zh' || lang === 'en' ? { lang } : {}),
  }
}

function setOrDrop(name: string, value: string | null): void {
  if (value === null) document.documentElement.removeAttribute(name)
  else document.documentElement.setAttribute(name, value)
}

/** Writes the choices where the stylesheets look for them. */
function show(settings: Settings, door: Door): void {
  document.documentElement.lang = settings.lang === 'zh' ? 'zh-CN' : 'en'
  setOrDrop('data-theme', settings.theme)
  setOrDrop('data-density', door === 'desk' && settings.density === 'compact' ? 'compact' : null)
  setOrDrop(
    'data-elder',
    door === 'open' && settings.elder !== null ? String(settings.elder) : null,
  )
}

/** Before the first paint, so that nobody sees the page change its mind. */
export function startSettings(door: Door): Settings {
  const settings = { ...usual, ...remembered(), ...asked() }
  show(settings, door)
  remember(settings)
  return settings
}

type ProviderProps = { door: Door; start: Settings; children: ReactNode }

export function SettingsProvider({ door, start, children }: ProviderProps) {
  const [settings, setSettings] = useState(start)
  useEffect(() => {
    show(settings, door)
    remember(settings)
  }, [settings, door])
  const held = useMemo<Held>(
    () => ({
      ...settings,
      elder: door === 'open' ? settings.elder : null,
      door,
      set: (change) => setSettings((was) => ({ ...was, ...change })),
    }),
    [settings, door],
  )
  return <Context value={held}>{children}</Context>
}

export function useSettings(): Held {
  return useContext(Context)
}
