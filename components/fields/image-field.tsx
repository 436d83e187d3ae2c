'use client'

import { CloudUploadOutlined, DeleteOutlined, PictureOutlined, SwapOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { type DragEvent, useRef, useState } from 'react'
import { useFieldContext } from './field-context'
import type { UploadedImage, Values } from './types'
import { useImageUpload } from './use-image-upload'

interface ImageFieldProps {
  id: string
  label: string
  isInList: boolean
  value: string
  sizeFields: { width: string; height: string } | undefined
  /** The property that becomes the colour most of the picture has. */
  tintField: string | undefined
  optional: boolean
  errorId: string | undefined
  onChange: (value: string | undefined, isContinuous: boolean, also?: Values) => void
}

const PICTURES = 'image/jpeg,image/png,image/webp,image/gif,image/svg+xml'

/** Larger ones are taken, but their size is left to whoever sets it by hand, px. */
const MAX_SIDE_PX = 10_000

/** An image: uploaded by click or drop, or given by its address; with a preview. */
export function ImageField({
  id,
  label,
  isInList,
  value,
  sizeFields,
  tintField,
  optional,
  errorId,
  onChange,
}: ImageFieldProps) {
  const { uploadImage, renderImageLibrary, isDisabled } = useFieldContext()
  const [isChoosing, setChoosing] = useState(false)
  const t = useTranslations('fields.image')
  const fileInput = useRef<HTMLInputElement>(null)
  const [isDropping, setDropping] = useState(false)
  /** The address that was written here: nobody has said yet how large its picture is. */
  const unmeasured = useRef<string>(undefined)

  function take({ url, width, height, tint }: UploadedImage) {
    onChange(url, false, {
      ...(sizeFields && width && height && { [sizeFields.width]: width, [sizeFields.height]: height }),
      ...(tintField && { [tintField]: tint ?? undefined }),
    })
  }
  // An item of a list may have moved once its field is gone, and nobody could tell where to.
  const upload = useImageUpload(uploadImage, take, { outlivesField: !isInList })
  function measure(image: HTMLImageElement) {
    if (unmeasured.current !== value || !sizeFields) return
    unmeasured.current = undefined
    const { naturalWidth, naturalHeight } = image
    if (naturalWidth < 1 || naturalHeight < 1 || Math.max(naturalWidth, naturalHeight) > MAX_SIDE_PX) return
    // One step to undo together with the address.
    onChange(value, true, { [sizeFields.width]: naturalWidth, [sizeFields.height]: naturalHeight })
  }
  const choose = () => fileInput.current?.click()
  const canUpload = uploadImage !== undefined && !isDisabled

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setDropping(false)
    const [file] = event.dataTransfer.files
    if (file && canUpload) upload.start(file)
  }

  return (
    <div className="flex flex-col gap-2">
      {uploadImage && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside.
        <div
          className={`group relative overflow-hidden rounded-md border border-solid transition-colors ${
            isDropping ? 'border-brand bg-brand-soft' : 'border-line bg-[#faf9f6]'
          }`}
          onDragOver={(event) => {
            event.preventDefault()
            setDropping(canUpload)
          }}
          onDragLeave={() => setDropping(false)}
          onDrop={onDrop}
        >
          {value && !upload.progress ? (
            <Preview url={value} label={label} onLoad={measure} />
          ) : (
            <button
              type="button"
              disabled={!canUpload || upload.progress !== undefined}
              onClick={choose}
              aria-label={`${t('upload')}: ${label}`}
              className="flex h-28 w-full cursor-pointer flex-col items-center justify-center gap-1 border-0 bg-transparent px-3 text-ink-soft hover:text-brand disabled:cursor-not-allowed"
            >
              <CloudUploadOutlined className="text-xl" />
              <span className="text-[13px]">{t('drop')}</span>
              <span className="text-xs text-ink-faint">{t('types')}</span>
            </button>
          )}
          {upload.progress && <Progress {...upload.progress} onCancel={upload.cancel} />}
        </div>
      )}
      {value && canUpload && !upload.progress && (
        <div className="flex gap-2">
          <Button
            className="flex-1"
            icon={<SwapOutlined />}
            onClick={choose}
            aria-label={`${t('replace')}: ${label}`}
          >
            {t('replace')}
          </Button>
          <Button
            icon={<DeleteOutlined />}
            aria-label={`${t('remove')}: ${label}`}
            title={t('remove')}
            onClick={() => onChange(optional ? undefined : '', false)}
          />
        </div>
      )}
      {renderImageLibrary && !upload.progress && (
        <Button
          icon={<PictureOutlined />}
          disabled={isDisabled}
          aria-label={`${t('library')}: ${label}`}
          onClick={() => setChoosing(true)}
        >
          {t('library')}
        </Button>
      )}
      {renderImageLibrary?.({
        isOpen: isChoosing,
        onPick: (image) => {
          setChoosing(false)
          take(image)
        },
        onClose: () => setChoosing(false),
      })}
      {upload.problem && (
        <p role="alert" className="m-0 text-xs leading-5 text-negative">
          {upload.problem.message}
          {upload.problem.retry && (
            <Button type="link" size="small" className="ml-1 px-0!" onClick={upload.problem.retry}>
              {t('retry')}
            </Button>
          )}
        </p>
      )}
      <Input
        id={id}
        inputMode="url"
        maxLength={2_000}
        disabled={isDisabled}
        placeholder={t('addressPlaceholder')}
        aria-label={t('addressOf', { label })}
        status={errorId ? 'error' : undefined}
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        value={value}
        onChange={({ target }) => {
          const address = target.value.trim()
          unmeasured.current = address
          onChange(address || (optional ? undefined : ''), true)
        }}
      />
      <input
        ref={fileInput}
        type="file"
        accept={PICTURES}
        hidden
        aria-label={`${t('upload')}: ${label}`}
        data-testid="image-file"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // So that choosing the same file again is a change again.
          event.target.value = ''
          if (file) upload.start(file)
        }}
      />
    </div>
  )
}

/** Shown on a chequered ground, so that transparent parts can be told. */
function Preview({
  url,
  label,
  onLoad,
}: {
  url: string
  label: string
  onLoad: (image: HTMLImageElement) => void
}) {
  const t = useTranslations('fields.image')
  const [brokenUrl, setBrokenUrl] = useState<string>()
  return (
    <div className="flex h-36 items-center justify-center bg-[repeating-conic-gradient(#f1f0eb_0_25%,#fff_0_50%)] bg-[length:16px_16px]">
      {brokenUrl === url ? (
        <span className="text-xs text-ink-faint">{t('broken')}</span>
      ) : (
        <img
          src={url}
          alt={t('previewOf', { label })}
          className="max-h-full max-w-full object-contain"
          onLoad={({ currentTarget }) => onLoad(currentTarget)}
          onError={() => setBrokenUrl(url)}
        />
      )}
    </div>
  )
}

function Progress({
  preview,
  percent,
  onCancel,
}: {
  preview: string
  percent: number
  onCancel: () => void
}) {
  const t = useTranslations('fields.image')
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center bg-white">
      <img src={preview} alt="" className="absolute inset-0 size-full object-contain opacity-30" />
      <p className="relative m-0 text-[13px] text-ink" role="status">
        {percent < 100 ? t('uploading', { percent }) : t('processing')}
      </p>
      <div
        className="relative mt-2 h-1.5 w-2/3 overflow-hidden rounded-full bg-line"
        role="progressbar"
        aria-label={t('upload')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className={`h-full bg-brand transition-[width] ${percent < 100 ? '' : 'animate-pulse motion-reduce:animate-none'}`}
          style={{ width: `${percent}%` }}
        />
      </div>
      <Button type="link" size="small" className="relative mt-1" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}
