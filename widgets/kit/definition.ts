import type { z } from 'zod'
import type { ToolFactName } from '../../schemas/condition-fields'
import type { ToolFacts } from '../../schemas/condition-holds'
import type { Block } from '../../schemas/page'
import type { Entrance, EventDefinition } from './events'

/** Brings one block's props from version `to - 1` to version `to`. */
export interface Migration {
  to: number
  /** What changed, in kebab-case: `prizes-to-pool`. */
  name: string
  up: (props: Record<string, unknown>) => Record<string, unknown>
}

export interface SlotDefinition {
  /** Widget types that may stand here; every type when absent. */
  accepts?: readonly string[]
}

/** A number of px among the props that is dragged: the field says from where to where. */
export interface ResizeDefinition {
  prop: string
  /** What is dragged: the block's lower edge, or what lies between its first two slots. */
  edge: 'bottom' | 'between'
}

/** What a widget's author is told by the editor before publishing. `code` is in its messages. */
export interface LintFinding {
  level: 'error' | 'warning'
  code: string
  /** Where in the block it is: `['props', 'slides', 2, 'alt']`. */
  path?: readonly (string | number)[]
}

export interface WidgetDefinition<Props extends z.ZodObject = z.ZodObject> {
  /** The folder's name, and `type` in every block. */
  type: string
  /** Counts up with every change to the props' shape that needs a migration. */
  version: number
  props: Props
  /** What a new block starts with. Must satisfy `props`. */
  defaults: z.infer<Props>

  /** Which group of the palette it stands in. */
  group: 'content' | 'layout' | 'marketing'
  /** Its picture in the palette: the path of a line of 1.6 px on a grid of 24 × 24. */
  icon?: string
  /** Named places for other blocks, by the props that decide how many there are. */
  slots: (props: z.infer<Props>) => Record<string, SlotDefinition>
  /** True when a block must name a tool of this widget's type. */
  usesTool: boolean
  /** True when the phone needs no script for it. */
  isStatic: boolean
  migrations: readonly Migration[]
  /** What can happen to it, by name; `events` in its messages name them. */
  events: Readonly<Record<string, EventDefinition>>
  /** Actions of its tool that other blocks may ask for, and what each must be told. */
  actions: Readonly<Record<string, z.ZodObject>>
  /** Whether it opens by itself, as a link to it would open it, when the page is entered. */
  entrance?: (props: z.infer<Props>) => Entrance | undefined
  /** What conditions may ask of its tool, each from what the tool's `present` returned. */
  tells: { readonly [Fact in ToolFactName]?: TellsFact<Fact> }
  /** Its text that is written on the canvas itself: the view shows it whole, in an element of its own. */
  inlineText?: string
  /** Its switch that shows the crossed-out prices of its tool's products: each must have been a real one. */
  crossedOutBy?: string
  /** Its size that a handle on the canvas sets. */
  resize?: ResizeDefinition
  /** Findings about one block beyond its schema, such as an image without alternative text. */
  lint: (props: z.infer<Props>, block: Block) => LintFinding[]
}

// biome-ignore lint/suspicious/noExplicitAny: each tool has a state of its own.
type TellsFact<Fact extends ToolFactName> = (state: any) => ToolFacts[Fact]

type Required4 = 'type' | 'version' | 'props' | 'defaults'

/** Declares a widget. Four things are required; the rest has safe defaults. */
export function defineWidget<Props extends z.ZodObject>(
  widget: Pick<WidgetDefinition<Props>, Required4> & Partial<WidgetDefinition<Props>>,
): WidgetDefinition<Props> {
  return {
    group: 'content',
    slots: () => ({}),
    usesTool: false,
    isStatic: true,
    migrations: [],
    events: {},
    actions: {},
    tells: {},
    lint: () => [],
    ...widget,
  }
}

/** A definition whose props' type is forgotten, as registries hold them. */
// biome-ignore lint/suspicious/noExplicitAny: parameters of unknown props cannot be typed.
export type AnyWidgetDefinition = WidgetDefinition<any>
