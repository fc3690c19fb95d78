// A dialog in the field, with the office's templates beside its words. Fetched when one is opened.
import { MoveFormFor } from '../forms/MoveFormFor.tsx'
import { TemplatePicker } from '../forms/TemplatePicker.tsx'
import { TemplateSlot } from '../forms/template-slot.ts'
import type { FormKey } from '../forms/form-keys.ts'
import type { FormProps } from '../forms/useMove.ts'
import { useMyArea } from './my-grid.ts'

export function FieldForm(props: FormProps & { form: FormKey }) {
  const { form, view } = props
  const area = useMyArea()
  return (
    <TemplateSlot.Provider
      value={
        area === null
          ? null
          : (field) => <TemplatePicker view={view} form={form} along={area.code} {...field} />
      }
    >
      <MoveFormFor {...props} />
    </TemplateSlot.Provider>
  )
}
