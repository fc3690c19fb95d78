// A personal field on a form of the desk, with what staff read out beside it.
import { TextField } from '#web/kit/ui/Field.tsx'
import { useDeskArea } from './desk-area.ts'
import { type Asked, useTold } from './told.tsx'

type FieldProps = Omit<Parameters<typeof TextField>[0], 'why' | 'line'> & Omit<Asked, 'area'>

/** A field of the desk: without a place of its own what holds everywhere is said. */
export function ToldField({ field, usual, ...input }: FieldProps) {
  const told = useTold({ area: useDeskArea(), field, usual })
  return <TextField {...input} {...told} />
}
