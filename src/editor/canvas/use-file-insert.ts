'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { refusalOf } from '@/components/fields/refusal-of-file'
import type { UploadedImage } from '@/components/fields/types'
import { UploadFailed } from '@/components/fields/upload-failed'
import { useUploadImage } from '@/src/client/use-upload-image'
import type { Place } from '@/src/document'
import { insertImages } from '../assets/insert-image'
import { useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { rememberPlace } from './remember-place'

/** Dropped in one go; what is more is told. */
const MAX_FILES = 20

interface Problem {
  id: number
  name: string
  message: string
}

/**
 * Uploads files and then puts those that arrived on the page as image blocks, in the order they
 * were dropped, as one step. One drop at a time: a second waits behind nothing, it is refused.
 */
export function useFileInsert() {
  const store = useEditorStore()
  const say = useSayResult()
  const uploadImage = useUploadImage()
  const t = useTranslations('editor.canvas.files')
  const fields = useTranslations('fields.image')
  const [sending, setSending] = useState<{ count: number; percent: number }>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const insert = useCallback(
    async (dropped: readonly File[], at: Place) => {
      const files = dropped.slice(0, MAX_FILES)
      const problem = (index: number, message: string): Problem => ({
        id: index,
        name: dropped[index]?.name ?? '',
        message,
      })
      if (running.current) return setProblems(files.map((_, index) => problem(index, t('busy'))))
      const place = rememberPlace(store.getState().page, at)
      const controller = new AbortController()
      running.current = controller
      setProblems(
        dropped.slice(MAX_FILES).map((_, i) => problem(MAX_FILES + i, t('tooMany', { max: MAX_FILES }))),
      )
      const fractions = files.map(() => 0)
      const tell = () => {
        const sum = fractions.reduce((all, each) => all + each, 0)
        setSending({ count: files.length, percent: Math.floor((sum / files.length) * 100) })
      }
      const send = async (file: File, index: number): Promise<UploadedImage | undefined> => {
        try {
          const refusal = refusalOf(file)
          if (refusal) throw new UploadFailed(fields(refusal), false)
          return await uploadImage(file, {
            signal: controller.signal,
            onProgress: (fraction) => {
              fractions[index] = fraction
              if (!controller.signal.aborted) tell()
            },
          })
        } catch (failure) {
          if (controller.signal.aborted) return undefined
          const message = failure instanceof UploadFailed ? failure.message : fields('failed')
          setProblems((before) => [...before, problem(index, message)])
          return undefined
        } finally {
          fractions[index] = 1
        }
      }
      tell()
      const arrived = await Promise.all(files.map(send))
      if (running.current === controller) running.current = undefined
      if (controller.signal.aborted) return
      setSending(undefined)
      const images = arrived.flatMap((image) =>
        image ? [{ url: image.url, width: image.width ?? 0, height: image.height ?? 0 }] : [],
      )
      const { page } = store.getState()
      if (images.length > 0) say(insertImages(store, images, place(page)))
    },
    [store, say, uploadImage, t, fields],
  )
  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setSending(undefined)
  }, [])
  return {
    sending,
    problems,
    insert: (files: readonly File[], at: Place) => void insert(files, at),
    cancel,
    dismiss: () => setProblems([]),
  }
}
