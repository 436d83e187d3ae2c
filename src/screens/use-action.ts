'use client'

import { type QueryFilters, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { type Failure, readFailure } from '@/src/client/failure'

/** Does something from a dialog: what went wrong stays in it, what worked is said and closes it. */
export function useAction(changes: QueryFilters, onClose: () => void) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<Failure>()

  /** `act` answers what to say once it worked. */
  async function run(act: () => Promise<string>) {
    setFailure(undefined)
    try {
      void message.success(await act())
      close()
    } catch (error) {
      setFailure(readFailure(error))
    }
    // Also after a failure: what is on the screen may be older than the server's state.
    await queries.invalidateQueries(changes)
  }

  function close() {
    setFailure(undefined)
    onClose()
  }

  return { failure, run, close }
}
