/** One payment to be made. */
export interface PayoutOrder {
  /** Unique to this try of this payout: the idempotency key towards whoever pays. */
  reference: string
  amountFen: number
  receiver: {
    /** What the shop calls the member, and their name there. */
    shopMemberId: string
    name: string
    /** Where to pay to, when that is not enough. */
    account: string | null
  }
}

/** Whoever pays cash out. */
export interface PayoutAdapter {
  name: string
  /**
   * Takes over an order: `queued` to be paid with others later, `paying` when it is on its way. Called
   * again with the same reference it must not pay again. Never called inside a transaction; throwing
   * means to ask again later.
   */
  submit: (order: PayoutOrder, signal: AbortSignal) => Promise<'queued' | 'paying'>
}

/** The first adapter: orders wait for finance, who pay them from a signed file (`file.ts`). */
export const fileAdapter: PayoutAdapter = { name: 'file', submit: async () => 'queued' }
