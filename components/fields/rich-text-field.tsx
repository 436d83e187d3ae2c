'use client'

import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { RichText } from '@/schemas/rich-text'

export interface RichTextFieldProps {
  id: string
  label: string
  value: unknown
  optional: boolean
  /** The element that says what is wrong; undefined while nothing is. */
  errorId: string | undefined
  onChange: (value: RichText | undefined, isContinuous: boolean) => void
}

/** The editor is as large as the rest of the form: only those who edit such a text load it. */
const RichTextEditor = lazy(() => import('./rich-text-editor'))

/** A structured text, edited as it will look. */
export function RichTextField(props: RichTextFieldProps) {
  return (
    <Suspense
      fallback={
        <div className="h-[282px] rounded-md border border-solid border-line p-3">
          <Skeleton active title={false} paragraph={{ rows: 5 }} />
        </div>
      }
    >
      <RichTextEditor {...props} />
    </Suspense>
  )
}
