'use client'

import { Button, Modal, Spin } from 'antd'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import type { UploadedImage } from '@/components/fields/types'
import { FailureState } from '../failure-state'
import { type LibraryAsset, sayBytes } from './asset'
import { AssetBench, type AssetFilters } from './asset-bench'
import { AssetPicture } from './asset-picture'
import { useAssetList } from './use-asset-list'

interface AssetPickerProps {
  isOpen: boolean
  title?: string
  /** Not offered, such as the one that is to be replaced. */
  except?: string
  onPick: (image: UploadedImage) => void
  onClose: () => void
}

/** How many are asked for at a time: some rows of the dialog. */
const AT_A_TIME = 30

/** Chooses one picture of the library, or uploads one to it. */
export function AssetPicker({ isOpen, title, except, onPick, onClose }: AssetPickerProps) {
  const t = useTranslations('assets.picker')
  return (
    <Modal
      open={isOpen}
      title={title ?? t('title')}
      width="min(960px, 96vw)"
      style={{ top: 32 }}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <AssetBench>{(filters) => <Found {...filters} except={except} onPick={onPick} />}</AssetBench>
    </Modal>
  )
}

type FoundProps = AssetFilters & Pick<AssetPickerProps, 'except' | 'onPick'>

function Found({ search, folder, except, onPick }: FoundProps) {
  const t = useTranslations('assets')
  const list = useAssetList({ search: search || undefined, folder }, AT_A_TIME)
  if (list.error) return <FailureState error={list.error} onRetry={list.retry} />
  if (!list.assets) {
    return (
      <div className="flex h-[52vh] items-center justify-center">
        <Spin />
      </div>
    )
  }
  const offered = list.assets.filter(({ hash }) => hash !== except)
  if (offered.length === 0) {
    const isNarrowed = search !== '' || folder !== undefined
    return (
      <div className="flex h-[52vh] items-center justify-center">
        <EmptyState
          picture={isNarrowed ? 'search' : 'build'}
          title={t(isNarrowed ? 'noMatch.title' : 'empty.title')}
          text={t(isNarrowed ? 'noMatch.text' : 'empty.text')}
        />
      </div>
    )
  }
  return (
    <div className={`h-[52vh] overflow-y-auto p-0.5 ${list.isRefreshing ? 'opacity-60' : ''}`}>
      <ul className="m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-3 p-0">
        {offered.map((asset) => (
          <li key={asset.hash}>
            <Choice asset={asset} onPick={onPick} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="py-4 text-center">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Choice({ asset, onPick }: { asset: LibraryAsset; onPick: (image: UploadedImage) => void }) {
  const t = useTranslations('assets')
  const { name, url, width, height, placeholder, phoneBytes, bytes } = asset
  return (
    <div className="relative overflow-hidden rounded-md border border-solid border-line bg-white transition-shadow hover:border-brand hover:shadow-[0_0_0_1px_var(--color-brand)]">
      <span className="block h-28 w-full">
        <AssetPicture url={url} placeholder={placeholder} alt="" />
      </span>
      <span className="block w-full px-2.5 py-2">
        <span className="block truncate text-[13px] text-ink">{name}</span>
        <span className="block truncate text-xs tabular-nums text-ink-faint">
          {width > 0 && `${width}×${height} · `}
          {sayBytes(phoneBytes ?? bytes)}
        </span>
      </span>
      <button
        type="button"
        aria-label={t('picker.choose', { name })}
        title={name}
        onClick={() => onPick(asset)}
        className="absolute inset-0 cursor-pointer rounded-md border-0 bg-transparent outline-offset-[-2px]"
      />
    </div>
  )
}
