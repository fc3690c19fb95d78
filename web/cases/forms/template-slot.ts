// Where dialogs offer the office's templates: a field of words asks this slot, and knows nothing of them. The desk hands in
// what the server has now, the field what the phone took along.
import { createContext, type ReactNode, useContext } from 'react'

/** What is taken replaces an empty text, and is put behind one that was begun. */
type Slot = (props: { value: string; onChange: (value: string) => void }) => ReactNode

export const TemplateSlot = createContext<Slot | null>(null)

export const useTemplateSlot = (): Slot | null => useContext(TemplateSlot)
