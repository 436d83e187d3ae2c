import { z } from 'zod'
import type { FieldDescription } from './field'
import { BlockId, Link, plainText } from './primitives'

/** Actions of one event at most, and events of one block. */
export const MOST_ACTIONS = 10
const MOST_EVENTS = 10
const MOST_INPUTS = 10

/** What a value is, as far as it decides where it may be put. */
export type ValueKind = 'text' | 'number' | 'link' | 'id'

/** What is known on every page, whichever event it was. */
export const PAGE_VALUES = {
  'member.nickname': 'text',
  'member.level': 'text',
  'member.city': 'text',
  'campaign.name': 'text',
  'page.title': 'text',
  'page.link': 'link',
} as const satisfies Record<string, ValueKind>

export const EventName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/)

/** Names a value that is known only when the event happens; which ones there are, its event says. */
export const Reference = z.strictObject({
  ref: z.union([
    z.enum(Object.keys(PAGE_VALUES) as [keyof typeof PAGE_VALUES, ...(keyof typeof PAGE_VALUES)[]]),
    z.string().regex(/^event\.[a-z][a-zA-Z0-9]{0,30}$/),
  ]),
})
export type Reference = z.infer<typeof Reference>

const orReference = <S extends z.ZodType>(literal: S) => z.union([literal, Reference])

const matching = (max: number, pattern: RegExp, error: string) =>
  z
    .string()
    .max(max)
    .refine((value) => pattern.test(value), { error })

const Phone = matching(26, /^(?:\+?[0-9][0-9 -]{2,24})?$/, 'not_a_phone')
const TrackedName = matching(40, /^(?:[a-z][a-z0-9_.]*)?$/, 'not_a_tracked_name')
const InputName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/)

const none = z.strictObject({})

/**
 * One thing to do when an event happens. A closed set, as data: values are written down or named by
 * a reference, and nothing in it is ever run as code.
 */
export const ActionCall = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('navigate'), inputs: z.strictObject({ link: orReference(Link) }) }),
  z.strictObject({ kind: z.literal('openPopup'), block: BlockId.optional(), inputs: none }),
  z.strictObject({ kind: z.literal('scrollTo'), block: BlockId.optional(), inputs: none }),
  z.strictObject({
    kind: z.literal('share'),
    inputs: z.strictObject({ title: orReference(plainText(60)) }),
  }),
  z.strictObject({ kind: z.literal('copy'), inputs: z.strictObject({ text: orReference(plainText(500)) }) }),
  z.strictObject({ kind: z.literal('call'), inputs: z.strictObject({ phone: Phone }) }),
  z.strictObject({
    kind: z.literal('track'),
    inputs: z.strictObject({ name: TrackedName, detail: orReference(plainText(80)) }),
  }),
  /** An action of another block's tool; which there are and what they take, its widget says. */
  z.strictObject({
    kind: z.literal('tool'),
    block: BlockId.optional(),
    action: InputName.optional(),
    inputs: z
      .record(InputName, orReference(z.union([plainText(200), z.number(), z.boolean()])))
      .refine((inputs) => Object.keys(inputs).length <= MOST_INPUTS, { error: 'too_many_inputs' }),
  }),
])
export type ActionCall = z.infer<typeof ActionCall>
export type ActionKind = ActionCall['kind']

/** What is done in turn, when one thing happens. */
export const ActionCalls = z.array(ActionCall).max(MOST_ACTIONS)

/** What a block does when something happens to it, by event. */
export const EventBindings = z
  .record(EventName, ActionCalls.min(1))
  .refine((on) => Object.keys(on).length <= MOST_EVENTS, { error: 'too_many_events' })
export type EventBindings = z.infer<typeof EventBindings>

interface CatalogueEntry {
  /** What the action needs to be told of the page, besides its inputs. */
  target?: 'popup' | 'block' | 'tool'
  /** How its inputs are edited, from which the form is made. A tool's action has inputs of its own. */
  inputs: readonly (FieldDescription & { literalOnly?: true })[]
}

/** Every action there is, with the fields of its inputs. */
export const ACTION_CATALOGUE: Record<ActionKind, CatalogueEntry> = {
  openPopup: { target: 'popup', inputs: [] },
  navigate: { inputs: [{ name: 'link', optional: false, field: { kind: 'link' } }] },
  scrollTo: { target: 'block', inputs: [] },
  tool: { target: 'tool', inputs: [] },
  copy: { inputs: [{ name: 'text', optional: false, field: { kind: 'text', max: 500, multiline: false } }] },
  share: { inputs: [{ name: 'title', optional: false, field: { kind: 'text', max: 60, multiline: false } }] },
  call: {
    inputs: [
      {
        name: 'phone',
        optional: false,
        field: { kind: 'text', max: 26, multiline: false },
        literalOnly: true,
      },
    ],
  },
  track: {
    inputs: [
      {
        name: 'name',
        optional: false,
        field: { kind: 'text', max: 40, multiline: false },
        literalOnly: true,
      },
      { name: 'detail', optional: true, field: { kind: 'text', max: 80, multiline: false } },
    ],
  },
}

/** True of a value that is named and not written down. */
export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value
}

/** The kinds of value a field takes by reference; none when it must be written down. */
export function kindsFor({ field, literalOnly }: FieldDescription & { literalOnly?: true }): ValueKind[] {
  if (literalOnly) return []
  if (field.kind === 'text') return ['text', 'number', 'link']
  if (field.kind === 'link') return ['link']
  if (field.kind === 'reward') return ['id']
  return field.kind === 'number' ? ['number'] : []
}
