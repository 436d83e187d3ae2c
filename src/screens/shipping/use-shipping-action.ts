'use client'

import { useTRPC } from '@/src/client/trpc'
import { useAction } from '../use-action'

/** Does something to prizes from a dialog. */
export function useShippingAction(onClose: () => void) {
  return useAction(useTRPC().shipping.pathFilter(), onClose)
}
