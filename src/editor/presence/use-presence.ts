'use client'

import { useEffect, useState } from 'react'
import { type StaffInput, type StaffOutput, useTRPCClient } from '@/src/client/trpc'
import { usePageIdentity } from '../page-identity'
import { usePageSaver } from '../save/use-page-saver'
import { useEditorStore } from '../store/context'

export type Present = StaffOutput['pages']['bePresent']['others'][number]

const BEAT_MS = 8_000

/**
 * Says every few seconds that the page is open here, and answers who else has it open. What they
 * saved meanwhile is brought in.
 */
export function usePresence(): readonly Present[] {
  const client = useTRPCClient()
  const store = useEditorStore()
  const saver = usePageSaver()
  const { id: pageId, tabId } = usePageIdentity()
  const [others, setOthers] = useState<readonly Present[]>([])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    async function beat() {
      try {
        const { selectedId } = store.getState()
        const seen = await client.pages.bePresent.mutate({ pageId, tabId, selectedId })
        if (isGone) return
        setOthers((before) => (isSame(before, seen.others) ? before : seen.others))
        if (seen.revision > saver.getState().revision) void saver.catchUp(seen.revision)
      } catch {
        // Who else is there is not known for now; saving says what the matter is.
        if (!isGone) setOthers([])
      }
      if (!isGone) timer = setTimeout(beat, BEAT_MS)
    }
    const leave = () => sayGoodbye({ pageId, tabId })
    const comeBack = () => {
      if (document.visibilityState !== 'visible') return
      clearTimeout(timer)
      void beat()
    }
    void beat()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', comeBack)
    return () => {
      isGone = true
      clearTimeout(timer)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', comeBack)
      leave()
    }
  }, [client, store, saver, pageId, tabId])
  return others
}

/** The one request that outlives its tab, which a batch of the client's would not. */
function sayGoodbye(input: StaffInput['pages']['leave']): void {
  void fetch('/api/staff/pages.leave', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    keepalive: true,
  }).catch(() => undefined)
}

function isSame(a: readonly Present[], b: readonly Present[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
