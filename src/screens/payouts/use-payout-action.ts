'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { type Failure, readFailure } from '@/src/client/failure'
import { useTRPC } from '@/src/client/trpc'

/** Does something to payouts from a dialog: what went wrong stays in it, what worked closes it. */
export function usePayoutAction(onClose: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<Failure>()

  async function run(act: () => Promise<string>) {
    setFailure(undefined)
    try {
      void message.success(await act())
      close()
    } catch (error) {
      setFailure(readFailure(error))
    }
    // Also after a failure: what is on the screen may be older than the server's state.
    await queries.invalidateQueries(trpc.payouts.pathFilter())
  }

  function close() {
    setFailure(undefined)
    onClose()
  }

  return { failure, run, close }
}
