'use client'

import { Checkbox } from 'antd'
import { useTranslations } from 'next-intl'
import { type LibraryAsset, sayBytes } from '@/src/client/assets/asset'
import { AssetPicture } from '@/src/client/assets/asset-picture'

interface AssetCardProps {
  asset: LibraryAsset
  isSelected: boolean
  /** Undefined for who may not change anything. */
  onSelect: ((isSelected: boolean) => void) | undefined
  onOpen: () => void
}

/** One picture: what it looks like, how large it is, and whether it is used. */
export function AssetCard({ asset, isSelected, onSelect, onOpen }: AssetCardProps) {
  const t = useTranslations('assets')
  const { name, url, width, height, placeholder, phoneBytes, bytes, pages, tools } = asset
  return (
    <article
      className={`group relative overflow-hidden rounded-md border border-solid bg-white transition-shadow hover:shadow-[0_4px_16px_-6px_rgb(27_36_34/0.25)] ${
        isSelected ? 'border-brand shadow-[0_0_0_1px_var(--color-brand)]' : 'border-line'
      }`}
    >
      <div className="h-36 w-full">
        <AssetPicture url={url} placeholder={placeholder} alt="" />
      </div>
      <div className="px-3 pt-2.5 pb-3">
        <div className="truncate text-ink">{name}</div>
        <div className="mt-0.5 flex items-center justify-between gap-2 text-xs tabular-nums text-ink-faint">
          <span className="truncate">
            {width > 0 && `${width}×${height} · `}
            {sayBytes(phoneBytes ?? bytes)}
          </span>
          <span
            className={`shrink-0 rounded-[4px] px-1.5 leading-5 ${pages + tools > 0 ? 'bg-brand-soft text-brand-deep' : 'bg-plaster'}`}
          >
            {pages > 0
              ? t('usedOn', { count: pages })
              : tools > 0
                ? t('usedByTools', { count: tools })
                : t('unused')}
          </span>
        </div>
      </div>
      <button
        type="button"
        aria-label={t('open', { name })}
        title={name}
        onClick={onOpen}
        className="absolute inset-0 cursor-pointer rounded-md border-0 bg-transparent outline-offset-[-2px]"
      />
      {onSelect && (
        <span
          className={`absolute top-2 left-2 rounded-[4px] bg-white/90 p-1 leading-none transition-opacity focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 ${
            isSelected ? '' : 'opacity-0'
          }`}
        >
          <Checkbox
            aria-label={t('select', { name })}
            checked={isSelected}
            onChange={({ target }) => onSelect(target.checked)}
          />
        </span>
      )}
    </article>
  )
}
