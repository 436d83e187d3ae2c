'use client'

import { Button, Select, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { SearchBox } from '@/components/search-box'
import { DropFiles } from '@/src/client/assets/drop-files'
import { UploadButton } from '@/src/client/assets/upload-button'
import { UploadTray } from '@/src/client/assets/upload-tray'
import { useAssetList } from '@/src/client/assets/use-asset-list'
import { useAssetUploads } from '@/src/client/assets/use-asset-uploads'
import { FailureState, ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import type { StaffInput } from '@/src/client/trpc'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { AssetCard } from './asset-card'
import type { AssetDetails } from './asset-details'
import { type AssetAct, AssetDrawer } from './asset-drawer'
import { CropDialog } from './crop-dialog'
import { MoveDialog, RenameDialog } from './dialogs'
import { FolderRail } from './folder-rail'
import { RemoveDialog } from './remove-dialog'
import { ReplaceDialog } from './replace-dialog'

const FILTERS = ['search', 'folder', 'kind', 'use'] as const
type Filters = Record<(typeof FILTERS)[number], string>
type ListInput = NonNullable<StaffInput['assets']['list']>

const AT_A_TIME = 40

/** Which pictures are there, where are they used, and what can be done with them? */
export function AssetsScreen() {
  const t = useTranslations('assets')
  const canRead = useCan('page.read')
  const canWrite = useCan('asset.write')
  const { filters, setFilter } = useUrlFilters(FILTERS)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [shown, setShown] = useState<string>()
  const [act, setAct] = useState<{ name: AssetAct; asset: AssetDetails }>()
  const [isMoving, setMoving] = useState(false)
  const { uploads, add, cancel, retry, clear } = useAssetUploads()
  const folderId = filters.folder && filters.folder !== 'none' ? filters.folder : undefined
  const send = (files: File[]) => add(files, folderId)
  const acting = (name: AssetAct) => (act?.name === name ? act.asset : undefined)
  const endAct = () => setAct(undefined)

  if (!canRead) return <ForbiddenState />
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        action={canWrite && <UploadButton type="primary" label={t('uploadImages')} onFiles={send} />}
      />
      <div className="flex gap-6 max-md:flex-col">
        <FolderRail
          folder={filters.folder}
          canWrite={canWrite}
          onOpen={(folder) => {
            setSelected([])
            setFilter('folder', folder || undefined)
          }}
        />
        <DropFiles
          isOpen={canWrite}
          onFiles={send}
          className="flex min-h-[60vh] min-w-0 flex-1 flex-col gap-4"
        >
          <Toolbar
            filters={filters}
            setFilter={setFilter}
            selected={selected.length}
            onMove={() => setMoving(true)}
            onDeselect={() => setSelected([])}
          />
          <UploadTray uploads={uploads} onCancel={cancel} onRetry={retry} onClear={clear} />
          <Grid
            filters={filters}
            selected={selected}
            onSelect={canWrite ? setSelected : undefined}
            onOpen={setShown}
            uploadButton={canWrite && <UploadButton label={t('uploadImages')} onFiles={send} />}
          />
        </DropFiles>
      </div>
      <AssetDrawer
        hash={shown}
        onAct={(name, asset) => setAct({ name, asset })}
        onShow={setShown}
        onClose={() => setShown(undefined)}
      />
      <RenameDialog asset={acting('rename')} onClose={endAct} />
      <MoveDialog
        isOpen={isMoving || acting('move') !== undefined}
        hashes={isMoving ? selected : acting('move') ? [acting('move')?.hash ?? ''] : []}
        onMoved={() => setSelected([])}
        onClose={() => {
          setMoving(false)
          endAct()
        }}
      />
      <CropDialog asset={acting('crop')} onClose={endAct} />
      <ReplaceDialog asset={acting('replace')} onClose={endAct} />
      <RemoveDialog asset={acting('remove')} onRemoved={() => setShown(undefined)} onClose={endAct} />
    </>
  )
}

interface ToolbarProps {
  filters: Filters
  setFilter: (name: keyof Filters, value: string | undefined) => void
  selected: number
  onMove: () => void
  onDeselect: () => void
}

function Toolbar({ filters, setFilter, selected, onMove, onDeselect }: ToolbarProps) {
  const t = useTranslations('assets')
  if (selected > 0) {
    return (
      <div className="flex h-8 items-center gap-3 rounded-md bg-brand-soft px-3" role="status">
        <span className="text-brand-deep">{t('selected', { count: selected })}</span>
        <Button size="small" onClick={onMove}>
          {t('moveSelected')}
        </Button>
        <Button type="link" size="small" onClick={onDeselect}>
          {t('deselect')}
        </Button>
      </div>
    )
  }
  const option = (value: string, label: string) => ({ value, label })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        label={t('search')}
        value={filters.search}
        onSearch={(value) => setFilter('search', value)}
      />
      <Select
        allowClear
        className="w-36"
        aria-label={t('kind')}
        placeholder={t('allKinds')}
        value={filters.kind || undefined}
        options={(['photo', 'animation', 'drawing', 'cut'] as const).map((kind) =>
          option(kind, t(`kinds.${kind}`)),
        )}
        onChange={(value: string | undefined) => setFilter('kind', value)}
      />
      <Select
        allowClear
        className="w-36"
        aria-label={t('use')}
        placeholder={t('allUses')}
        value={filters.use || undefined}
        options={(['used', 'unused'] as const).map((use) => option(use, t(`uses.${use}`)))}
        onChange={(value: string | undefined) => setFilter('use', value)}
      />
    </div>
  )
}

interface GridProps {
  filters: Filters
  selected: readonly string[]
  onSelect: ((selected: readonly string[]) => void) | undefined
  onOpen: (hash: string) => void
  uploadButton: ReactNode
}

function Grid({ filters, selected, onSelect, onOpen, uploadButton }: GridProps) {
  const t = useTranslations('assets')
  const { search, folder, kind, use } = filters
  const list = useAssetList(
    {
      search: search || undefined,
      folder: folder || undefined,
      kind: (kind || undefined) as ListInput['kind'],
      use: (use || undefined) as ListInput['use'],
    },
    AT_A_TIME,
  )
  if (list.error) return <FailureState error={list.error} onRetry={list.retry} />
  if (!list.assets) return <LoadingGrid />
  if (list.assets.length === 0) {
    const isNarrowed = search !== '' || kind !== '' || use !== ''
    const words = isNarrowed ? 'noMatch' : folder !== '' ? 'emptyFolder' : 'empty'
    return (
      <div className="flex flex-1 items-center justify-center rounded-md border border-dashed border-line">
        <EmptyState
          picture={isNarrowed ? 'search' : 'build'}
          title={t(`${words}.title`)}
          text={t(`${words}.text`)}
          action={!isNarrowed && uploadButton}
        />
      </div>
    )
  }
  return (
    <section aria-label={t('list')} aria-busy={list.isRefreshing}>
      <ul
        className={`m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(196px,1fr))] gap-4 p-0 transition-opacity ${
          list.isRefreshing ? 'opacity-60' : ''
        }`}
      >
        {list.assets.map((asset) => (
          <li key={asset.hash}>
            <AssetCard
              asset={asset}
              isSelected={selected.includes(asset.hash)}
              onSelect={
                onSelect &&
                ((isSelected) =>
                  onSelect(
                    isSelected ? [...selected, asset.hash] : selected.filter((hash) => hash !== asset.hash),
                  ))
              }
              onOpen={() => onOpen(asset.hash)}
            />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="pt-6 text-center">
          <Button loading={list.isLoadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </section>
  )
}

function LoadingGrid() {
  const t = useTranslations('assets')
  return (
    <div
      role="status"
      aria-label={t('loading')}
      className="grid grid-cols-[repeat(auto-fill,minmax(196px,1fr))] gap-4"
    >
      {Array.from({ length: 8 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <Skeleton.Node key={i} active style={{ width: '100%', height: 208 }} />
      ))}
    </div>
  )
}
