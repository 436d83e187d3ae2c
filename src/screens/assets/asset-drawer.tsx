'use client'

import {
  CopyOutlined,
  DeleteOutlined,
  EditOutlined,
  FolderOutlined,
  ScissorOutlined,
  SwapOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { copyText } from '@/components/copy-text'
import { Instant } from '@/components/instant'
import { sayBytes } from '@/src/client/assets/asset'
import { useFolderOptions } from '@/src/client/assets/use-folder-options'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import type { AssetDetails } from './asset-details'
import { UsedPages } from './used-pages'
import { UsedTools } from './used-tools'

export type AssetAct = 'rename' | 'move' | 'crop' | 'replace' | 'remove'

interface AssetDrawerProps {
  /** Undefined while it is closed. */
  hash: string | undefined
  onAct: (act: AssetAct, asset: AssetDetails) => void
  onShow: (hash: string) => void
  onClose: () => void
}

/** One picture large, what there is to know of it, where it is used, and what can be done. */
export function AssetDrawer({ hash, onAct, onShow, onClose }: AssetDrawerProps) {
  const t = useTranslations('assets.details')
  const trpc = useTRPC()
  const query = useQuery(trpc.assets.get.queryOptions({ hash: hash ?? '' }, { enabled: hash !== undefined }))
  return (
    <Drawer
      open={hash !== undefined}
      title={query.data?.name ?? t('label')}
      size={460}
      onClose={onClose}
      destroyOnHidden
    >
      {query.data ? (
        <Details asset={query.data} onAct={onAct} onShow={onShow} />
      ) : query.error ? (
        <FailureState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Drawer>
  )
}

function Details({
  asset,
  onAct,
  onShow,
}: { asset: AssetDetails } & Pick<AssetDrawerProps, 'onAct' | 'onShow'>) {
  const t = useTranslations('assets.details')
  const words = useTranslations('assets')
  const kit = useTranslations('kit')
  const { message } = App.useApp()
  const folders = useFolderOptions()
  const canWrite = useCan('asset.write')
  const canSave = useCan('page.write')
  const { url, name, width, height, bytes, phoneBytes, extension, createdAt, folderId, cutFrom, pages } =
    asset
  const { tools } = asset
  const folder = folders.find(({ value }) => value === folderId)?.label.replace(/ · \d+$/, '')
  const canCrop = extension !== 'svg' && extension !== 'gif' && width > 0

  async function copy() {
    const isCopied = await copyText(new URL(url, window.location.href).href)
    void (isCopied ? message.success(t('copied')) : message.error(kit('copyFailed')))
  }
  return (
    <div className="flex flex-col gap-5">
      <div className="flex max-h-80 justify-center overflow-auto rounded-md border border-solid border-line bg-[repeating-conic-gradient(#f1f0eb_0_25%,#fff_0_50%)] bg-[length:16px_16px]">
        <img src={url} alt={name} className="block h-auto max-w-full self-start" />
      </div>
      <dl className="m-0 grid grid-cols-[96px_1fr] gap-x-3 gap-y-2 [&>dd]:m-0 [&>dd]:text-ink [&>dt]:text-ink-faint">
        <Fact name={t('size')}>{width > 0 ? `${width} × ${height} px` : t('sizeUnknown')}</Fact>
        <Fact name={t('original')}>
          {sayBytes(bytes)} · {extension.toUpperCase()}
        </Fact>
        {phoneBytes !== null && extension !== 'svg' && (
          <Fact name={t('onPhone')}>{t('onPhoneText', { bytes: sayBytes(phoneBytes) })}</Fact>
        )}
        <Fact name={t('folder')}>{folder ?? words('noFolder')}</Fact>
        <Fact name={t('uploaded')}>
          <Instant at={createdAt} />
        </Fact>
        {cutFrom && (
          <Fact name={t('cutFrom')}>
            {t('cutFromText')}{' '}
            <Button type="link" size="small" className="px-0!" onClick={() => onShow(cutFrom)}>
              {t('showOriginal')}
            </Button>
          </Fact>
        )}
      </dl>
      <div className="grid grid-cols-3 gap-2">
        <Button icon={<CopyOutlined />} onClick={() => void copy()} title={t('copyAddress')}>
          {t('copyAddress')}
        </Button>
        {canWrite && (
          <>
            <Button icon={<EditOutlined />} onClick={() => onAct('rename', asset)}>
              {t('rename')}
            </Button>
            <Button icon={<FolderOutlined />} onClick={() => onAct('move', asset)}>
              {t('move')}
            </Button>
            {canCrop && (
              <Button icon={<ScissorOutlined />} onClick={() => onAct('crop', asset)}>
                {t('crop')}
              </Button>
            )}
            {canSave && (
              <Button icon={<SwapOutlined />} onClick={() => onAct('replace', asset)}>
                {t('replace')}
              </Button>
            )}
            <Button danger icon={<DeleteOutlined />} onClick={() => onAct('remove', asset)}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
      <section>
        <h3 className="mt-0 mb-2 text-sm font-medium text-ink">{t('usage')}</h3>
        {pages.length > 0 && (
          <>
            <p className="mt-0 mb-1.5 text-ink-soft">{t('usageCount', { count: pages.length })}</p>
            <UsedPages pages={pages} />
          </>
        )}
        {tools.length > 0 && (
          <>
            <p className="mt-3 mb-1.5 text-ink-soft">{t('toolCount', { count: tools.length })}</p>
            <UsedTools tools={tools} />
          </>
        )}
        {pages.length + tools.length === 0 && (
          <p className="m-0 rounded-md bg-plaster px-3 py-3 text-[13px] text-ink-faint">{t('usageNone')}</p>
        )}
      </section>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
