'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '@/src/client/failure'
import { SendFileFailed, sendFile } from '@/src/client/send-file'
import { useTRPC } from '@/src/client/trpc'

/** What an import came to, as the server counts it. */
export interface ImportedCodes {
  encoding: string
  lines: number
  added: number
  repeated: number
  alreadyHere: number
  elsewhere: number
  invalid: number
  invalidLines: { line: number; problem: CodeProblem }[]
  stock: number
}

export type CodeProblem = 'length' | 'characters' | 'formula' | 'scientific' | 'several_columns'

export type ImportState =
  | { phase: 'idle' }
  /** `sent` is how much of the file has left, 0 to 1. */
  | { phase: 'running'; sent: number }
  | { phase: 'done'; result: ImportedCodes }
  | { phase: 'failed'; failure: Failure }

const BROKEN: Failure = { code: 'internal', requestId: undefined, details: [] }

/** Sends a file of codes to a reward. It goes on when the drawer is closed: the server finishes it. */
export function useImportCodes(rewardId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [state, setState] = useState<ImportState>({ phase: 'idle' })

  async function start(file: Blob) {
    setState({ phase: 'running', sent: 0 })
    try {
      const answer = await sendFile(`/api/staff/rewards/${rewardId}/codes`, file, {
        onProgress: (sent) => setState({ phase: 'running', sent }),
        signal: new AbortController().signal,
      })
      setState({ phase: 'done', result: JSON.parse(answer) as ImportedCodes })
    } catch (error) {
      setState({ phase: 'failed', failure: error instanceof SendFileFailed ? error.failure : BROKEN })
    }
    await queries.invalidateQueries(trpc.rewards.pathFilter())
  }

  return { state, start, reset: () => setState({ phase: 'idle' }) }
}
