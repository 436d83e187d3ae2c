'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { PagePreview } from '@/components/page-preview'
import { useTRPC } from '../trpc'

/** One that comes with the product, or one that was saved. */
export type Which = { key: string } | { id: string }

const STALE_MS = 5 * 60_000

/** What a template looks like; the same answer for the card and for the large preview. */
export function useTemplate(which: Which, isEnabled = true) {
  const trpc = useTRPC()
  return useQuery(trpc.templates.show.queryOptions(which, { enabled: isEnabled, staleTime: STALE_MS }))
}

interface TemplatePreviewProps {
  which: Which
  title: string
  width: number
  height: number
  isLive?: boolean
}

/** A template as phones would show it. Asked for and drawn once it is about to be seen. */
export function TemplatePreview({ which, title, width, height, isLive }: TemplatePreviewProps) {
  const t = useTranslations('templates')
  const box = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(box)
  const { data, isError } = useTemplate(which, isNear)
  return (
    <div ref={box} style={{ width, height }} className="overflow-hidden bg-plaster">
      {data ? (
        <PagePreview
          page={data.page}
          states={data.states}
          title={t('previewOf', { name: title })}
          {...{ width, height, isLive }}
        />
      ) : isError ? (
        <p role="alert" className="m-0 px-3 pt-[45%] text-center text-[13px] text-ink-faint">
          {t('previewFailed')}
        </p>
      ) : (
        <Skeleton.Node active className="size-full!" />
      )}
    </div>
  )
}

/** True from the first time the element comes near the screen. */
function useIsNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!box.current || isNear) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '120px' },
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box, isNear])
  return isNear
}
