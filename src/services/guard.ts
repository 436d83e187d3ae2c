export type Guarded =
  | 'budget'
  | 'limits'
  | 'stock'
  | 'holds'
  | 'rows'
  | 'wallets'
  | 'wallet entries'
  | 'chances'
  | 'chance entries'
  | 'payouts'
  | 'codes'
  | 'grants'
  | 'redemptions'
  | 'draws'
  | 'submissions'
  | 'outcomes'
  | 'addresses'
  | 'shipments'

/** Another process moved what a transaction was decided on; it must be rolled back. */
export class GuardFailed extends Error {
  override readonly name = 'GuardFailed'

  constructor(readonly what: Guarded) {
    super(`${what} moved since they were read`)
  }
}

/** @throws GuardFailed when a write found less than was decided on. */
export function guard(held: boolean, what: Guarded): void {
  if (!held) throw new GuardFailed(what)
}

const MAX_TRIES = 8

/** Does a transaction's work again, on what it then reads, while other processes move what it needs. */
export async function untilGuarded<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= MAX_TRIES || !(error instanceof GuardFailed)) throw error
    }
  }
}
