import {
  ACTION_CATALOGUE,
  type ActionCall,
  kindsFor,
  PAGE_VALUES,
  type ValueKind,
} from '../../schemas/action-call'
import type { FieldDescription } from '../../schemas/field'
import type { AnyWidgetDefinition } from '../../widgets/kit/definition'
import { describeFields } from '../../widgets/kit/describe-fields'

/** An input of an action, and whether it must be written down. */
export type ActionInput = FieldDescription & { literalOnly?: true }

/**
 * The inputs of an action as a form edits them. A tool's action is told what `target`, the widget
 * that plays the tool, says; undefined when it has no such action.
 */
export function inputsOf(
  call: ActionCall,
  target: AnyWidgetDefinition | undefined,
): readonly ActionInput[] | undefined {
  if (call.kind !== 'tool') return ACTION_CATALOGUE[call.kind].inputs
  const { action } = call
  const input =
    action !== undefined && target && Object.hasOwn(target.actions, action)
      ? target.actions[action]
      : undefined
  return input && describeFields(input)
}

/**
 * What a reference names when this event happens, or a part is tapped: its kind, or undefined when
 * there is no such value.
 */
export function kindOf(
  ref: string,
  definition: AnyWidgetDefinition | undefined,
  event: string | undefined,
): ValueKind | undefined {
  if (Object.hasOwn(PAGE_VALUES, ref)) return PAGE_VALUES[ref as keyof typeof PAGE_VALUES]
  const values = valuesOf(definition, event)
  const name = ref.slice('event.'.length)
  return ref.startsWith('event.') && Object.hasOwn(values, name) ? values[name]?.kind : undefined
}

/** Every reference that may stand in this input when the event happens, the event's own first. */
export function referencesFor(
  input: ActionInput,
  definition: AnyWidgetDefinition | undefined,
  event: string | undefined,
): string[] {
  const kinds = kindsFor(input)
  const own = Object.keys(valuesOf(definition, event)).map((name) => `event.${name}`)
  return [...own, ...Object.keys(PAGE_VALUES)].filter((ref) => {
    const kind = kindOf(ref, definition, event)
    return kind !== undefined && kinds.includes(kind)
  })
}

function valuesOf(definition: AnyWidgetDefinition | undefined, event: string | undefined) {
  const found =
    definition && event !== undefined && Object.hasOwn(definition.events, event)
      ? definition.events[event]
      : undefined
  return found?.values ?? {}
}
