'use client'

import { useTranslations } from 'next-intl'
import type { ActionCall } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import { definitionOf } from '@/src/document'
import { Section } from '../inspector/section'
import { stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import { withCalls } from './edit-actions'
import { EventActions, type SetCalls } from './event-actions'
import { useBindingWords } from './use-binding-words'

/** What follows when something happens to the block. Nothing, for a widget to which nothing happens. */
export function BindingSection({ block, isDisabled }: { block: Block; isDisabled: boolean }) {
  const store = useEditorStore()
  const t = useTranslations('editor.binding')
  const { eventName } = useBindingWords(block.type)
  const definition = definitionOf(store.definitions, block.type)
  const events = Object.keys(definition?.events ?? {})
  if (!definition || events.length === 0) return null

  const setCalls =
    (event: string): SetCalls =>
    (calls: readonly ActionCall[], mergeKey) =>
      store.change({
        operation: {
          kind: 'setBlock',
          id: block.id,
          patch: { on: withCalls(block.on, event, calls) },
        },
        name: { verb: 'setEvents', block: stepBlock(store.getState().page, block.id) },
        mergeKey: mergeKey && `${block.id}:on.${event}.${mergeKey}`,
      })

  return (
    <Section title={t('section')}>
      <div className="flex flex-col gap-5">
        {events.map((event) => (
          <EventActions
            key={event}
            block={block}
            definition={definition}
            event={event}
            title={eventName(event)}
            calls={block.on?.[event] ?? []}
            isDisabled={isDisabled}
            setCalls={setCalls(event)}
          />
        ))}
      </div>
    </Section>
  )
}
