'use client'

import { Alert, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useAction } from '../use-action'
import type { AssetDetails } from './asset-details'
import { UsedPages } from './used-pages'
import { UsedTools } from './used-tools'

interface RemoveDialogProps {
  asset: AssetDetails | undefined
  onRemoved: () => void
  onClose: () => void
}

/** Takes a picture out of the library; while pages or tools show it, says which instead. */
export function RemoveDialog({ asset, onRemoved, onClose }: RemoveDialogProps) {
  const t = useTranslations('assets.remove')
  const kit = useTranslations('kit')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { failure, run, close } = useAction(trpc.assets.pathFilter(), onClose)
  if (!asset) return null
  const { pages, tools } = asset
  if (pages.length + tools.length > 0) {
    return (
      <Modal
        open
        title={t('title', { name: asset.name })}
        width={520}
        onCancel={onClose}
        okButtonProps={{ hidden: true }}
        cancelText={kit('cancel')}
      >
        <Alert className="mt-3!" type="warning" showIcon title={t('usedTitle')} />
        <p className="mt-3 mb-2 text-ink-soft">{t('usedText')}</p>
        <div className="flex flex-col gap-3">
          {pages.length > 0 && <UsedPages pages={pages} />}
          {tools.length > 0 && <UsedTools tools={tools} />}
        </div>
      </Modal>
    )
  }
  return (
    <ConfirmAction
      isOpen
      title={t('title', { name: asset.name })}
      consequences={[t('gone'), t('stays')]}
      confirmLabel={t('confirm')}
      isDangerous
      failure={<FailureAlert failure={failure} />}
      onConfirm={() =>
        run(async () => {
          await client.assets.delete.mutate({ hash: asset.hash })
          onRemoved()
          return t('done')
        })
      }
      onClose={close}
    />
  )
}
