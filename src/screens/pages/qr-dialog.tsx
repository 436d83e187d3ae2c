'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { CopyLink } from '@/components/copy-link'
import { QrCode } from '@/components/qr-code'

/** A page's link as a QR code, to open it on a phone. Closed without a page. */
export function QrDialog({
  page,
  onClose,
}: {
  page: { title: string; link: string } | undefined
  onClose: () => void
}) {
  const t = useTranslations('pages.qrDialog')
  return (
    <Modal
      open={page !== undefined}
      title={t('title')}
      width={360}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {page && (
        <div className="flex flex-col items-center gap-4 pt-2 text-center">
          <div className="rounded-lg border border-line p-3">
            <QrCode link={page.link} title={page.title} size={200} />
          </div>
          <div className="w-full">
            <p className="m-0 truncate font-medium">{page.title}</p>
            <p className="mt-0.5 mb-0 truncate text-[13px] text-ink-faint">{page.link}</p>
          </div>
          <p className="m-0 text-ink-soft">{t('text')}</p>
          <CopyLink link={page.link} block />
        </div>
      )}
    </Modal>
  )
}
