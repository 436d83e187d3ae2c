/** Triggers the custom migrations make. A rebuilt SQLite table loses its own, so boot looks. */
export const REQUIRED_TRIGGERS = [
  'entry_no_update',
  'entry_no_delete',
  'page_version_no_update',
  'page_version_no_delete',
  'wallet_entry_no_update',
  'wallet_entry_no_delete',
  'reversal_no_update',
  'reversal_no_delete',
  'chance_entry_no_update',
  'chance_entry_no_delete',
  'tool_version_no_update',
  'tool_version_no_delete',
  'draw_no_update',
  'draw_no_delete',
  'shipment_list_no_update',
  'shipment_list_no_delete',
] as const

/** Throws, naming the first trigger that is missing. */
export function assertTriggers(present: ReadonlySet<string>): void {
  for (const name of REQUIRED_TRIGGERS) {
    if (!present.has(name)) throw new Error(`the database lacks the trigger ${name}`)
  }
}
