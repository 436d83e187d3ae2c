'use client'

import { useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'

interface DropFilesProps {
  className?: string
  /** False where nothing may be uploaded: files dropped there do nothing. */
  isOpen: boolean
  onFiles: (files: File[]) => void
  children: ReactNode
}

/** A place that takes files dragged from the desktop, and says so while they hover over it. */
export function DropFiles({ className = '', isOpen, onFiles, children }: DropFilesProps) {
  const t = useTranslations('assets.upload')
  const [isOver, setOver] = useState(false)
  /** Entering a child leaves its parent: they are counted. */
  const depth = useRef(0)
  const carriesFiles = (event: DragEvent) => isOpen && event.dataTransfer.types.includes('Files')

  function end() {
    depth.current = 0
    setOver(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the upload button.
    <div
      className={`relative ${className}`}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!carriesFiles(event)) return
        depth.current -= 1
        if (depth.current <= 0) end()
      }}
      onDragOver={(event) => {
        if (carriesFiles(event)) event.preventDefault()
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        end()
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-0 z-20 flex items-center justify-center rounded-md border-2 border-dashed border-brand bg-brand-soft/85 text-[15px] font-medium text-brand-deep">
          {t('drop')}
        </div>
      )}
    </div>
  )
}
