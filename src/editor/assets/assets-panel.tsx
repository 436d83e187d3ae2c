'use client'

import { ScissorOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Button, Spin } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { type LibraryAsset, sayBytes } from '@/src/client/assets/asset'
import { AssetBench, type AssetFilters } from '@/src/client/assets/asset-bench'
import { AssetPicture } from '@/src/client/assets/asset-picture'
import { useAssetList } from '@/src/client/assets/use-asset-list'
import { FailureState } from '@/src/client/failure-state'
import type { DragSource } from '../drag/drag-source'
import { LongPictureDialog } from '../puzzle/long-picture-dialog'
import { placeAfterSelection } from '../store/commands'
import { useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { insertImage } from './insert-image'

const AT_A_TIME = 30

/** The pictures of the library, to be dragged onto the canvas or inserted after the selection. */
export function AssetsPanel() {
  const t = useTranslations('editor.assets')
  const puzzle = useTranslations('editor.puzzle')
  const [isSlicing, setSlicing] = useState(false)
  return (
    <section aria-label={t('label')} className="flex min-h-0 flex-1 flex-col">
      <AssetBench
        isNarrow
        extra={
          <Button icon={<ScissorOutlined />} onClick={() => setSlicing(true)}>
            {puzzle('open')}
          </Button>
        }
      >
        {(filters) => <Found {...filters} />}
      </AssetBench>
      <LongPictureDialog isOpen={isSlicing} onClose={() => setSlicing(false)} />
      <a
        href="/assets"
        target="_blank"
        rel="noreferrer"
        className="border-0 border-t border-solid border-line px-4 py-2.5 text-center text-[13px]"
      >
        {t('manage')}
      </a>
    </section>
  )
}

function Found({ search, folder }: AssetFilters) {
  const t = useTranslations('assets')
  const list = useAssetList({ search: search || undefined, folder }, AT_A_TIME)
  if (list.error) return <FailureState error={list.error} onRetry={list.retry} />
  if (!list.assets) {
    return (
      <div className="flex flex-1 items-center justify-center">
        <Spin />
      </div>
    )
  }
  if (list.assets.length === 0) {
    const isNarrowed = search !== '' || folder !== undefined
    return (
      <EmptyState
        isCompact
        picture={isNarrowed ? 'search' : 'build'}
        title={t(isNarrowed ? 'noMatch.title' : 'empty.title')}
        text={t(isNarrowed ? 'noMatch.text' : 'empty.text')}
      />
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
      <ul className="m-0 grid list-none grid-cols-2 gap-2 p-0">
        {list.assets.map((asset) => (
          <li key={asset.hash} className="min-w-0">
            <AssetItem asset={asset} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button block className="mt-3" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function AssetItem({ asset }: { asset: LibraryAsset }) {
  const store = useEditorStore()
  const t = useTranslations('editor.assets')
  const say = useSayResult()
  const { hash, name, url, width, height, placeholder, phoneBytes, bytes } = asset
  const source: DragSource = {
    types: ['image'],
    label: name,
    drop: (place) => insertImage(store, asset, place),
  }
  const { listeners, setNodeRef, isDragging } = useDraggable({ id: `asset:${hash}`, data: source })

  function insert() {
    const result = insertImage(store, asset, placeAfterSelection(store, 'image'))
    say(result)
    const { selectedId } = store.getState()
    if (result?.ok && selectedId !== null) revealBlock(store, selectedId)
  }
  return (
    <div
      className={`relative overflow-hidden rounded-md border border-solid border-line bg-white select-none hover:border-brand ${
        isDragging ? 'opacity-50' : ''
      }`}
    >
      <div className="h-20">
        <AssetPicture url={url} placeholder={placeholder} alt="" />
      </div>
      <div className="px-2 py-1.5">
        <div className="truncate text-xs leading-4 text-ink">{name}</div>
        <div className="truncate text-[11px] leading-4 tabular-nums text-ink-faint">
          {width > 0 ? `${width}×${height}` : sayBytes(phoneBytes ?? bytes)}
        </div>
      </div>
      <button
        ref={setNodeRef}
        type="button"
        aria-label={t('insert', { name })}
        title={`${name}\n${t('hint')}`}
        onClick={insert}
        className="absolute inset-0 cursor-grab rounded-md border-0 bg-transparent outline-offset-[-2px]"
        {...listeners}
      />
    </div>
  )
}
