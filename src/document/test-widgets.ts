import { z } from 'zod'
import { defineWidget } from '../../widgets/kit/definition'
import { field } from '../../widgets/kit/fields'
import type { Definitions } from './definitions'

/* Widgets for the tests of this folder, so that no test depends on what a real one looks like. */

export const leaf = defineWidget({
  type: 'leaf',
  version: 2,
  props: z.strictObject({ text: field.text({ max: 20 }), link: field.link() }),
  defaults: { text: '', link: '' },
  migrations: [{ to: 2, name: 'add-link', up: (props) => ({ link: '', ...props }) }],
  lint: (props) => (props.text === '' ? [{ level: 'warning' as const, code: 'no_text' }] : []),
})

/** A container whose number of slots is one of its props. */
export const box = defineWidget({
  type: 'box',
  version: 1,
  props: z.strictObject({ count: field.number({ min: 1, max: 4 }) }),
  defaults: { count: 2 },
  group: 'layout',
  slots: ({ count }) => Object.fromEntries(['a', 'b', 'c', 'd'].slice(0, count).map((name) => [name, {}])),
})

/** A container that takes leaves only. */
export const picky = defineWidget({
  type: 'picky',
  version: 1,
  props: z.strictObject({}),
  defaults: {},
  slots: () => ({ only: { accepts: ['leaf'] } }),
})

export const tooled = defineWidget({
  type: 'tooled',
  version: 1,
  props: z.strictObject({}),
  defaults: {},
  usesTool: true,
})

/** Its migrations go wrong in the ways they can. */
export const broken = defineWidget({
  type: 'broken',
  version: 4,
  props: z.strictObject({ n: field.number({ min: 0, max: 9 }) }),
  defaults: { n: 1 },
  migrations: [
    {
      to: 2,
      name: 'throws',
      up: () => {
        throw new Error('a migration of a widget in the wild')
      },
    },
    { to: 4, name: 'out-of-range', up: () => ({ n: 100 }) },
  ],
})

export const definitions: Definitions = { leaf, box, picky, tooled, broken }

/** Ids `n1`, `n2`, … */
export function countingIds(prefix = 'n'): () => string {
  let count = 0
  return () => `${prefix}${++count}`
}
