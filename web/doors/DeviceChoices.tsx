// What a person may choose on this device; the masthead opens it, the sign-in page shows it.
import { useWords } from '#web/kit/language.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { kitWords } from '#web/kit/words.ts'
import './frames.css'

export function DeviceChoices() {
  const { t } = useWords()
  const { lang, theme, density, keys, door, set } = useSettings()
  return (
    <div className="d-choices">
      <Choice label={t(kitWords.language)}>
        <Segmented
          label={t(kitWords.language)}
          value={lang}
          onChange={(chosen) => set({ lang: chosen })}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Choice>
      <Choice label={t(kitWords.theme)}>
        <Segmented
          label={t(kitWords.theme)}
          value={theme ?? 'system'}
          onChange={(chosen) => set({ theme: chosen === 'system' ? null : chosen })}
          options={[
            { value: 'system', label: t(kitWords.themeSystem) },
            { value: 'zhi', label: t(kitWords.themeZhi) },
            { value: 'mo', label: t(kitWords.themeMo) },
          ]}
        />
      </Choice>
      {door === 'desk' && (
        <>
          <Choice label={t(kitWords.density)}>
            <Segmented
              label={t(kitWords.density)}
              value={density}
              onChange={(chosen) => set({ density: chosen })}
              options={[
                { value: 'normal', label: t(kitWords.densityNormal) },
                { value: 'compact', label: t(kitWords.densityCompact) },
              ]}
            />
          </Choice>
          <Choice label={t(kitWords.singleKeys)}>
            <Segmented
              label={t(kitWords.singleKeys)}
              value={keys ? 'on' : 'off'}
              onChange={(chosen) => set({ keys: chosen === 'on' })}
              options={[
                { value: 'on', label: t(kitWords.on) },
                { value: 'off', label: t(kitWords.off) },
              ]}
            />
          </Choice>
        </>
      )}
    </div>
  )
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <span>{label}</span>
      {children}
    </div>
  )
}
