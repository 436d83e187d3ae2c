'use client'

import { CloudUploadOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

const PICTURES = 'image/jpeg,image/png,image/webp,image/gif,image/svg+xml'

interface UploadButtonProps extends Pick<ButtonProps, 'type' | 'size' | 'block' | 'className'> {
  label: string
  /** Only one file is taken. */
  isSingle?: boolean
  onFiles: (files: File[]) => void
}

/** Opens the system's dialog for pictures. */
export function UploadButton({ label, isSingle, onFiles, ...look }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...look} icon={<CloudUploadOutlined />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={PICTURES}
        multiple={!isSingle}
        hidden
        aria-label={label}
        data-testid="asset-files"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // So that choosing the same file again is a change again.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
