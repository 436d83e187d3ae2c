'use client'

import { App } from 'antd'
import { useCallback } from 'react'
import type { ChangeResult } from './store/change'
import { useWords } from './words'

/** Tells the user why something was not done; says nothing when it was. */
export function useSayResult(): (result: ChangeResult | undefined) => void {
  const { message } = App.useApp()
  const { sayRefusal } = useWords()
  return useCallback(
    (result) => {
      const refusal = sayRefusal(result)
      if (refusal) void message.warning({ key: 'refusal', content: refusal })
    },
    [message, sayRefusal],
  )
}
