'use client'

import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { SearchBox } from '@/components/search-box'
import { useCan } from '../session'
import { DropFiles } from './drop-files'
import { UploadButton } from './upload-button'
import { UploadTray } from './upload-tray'
import { useAssetUploads } from './use-asset-uploads'
import { useFolderOptions } from './use-folder-options'

/** What the library is narrowed down to. */
export interface AssetFilters {
  search: string
  /** `none` is what lies in no folder; undefined is everything. */
  folder: string | undefined
}

interface AssetBenchProps {
  /** One below the other, in a pane beside something; otherwise side by side. */
  isNarrow?: boolean
  /** Beside the button that uploads, for who may upload. */
  extra?: ReactNode
  children: (filters: AssetFilters) => ReactNode
}

/** Looks for pictures of the library and sends new ones to it, by button or dropped anywhere on it. */
export function AssetBench({ isNarrow = false, extra, children }: AssetBenchProps) {
  const t = useTranslations('assets')
  const canUpload = useCan('asset.write')
  const [search, setSearch] = useState('')
  const [folder, setFolder] = useState<string>()
  const folders = useFolderOptions()
  const { uploads, add, cancel, retry, clear } = useAssetUploads()
  const send = (files: File[]) => add(files, folder === 'none' ? undefined : folder)
  const find = (
    <>
      <SearchBox label={t('search')} value={search} onSearch={setSearch} />
      <Select
        allowClear
        className={isNarrow ? 'w-full' : 'w-44'}
        aria-label={t('folder')}
        placeholder={t('allFolders')}
        options={folders}
        value={folder}
        onChange={setFolder}
      />
    </>
  )
  const upload = canUpload && (
    <>
      <UploadButton block={isNarrow} label={t('uploadImages')} onFiles={send} />
      {extra}
    </>
  )
  const tray = <UploadTray uploads={uploads} onCancel={cancel} onRetry={retry} onClear={clear} />
  if (isNarrow)
    return (
      <DropFiles isOpen={canUpload} onFiles={send} className="flex min-h-0 flex-1 flex-col">
        <div className="flex flex-col gap-2 px-4 pt-4 pb-3">
          {find}
          <div className="grid auto-cols-fr grid-flow-col gap-2 empty:hidden">{upload}</div>
          {tray}
        </div>
        {children({ search, folder })}
      </DropFiles>
    )
  return (
    <DropFiles isOpen={canUpload} onFiles={send} className="flex flex-col gap-3 pt-2">
      <div className="flex flex-wrap items-center gap-2">
        {find}
        <span className="flex-1" />
        {upload}
      </div>
      {tray}
      {children({ search, folder })}
    </DropFiles>
  )
}
