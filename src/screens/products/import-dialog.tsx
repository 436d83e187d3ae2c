'use client'

import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Progress, Upload } from 'antd'
import { useTranslations } from 'next-intl'
import { PRODUCT_COLUMNS } from '@/schemas/product-import'
import { toCsv } from '../grants/csv'
import { saveFile } from '../grants/save-file'
import { ImportResultView } from './import-result'
import { type ImportStage, useProductImport } from './use-product-import'

/** Takes a product list and shows how far it is, and what became of its rows. */
export function ImportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('products.dialog')
  const { stage, start, retry, stop } = useProductImport()
  const isBusy = stage.kind === 'uploading' || stage.kind === 'importing'
  return (
    <Modal
      open={isOpen}
      title={t('title')}
      width={stage.kind === 'done' && stage.result.rejectedCount > 0 ? 760 : 560}
      footer={<Footer stage={stage} onStop={stop} onAgain={stop} onRetry={retry} onClose={onClose} />}
      mask={{ closable: !isBusy }}
      onCancel={onClose}
      afterClose={() => {
        // An import that is under way goes on; opened again, the dialog shows it.
        if (!isBusy) stop()
      }}
    >
      <Body stage={stage} onFile={start} />
    </Modal>
  )
}

function Body({ stage, onFile }: { stage: ImportStage; onFile: (file: File) => void }) {
  const t = useTranslations('products.dialog')
  switch (stage.kind) {
    case 'done':
      return <ImportResultView result={stage.result} />
    case 'uploading':
      return <Meter percent={stage.percent} text={t('uploading', { percent: stage.percent })} />
    case 'importing': {
      const { rows, totalRows } = stage.progress
      const percent = totalRows > 0 ? Math.min(100, Math.floor((100 * rows) / totalRows)) : 100
      return <Meter percent={percent} text={t('importing', { rows, total: totalRows })} note={t('leave')} />
    }
    default:
      return (
        <>
          {stage.kind === 'failed' && (
            <Alert className="mb-4!" type="error" role="alert" showIcon title={stage.message} />
          )}
          <ChooseFile onFile={onFile} />
        </>
      )
  }
}

function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('products.dialog')
  const columns = useTranslations('products.columns')
  return (
    <>
      <Upload.Dragger
        accept=".csv,.tsv,.txt"
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file)
          return Upload.LIST_IGNORE
        }}
      >
        <div className="flex flex-col items-center gap-1 py-4">
          <InboxOutlined className="text-3xl text-brand" />
          <p className="m-0 mt-2 text-ink">{t('choose')}</p>
          <p className="m-0 text-xs text-ink-faint">{t('limits')}</p>
        </div>
      </Upload.Dragger>
      <ul className="mt-4 mb-3 list-disc space-y-1 pl-5 text-[13px] text-ink-soft">
        <li>{t('required')}</li>
        <li>{t('keeps')}</li>
      </ul>
      <Button
        type="link"
        className="px-0!"
        icon={<DownloadOutlined />}
        onClick={() => {
          const names = PRODUCT_COLUMNS.map((column) => columns(column))
          saveFile(`${t('templateName')}.csv`, toCsv([names]), 'text/csv')
        }}
      >
        {t('template')}
      </Button>
    </>
  )
}

function Meter({ percent, text, note }: { percent: number; text: string; note?: string }) {
  return (
    <div className="py-8">
      <p className="mb-3 text-center tabular-nums text-ink" role="status">
        {text}
      </p>
      <Progress percent={percent} status="active" showInfo={false} aria-label={text} />
      {note && <p className="mt-3 mb-0 text-center text-xs text-ink-faint">{note}</p>}
    </div>
  )
}

interface FooterProps {
  stage: ImportStage
  onStop: () => void
  onAgain: () => void
  onRetry: () => void
  onClose: () => void
}

function Footer({ stage, onStop, onAgain, onRetry, onClose }: FooterProps) {
  const t = useTranslations('products.dialog')
  switch (stage.kind) {
    case 'uploading':
    case 'importing':
      return <Button onClick={onStop}>{t('stop')}</Button>
    case 'done':
      return (
        <>
          <Button onClick={onAgain}>{t('again')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      )
    case 'failed':
      return (
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {stage.canRetry && (
            <Button type="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
        </>
      )
    case 'choosing':
      return <Button onClick={onClose}>{t('cancel')}</Button>
  }
}
