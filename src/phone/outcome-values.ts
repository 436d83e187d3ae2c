import type { Outcome } from '../../schemas/outcome'
import type { BoundEvent } from '../../widgets/kit/bound-events'
import type { EventValues } from './action-runner'

/** A result's sheet that has not come up by then is not going to, ms. */
const SHEET_WAIT_MS = 15_000
const SHEET = '[aria-modal="true"]'

/** What an outcome brings to the actions that follow from it. */
export function valuesOf(places: BoundEvent['values'], outcome: Outcome): EventValues {
  return Object.fromEntries(
    Object.entries(places).map(([name, at]) => {
      let value: unknown = outcome
      for (const key of at) {
        const holder = typeof value === 'object' && value !== null ? value : {}
        value = Object.hasOwn(holder, key) ? (holder as Record<string | number, unknown>)[key] : undefined
      }
      return [name, value]
    }),
  )
}

/** The member has seen the result and closed its sheet, or there was none. */
export function sheetClosed(): Promise<void> {
  return new Promise((resolve) => {
    let wasOpen = false
    const done = () => {
      clearTimeout(timer)
      changes.disconnect()
      resolve()
    }
    const changes = new MutationObserver(() => {
      const isOpen = document.querySelector(SHEET) !== null
      if (wasOpen && !isOpen) done()
      if (isOpen) clearTimeout(timer)
      wasOpen = isOpen
    })
    const timer = setTimeout(done, SHEET_WAIT_MS)
    changes.observe(document.body, { childList: true, subtree: true })
  })
}
