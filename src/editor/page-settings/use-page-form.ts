'use client'

import type { Values } from '@/components/fields/types'
import type { FieldDescription } from '@/schemas/field'
import type { PagePatch } from '@/src/document'
import { useRefusableForm } from '../inspector/use-refusable-form'
import { useEditorStore } from '../store/context'
import type { PagePart } from '../store/step'

/** A form over a part of the page itself, each change a named step. */
export function usePageForm(
  fields: readonly FieldDescription[],
  current: Values,
  part: PagePart,
  toPatch: (next: Values) => Values,
) {
  const store = useEditorStore()
  return useRefusableForm(fields, current, (next, { path, isContinuous }) =>
    store.change({
      // Checked by the operation itself.
      operation: { kind: 'setPage', patch: toPatch(next) as PagePatch },
      name: { verb: 'setPage', part },
      mergeKey: isContinuous ? `page:${part}.${path.join('.')}` : undefined,
    }),
  )
}

/** Without the properties that hold nothing: a page carries no empty settings. */
export function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
}
