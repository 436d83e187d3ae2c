'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { refusalOf } from '@/components/fields/refusal-of-file'
import type { UploadedImage } from '@/components/fields/types'
import { UploadFailed } from '@/components/fields/upload-failed'
import { useTRPC } from '../trpc'
import { useUploadImage } from '../use-upload-image'
import { createUploadQueue, MAX_FILES } from './upload-queue'

/** One for the console: the screen, the editor's tab and the dialogs show the same uploads. */
const queue = createUploadQueue()

/** The files on their way to the library, and how to send more, into a folder if one is open. */
export function useAssetUploads() {
  const queries = useQueryClient()
  const trpc = useTRPC()
  const { message } = App.useApp()
  const t = useTranslations('assets.upload')
  const fields = useTranslations('fields.image')
  const uploadImage = useUploadImage()
  const uploads = useStore(queue, (state) => state.uploads)

  const add = useCallback(
    (files: readonly File[], folderId?: string, onArrived?: (image: UploadedImage) => void) => {
      if (files.length > MAX_FILES) void message.warning(t('tooMany', { max: MAX_FILES }))
      queue.add(
        files.slice(0, MAX_FILES),
        async (file, options) => {
          const refusal = refusalOf(file)
          if (refusal) throw new UploadFailed(fields(refusal), false)
          return uploadImage(file, { ...options, folderId })
        },
        (image) => {
          void queries.invalidateQueries(trpc.assets.pathFilter())
          onArrived?.(image)
        },
      )
    },
    [queries, trpc, message, t, fields, uploadImage],
  )
  return { uploads, add, cancel: queue.cancel, retry: queue.retry, clear: queue.clear }
}
