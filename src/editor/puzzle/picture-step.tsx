'use client'

import { PictureOutlined } from '@ant-design/icons'
import { Alert, Button, Progress } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import type { RegionsPicture } from '@/components/fields/regions-picture'
import type { UploadedImage } from '@/components/fields/types'
import { useImageUpload } from '@/components/fields/use-image-upload'
import { AssetPicker } from '@/src/client/assets/asset-picker'
import { DropFiles } from '@/src/client/assets/drop-files'
import { UploadButton } from '@/src/client/assets/upload-button'
import { useUploadImage } from '@/src/client/use-upload-image'

interface PictureStepProps {
  onChoose: (picture: RegionsPicture) => void
}

/** Where the long picture comes from: the desktop or the library. */
export function PictureStep({ onChoose }: PictureStepProps) {
  const t = useTranslations('editor.puzzle')
  const [isChoosing, setChoosing] = useState(false)
  const [isRefused, setRefused] = useState(false)

  function take({ url, width, height }: UploadedImage) {
    setChoosing(false)
    const canCut = width && height && !/\.(?:svg|gif)$/.test(url)
    setRefused(!canCut)
    if (canCut) onChoose({ src: url, width, height })
  }
  const upload = useImageUpload(useUploadImage(), take, { outlivesField: false })
  const send = ([file]: File[]) => file && upload.start(file)
  return (
    <DropFiles
      isOpen
      onFiles={send}
      className="flex h-[calc(100vh-270px)] min-h-80 flex-col items-center justify-center rounded-md border border-dashed border-line bg-plaster"
    >
      <EmptyState
        picture="build"
        title={t('pictureTitle')}
        text={t('pictureText')}
        action={
          upload.progress ? (
            <div className="w-72" role="status">
              <Progress percent={upload.progress.percent} showInfo={false} />
              <span className="text-[13px] text-ink-soft">
                {upload.progress.percent < 100
                  ? t('uploading', { percent: upload.progress.percent })
                  : t('drawing')}
              </span>
            </div>
          ) : (
            <div className="flex gap-2">
              <UploadButton type="primary" isSingle label={t('upload')} onFiles={send} />
              <Button icon={<PictureOutlined />} onClick={() => setChoosing(true)}>
                {t('fromLibrary')}
              </Button>
            </div>
          )
        }
      />
      {upload.problem && <Alert type="error" role="alert" showIcon title={upload.problem.message} />}
      {isRefused && <Alert type="warning" role="alert" showIcon title={t('cannotCut')} />}
      <AssetPicker isOpen={isChoosing} onPick={take} onClose={() => setChoosing(false)} />
    </DropFiles>
  )
}
