'use client'

import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FieldMeta } from '@/schemas/field'
import type { Region } from '@/schemas/region'
import { useFieldContext } from './field-context'
import { RegionsDialog } from './regions-dialog'
import { partsStyle, type RegionsPicture } from './regions-picture'
import type { FieldChange, FieldPath, Values } from './types'

interface RegionsFieldProps {
  id: string
  label: string
  field: Extract<FieldMeta, { kind: 'regions' }>
  /** The object the regions are a property of: their picture stands beside them. */
  owner: Values
  value: readonly Region[]
  path: FieldPath
  error: string | undefined
  onChange: (regions: readonly Region[], change: Omit<FieldChange, 'patch'>) => void
}

/** Regions of a picture: how they lie, in small; drawing happens in a dialog with room for it. */
export function RegionsField(props: RegionsFieldProps) {
  const { id, label, field, owner, value, path, error, onChange } = props
  const { isDisabled } = useFieldContext()
  const t = useTranslations('fields.regions')
  const [isOpen, setOpen] = useState(false)
  const picture = pictureOf(owner, field.picture)
  return (
    <section aria-labelledby={id} data-field={path.join('.')}>
      <h4
        id={id}
        className="mt-0 mb-2 flex items-baseline justify-between text-[13px] leading-5 font-normal text-ink-soft"
      >
        {label}
        <span className="text-xs tabular-nums text-ink-faint">
          {value.length}/{field.max}
        </span>
      </h4>
      {picture ? (
        <button
          type="button"
          disabled={isDisabled}
          onClick={() => setOpen(true)}
          aria-label={t('open', { count: value.length })}
          className="flex w-full cursor-pointer justify-center overflow-hidden rounded-md border border-solid border-line bg-[#faf9f6] p-1.5 hover:border-brand disabled:cursor-not-allowed"
        >
          <Thumbnail picture={picture} regions={value} />
        </button>
      ) : (
        <p className="m-0 rounded-md border border-dashed border-line px-3 py-5 text-center text-xs text-ink-faint">
          {t('noPicture')}
        </p>
      )}
      {error && (
        <p role="alert" className="mt-1 mb-0 text-xs leading-5 text-negative">
          {error}
        </p>
      )}
      <Button
        block
        className="mt-2"
        icon={<EditOutlined />}
        disabled={isDisabled || !picture}
        onClick={() => setOpen(true)}
      >
        {value.length > 0 ? t('edit') : t('draw')}
      </Button>
      {picture && (
        <RegionsDialog
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          title={label}
          picture={picture}
          max={field.max}
          regions={value}
          path={path}
          onChange={onChange}
        />
      )}
    </section>
  )
}

const THUMBNAIL_HEIGHT_PX = 150

function Thumbnail({ picture, regions }: { picture: RegionsPicture; regions: readonly Region[] }) {
  const { src, width, height } = picture
  return (
    <span
      className="relative block"
      style={{
        width: `min(100%, ${(THUMBNAIL_HEIGHT_PX * width) / height}px)`,
      }}
    >
      <img
        src={src}
        alt=""
        className="block h-auto w-full rounded-[3px]"
        style={{ aspectRatio: `auto ${width} / ${height}` }}
      />
      {regions.map((region, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a region has no other name.
          key={index}
          className="absolute rounded-[2px] border border-solid border-white bg-brand/35 shadow-[0_0_0_1px_rgb(15_107_99/0.8)]"
          style={partsStyle(region)}
        />
      ))}
    </span>
  )
}

/** The picture that stands beside the regions; undefined while none is chosen. */
function pictureOf(
  owner: Values,
  names: { src: string; width: string; height: string },
): RegionsPicture | undefined {
  const [src, width, height] = [owner[names.src], owner[names.width], owner[names.height]]
  if (typeof src !== 'string' || src === '') return undefined
  if (typeof width !== 'number' || typeof height !== 'number' || width < 1 || height < 1) return undefined
  return { src, width, height }
}
