import type { Finding, Found } from './finding'

/** A finding with the level its author gave it, which a rule for its code goes before. */
export type Judged = Found & { level: Finding['level'] }

/** A finding that asks, unless its rule says otherwise. */
export function asks(code: string, path: Found['path'], params?: Found['params']): Judged {
  return { level: 'warning', code, path, ...(params && { params }) }
}
