// Where the dialogs of the desk offer the office's templates: a field of words asks this slot, and knows nothing of them. In
// the field nobody has handed anything in, so nothing is fetched there.
import { createContext, type ReactNode, useContext } from 'react'

/** What is taken replaces an empty text, and is put behind one that was begun. */
type Slot = (props: { value: string; onChange: (value: string) => void }) => ReactNode

export const TemplateSlot = createContext<Slot | null>(null)

export const useTemplateSlot = (): Slot | null => useContext(TemplateSlot)
