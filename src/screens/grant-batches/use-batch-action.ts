'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { type Failure, readFailure } from '@/src/client/failure'
import { useTRPC } from '@/src/client/trpc'

/** Does something to a batch: what worked is said, what went wrong is kept to be shown. */
export function useBatchAction() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<Failure>()
  const [isRunning, setRunning] = useState(false)

  /** Answers whether it worked. */
  async function run(act: () => Promise<string>): Promise<boolean> {
    setFailure(undefined)
    setRunning(true)
    let isDone = false
    try {
      void message.success(await act())
      isDone = true
    } catch (error) {
      setFailure(readFailure(error))
    }
    setRunning(false)
    // Also after a failure: what is on the screen may be older than the server's state.
    await queries.invalidateQueries(trpc.grantBatches.pathFilter())
    return isDone
  }

  return { failure, isRunning, run, clear: () => setFailure(undefined) }
}
