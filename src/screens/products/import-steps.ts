import type { ProductImportResult, ProductImportStep } from '@/schemas/product-import'
import type { Failure } from '@/src/client/failure'

type FailedStep = { kind: 'failed'; error: { data: Failure } }

export interface ImportProgress {
  rows: number
  totalRows: number
}

/** Where an import is, by what was answered so far: its last line that has arrived whole. */
export function readSteps(answer: string): {
  progress?: ImportProgress
  result?: ProductImportResult
  failure?: Failure
} {
  const end = answer.lastIndexOf('\n')
  if (end < 0) return {}
  const line = answer.slice(answer.lastIndexOf('\n', end - 1) + 1, end)
  try {
    const step = JSON.parse(line) as ProductImportStep | FailedStep
    if (step.kind === 'progress') return { progress: step }
    return step.kind === 'done' ? { result: step.result } : { failure: step.error.data }
  } catch {
    // Something in between answered in our place.
    return {}
  }
}
