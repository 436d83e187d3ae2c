'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { PRODUCT_COLUMNS, type ProductColumn, type ProductImportResult } from '@/schemas/product-import'
import type { Failure } from '@/src/client/failure'
import { SendFileFailed, sendFile } from '@/src/client/send-file'
import { useTRPC } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { type ImportProgress, readSteps } from './import-steps'

export type ImportStage =
  | { kind: 'choosing' }
  | { kind: 'uploading'; percent: number }
  | { kind: 'importing'; progress: ImportProgress }
  | { kind: 'done'; result: ProductImportResult }
  | { kind: 'failed'; message: string; canRetry: boolean }

const MAX_BYTES = 20 * 1024 * 1024

/** Sends a product list and follows its import. It goes on when the screen is left; `stop` ends it. */
export function useProductImport() {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { sayFailure } = useFailureWords()
  const [stage, setStage] = useState<ImportStage>({ kind: 'choosing' })
  const running = useRef<AbortController>(undefined)
  const lastFile = useRef<File>(undefined)

  const say = useCallback(
    (failure: Failure): string => {
      const columnsOf = (code: string) =>
        failure.details
          .filter((detail) => detail.code === code)
          .flatMap(({ params }) => (isColumn(params?.column) ? [t(`columns.${params.column}`)] : []))
          .join('、')
      if (columnsOf('missing_column'))
        return t('dialog.missingColumns', { columns: columnsOf('missing_column') })
      if (columnsOf('column_twice')) return t('dialog.columnsTwice', { columns: columnsOf('column_twice') })
      if (failure.details[0]?.code === 'too_many_rows') return t('dialog.tooManyRows')
      if (failure.code === 'too_large') return t('dialog.tooLarge')
      if (failure.code === 'unsupported_media') return t('dialog.unreadable')
      return sayFailure(failure)
    },
    [t, sayFailure],
  )

  async function start(file: File) {
    const refusal = refusalOf(file)
    lastFile.current = file
    if (refusal) {
      setStage({ kind: 'failed', message: t(`dialog.${refusal}`), canRetry: false })
      return
    }
    const controller = new AbortController()
    running.current = controller
    const show = (next: ImportStage) => {
      if (running.current === controller) setStage(next)
    }
    show({ kind: 'uploading', percent: 0 })
    try {
      const answer = await sendFile('/api/staff/product-list', file, {
        signal: controller.signal,
        onProgress: (fraction) => show({ kind: 'uploading', percent: Math.round(fraction * 100) }),
        onAnswer: (text) => {
          const { progress } = readSteps(text)
          if (progress) show({ kind: 'importing', progress })
        },
      })
      const { result, failure } = readSteps(answer)
      if (result) show({ kind: 'done', result })
      else show({ kind: 'failed', message: failure ? say(failure) : t('dialog.interrupted'), canRetry: true })
    } catch (error) {
      if (!(error instanceof SendFileFailed)) throw error
      const { code } = error.failure
      show({
        kind: 'failed',
        message: code === 'offline' ? t('dialog.interrupted') : say(error.failure),
        canRetry: ['offline', 'busy', 'internal'].includes(code),
      })
    } finally {
      await queryClient.invalidateQueries(trpc.products.pathFilter())
    }
  }

  function reset() {
    const before = running.current
    running.current = undefined
    before?.abort()
    setStage({ kind: 'choosing' })
  }

  return {
    stage,
    start: (file: File) => void start(file),
    retry: () => lastFile.current && void start(lastFile.current),
    stop: reset,
  }
}

/** What need not travel to be refused; the server looks at the bytes. */
function refusalOf(file: File): 'notCsv' | 'emptyFile' | 'tooLarge' | undefined {
  if (!/\.(?:csv|tsv|txt)$/i.test(file.name)) return 'notCsv'
  if (file.size === 0) return 'emptyFile'
  return file.size > MAX_BYTES ? 'tooLarge' : undefined
}

function isColumn(value: unknown): value is ProductColumn {
  return PRODUCT_COLUMNS.some((column) => column === value)
}
