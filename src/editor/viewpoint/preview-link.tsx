'use client'

import { MobileOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { CopyLink } from '@/components/copy-link'
import { QrCode } from '@/components/qr-code'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC } from '@/src/client/trpc'
import { usePageIdentity } from '../page-identity'
import { useEditor } from '../store/context'

/** The draft on a real phone: a link for a day, and its code to scan. */
export function PreviewLink() {
  const t = useTranslations('editor.viewpoint')
  const trpc = useTRPC()
  const { id } = usePageIdentity()
  const title = useEditor((state) => state.page.title)
  const link = useMutation(trpc.pages.previewLink.mutationOptions())
  const url = link.data && `${window.location.origin}${link.data.path}`

  if (link.error) return <FailureState error={link.error} onRetry={() => link.mutate({ id })} />
  if (!url) {
    return (
      <Button block icon={<MobileOutlined />} loading={link.isPending} onClick={() => link.mutate({ id })}>
        {t('onPhone')}
      </Button>
    )
  }
  return (
    <div className="flex items-center gap-4">
      <QrCode link={url} title={title} size={120} />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p className="m-0 text-[13px]">{t('scan')}</p>
        <p className="m-0 text-xs text-ink-faint">{t('lasts')}</p>
        <CopyLink link={url} size="small" />
      </div>
    </div>
  )
}
