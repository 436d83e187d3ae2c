'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { UploadedImage, UploadImage } from '@/components/fields/types'
import { UploadFailed } from '@/components/fields/upload-failed'
import type { Failure } from './failure'
import { SendFileFailed, sendFile } from './send-file'
import { useFailureWords } from './use-failure-words'

/** What the same file may get past when it is sent once more. */
const PASSING = new Set<Failure['code']>(['offline', 'busy', 'internal', 'unauthenticated'])

/** Uploads an image to the shop's assets. */
export function useUploadImage(): UploadImage {
  const { sayFailure } = useFailureWords()
  const t = useTranslations('fields.image')
  const say = useCallback(
    (failure: Failure) => {
      const [detail] = failure.details
      const reason = detail?.params?.reason ?? detail?.code
      if (reason === 'too_many_pixels') return t('tooManyPixels')
      if (reason === 'drawing_too_large') return t('drawingTooLarge')
      if (reason === 'script' || reason === 'external') return t(`drawing.${reason}`)
      if (detail?.code === 'unsafe_drawing') return t('drawing.other')
      if (failure.code === 'unsupported_media') return t('unreadable')
      if (failure.code === 'too_large') return t('tooLarge')
      return sayFailure(failure)
    },
    [sayFailure, t],
  )
  return useCallback(
    async (file, { folderId, ...options }) => {
      try {
        const where = new URLSearchParams({
          name: file.name.slice(0, 200),
          ...(folderId && { folder: folderId }),
        })
        const image = readImage(await sendFile(`/api/staff/assets?${where}`, file, options))
        if (image) return image
        throw new UploadFailed(t('failed'), true)
      } catch (error) {
        if (!(error instanceof SendFileFailed)) throw error
        throw new UploadFailed(say(error.failure), PASSING.has(error.failure.code))
      }
    },
    [say, t],
  )
}

function readImage(text: string): UploadedImage | undefined {
  try {
    const { url, width, height, tint } = JSON.parse(text) as Partial<UploadedImage>
    return typeof url === 'string' ? { url, width, height, tint } : undefined
  } catch {
    return undefined
  }
}
