import type { Values } from './types'

/** The object with a patch applied: undefined takes a property away. */
export function patched(value: Values, patch: Values): Values {
  return Object.fromEntries(
    Object.entries({ ...value, ...patch }).filter(([, member]) => member !== undefined),
  )
}
