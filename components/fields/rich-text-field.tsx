'use client'

import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { RichTextFieldProps } from './rich-text-props'

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
