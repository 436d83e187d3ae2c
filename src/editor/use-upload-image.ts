'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { UploadedImage, UploadImage } from '@/components/fields/types'
import type { Failure } from '@/src/client/failure'
import { useFailureWords } from '@/src/client/use-failure-words'

/** Uploads an image to the shop's assets. Over XMLHttpRequest: fetch does not tell how far an upload is. */
export function useUploadImage(): UploadImage {
  const { sayFailure } = useFailureWords()
  const t = useTranslations('fields.image')
  return useCallback(
    (file, { onProgress, signal }) =>
      new Promise<UploadedImage>((resolve, reject) => {
        const request = new XMLHttpRequest()
        const fail = (code: Failure['code']) =>
          reject(new Error(sayFailure({ code, requestId: undefined, details: [] })))
        request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
        request.onerror = () => fail('offline')
        request.onabort = () => reject(new Error(t('cancel')))
        request.onload = () => {
          const image = readImage(request.responseText)
          if (request.status >= 200 && request.status < 300 && image) resolve(image)
          else if (request.status === 413) fail('too_large')
          else if (request.status === 415) fail('unsupported_media')
          else if (request.status === 401) fail('unauthenticated')
          else if (request.status === 403) fail('forbidden')
          else fail('internal')
        }
        signal.addEventListener('abort', () => request.abort(), { once: true })
        request.open('POST', '/api/staff/assets')
        request.setRequestHeader('content-type', file.type)
        request.send(file)
      }),
    [sayFailure, t],
  )
}

function readImage(text: string): UploadedImage | undefined {
  try {
    const { url, width, height } = JSON.parse(text) as Partial<UploadedImage>
    return typeof url === 'string' ? { url, width, height } : undefined
  } catch {
    return undefined
  }
}
