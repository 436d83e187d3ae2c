'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { FieldsForm } from '@/components/fields/fields-form'
import type { FieldChange } from '@/components/fields/types'
import type { FieldDescription } from '@/schemas/field'
import type { Block } from '@/schemas/page'
import type { BlockPatch } from '@/src/document'
import { stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import type { StepName } from '../store/step'
import { Section } from './section'
import { useRefusableForm } from './use-refusable-form'

const SPACE = { kind: 'number', unit: 'px', min: 0, max: 400, step: 4 } as const

export const LOOK: FieldDescription[] = [
  { name: 'marginTop', optional: true, field: SPACE },
  { name: 'marginBottom', optional: true, field: SPACE },
  { name: 'background', optional: true, field: { kind: 'colour' } },
]
const SCHEDULE: FieldDescription[] = [
  { name: 'from', optional: true, field: { kind: 'instant' } },
  { name: 'until', optional: true, field: { kind: 'instant' } },
]
const HIDDEN: FieldDescription[] = [{ name: 'hidden', optional: false, field: { kind: 'switch' } }]

type Verb = Extract<StepName['verb'], 'restyle' | 'reschedule' | 'hide' | 'show'>

/** What every block has, whatever its widget: the space around it, and when it is shown. */
export function BlockLook({ block, isDisabled }: { block: Block; isDisabled: boolean }) {
  const store = useEditorStore()
  const t = useTranslations('editor.inspector')
  const labels = useMemo(
    () => ({
      fields: {
        marginTop: t('marginTop'),
        marginBottom: t('marginBottom'),
        background: t('background'),
        from: t('from'),
        until: t('until'),
        hidden: t('hidden'),
      },
    }),
    [t],
  )

  const set = (patch: BlockPatch, verb: Verb, { path, isContinuous }: FieldChange) =>
    store.change({
      operation: { kind: 'setBlock', id: block.id, patch },
      name: { verb, block: stepBlock(store.getState().page, block.id) },
      mergeKey: isContinuous ? `${block.id}:look.${path.join('.')}` : undefined,
    })
  const look = useRefusableForm(LOOK, block.style ?? {}, (style, change) =>
    set({ style: orNone(style) }, 'restyle', change),
  )
  const schedule = useRefusableForm(SCHEDULE, block.schedule ?? {}, (next, change) =>
    set({ schedule: orNone(next) }, 'reschedule', change),
  )
  const hidden = useRefusableForm(HIDDEN, { hidden: block.hidden === true }, (next, change) =>
    set({ hidden: next.hidden === true ? true : undefined }, next.hidden === true ? 'hide' : 'show', change),
  )
  const form = { labels, isDisabled, isCompact: true }

  return (
    <>
      <Section title={t('look')} place="style">
        <FieldsForm {...look} {...form} />
      </Section>
      <Section title={t('display')} place="schedule">
        <div className="flex flex-col gap-4">
          <FieldsForm {...schedule} {...form} />
          <FieldsForm {...hidden} {...form} />
        </div>
      </Section>
    </>
  )
}

/** A block without any of it carries none of it. */
export function orNone<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined
}
