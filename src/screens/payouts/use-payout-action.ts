'use client'

import { useTRPC } from '@/src/client/trpc'
import { useAction } from '../use-action'

/** Does something to payouts from a dialog. */
export function usePayoutAction(onClose: () => void) {
  return useAction(useTRPC().payouts.pathFilter(), onClose)
}
