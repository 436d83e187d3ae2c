'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { refusalOf } from './refusal-of-file'
import type { UploadedImage, UploadImage } from './types'
import { UploadFailed } from './upload-failed'

interface Progress {
  /** An object URL of the file, to look at while it travels. */
  preview: string
  /** 0 to 100, whole. At 100 the server has all of it and draws the picture anew. */
  percent: number
}

interface UploadProblem {
  message: string
  /** Sends the same file again; absent where that would end the same way. */
  retry?: () => void
}

/**
 * Uploads one image at a time. What arrives is handed to `take` as it is then, not as it was when
 * the upload began: the value around it may have moved meanwhile. `outlivesField` lets an upload
 * finish after its field has left the screen; otherwise it ends with the field.
 */
export function useImageUpload(
  uploadImage: UploadImage | undefined,
  take: (image: UploadedImage) => void,
  { outlivesField }: { outlivesField: boolean },
) {
  const t = useTranslations('fields.image')
  const [progress, setProgress] = useState<Progress>()
  const [problem, setProblem] = useState<UploadProblem>()
  const running = useRef<AbortController>(undefined)
  const latestTake = useRef(take)

  useEffect(() => {
    latestTake.current = take
  })
  useEffect(
    () => () => {
      if (!outlivesField) running.current?.abort()
    },
    [outlivesField],
  )

  async function start(file: File) {
    running.current?.abort()
    const refusal = refusalOf(file)
    setProblem(refusal && { message: t(refusal) })
    if (refusal || !uploadImage) return
    const controller = new AbortController()
    running.current = controller
    const preview = URL.createObjectURL(file)
    setProgress({ preview, percent: 0 })
    try {
      const image = await uploadImage(file, {
        signal: controller.signal,
        onProgress: (fraction) => {
          if (!controller.signal.aborted) setProgress({ preview, percent: Math.round(fraction * 100) })
        },
      })
      if (!controller.signal.aborted) latestTake.current(image)
    } catch (failure) {
      if (!controller.signal.aborted) {
        const known = failure instanceof UploadFailed ? failure : new UploadFailed(t('failed'), true)
        setProblem({ message: known.message, ...(known.canRetry && { retry: () => void start(file) }) })
      }
    } finally {
      URL.revokeObjectURL(preview)
      if (running.current === controller) {
        running.current = undefined
        setProgress(undefined)
      }
    }
  }

  function cancel() {
    running.current?.abort()
    running.current = undefined
    setProgress(undefined)
  }

  return { progress, problem, start: (file: File) => void start(file), cancel }
}
