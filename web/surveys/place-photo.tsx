// A place is answered with the grid it lies in: a list, or the position of the phone, asked once and forgotten. A photo
// is uploaded when it is chosen, so that going back loses nothing.
import { useState } from 'react'
import { uploadPhoto } from '#core/files/contract.ts'
import { locatePlace } from '#core/places/contract.ts'
import type { AnswerValue } from '#core/surveys/question.ts'
import { call, upload } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Select } from '#web/kit/ui/Field.tsx'
import { PhotoPicker } from '#web/kit/ui/PhotoPicker.tsx'
import { useWhereAmI } from '#web/places/where-am-i.ts'
import { answerWords } from './words-answer.ts'

export type PlaceOption = { code: string; name: string; nameEn: string | null }
type Props<V> = { value: V; onChange: (value: AnswerValue | undefined) => void }

export function PlaceAnswer({
  places,
  value,
  onChange,
}: Props<string | null> & { places: PlaceOption[] }) {
  const { t, lang } = useWords()
  const [trouble, setTrouble] = useState<string | null>(null)
  const here = useWhereAmI((point) => {
    void call(locatePlace, point)
      .then((found) => {
        const grid = places.find(({ code }) => code === found.grid?.code)
        setTrouble(grid === undefined ? t(answerWords.outside) : null)
        if (grid !== undefined) onChange(grid.code)
      })
      .catch(() => setTrouble(t(answerWords.noPosition)))
  })
  const lost = here.state === 'refused' || here.state === 'none'
  return (
    <div className="ans-place">
      <Select
        label={t(answerWords.chooseGrid)}
        hint={t(answerWords.placeNote)}
        error={trouble ?? (lost ? t(answerWords.noPosition) : null)}
        value={value ?? ''}
        options={places.map(({ code, name, nameEn }) => ({
          value: code,
          label: lang === 'en' ? (nameEn ?? name) : name,
        }))}
        onChange={(event) => {
          setTrouble(null)
          onChange(event.target.value === '' ? undefined : event.target.value)
        }}
      />
      <Button icon="pin" busy={here.state === 'asking'} onClick={here.ask}>
        {t(answerWords.useMine)}
      </Button>
    </div>
  )
}

export function PhotoAnswer({ value, onChange, max }: Props<string[]> & { max: number }) {
  const { t } = useWords()
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const take = async (files: File[]) => {
    setState('sending')
    try {
      const kept: string[] = []
      for (const file of files) kept.push((await upload(uploadPhoto, {}, file, file.name)).hash)
      onChange([...new Set([...value, ...kept])].slice(0, max))
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const without = (hash: string) => {
    const left = value.filter((each) => each !== hash)
    onChange(left.length === 0 ? undefined : left)
  }
  return (
    <div className="ans-photos">
      {value.map((hash, at) => (
        <p key={hash}>
          {t(answerWords.photoKept, { n: at + 1 })}
          <Button onClick={() => without(hash)}>{t(answerWords.remove)}</Button>
        </p>
      ))}
      {value.length < max && (
        <PhotoPicker
          label={t(answerWords.photoNote)}
          photos={[]}
          max={max - value.length}
          hint={t(answerWords.photoNote)}
          onChange={(files) => void take(files)}
        />
      )}
      {state !== 'idle' && (
        <p className={state === 'failed' ? 'open-trouble' : 'k-why'} role="status">
          {t(state === 'failed' ? answerWords.photoFailed : answerWords.uploading)}
        </p>
      )}
    </div>
  )
}
