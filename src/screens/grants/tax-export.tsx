'use client'

import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Popover } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatFen } from '@/components/money'
import { readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { saveFile } from './save-file'

/** The taxed prizes of a month as a file, for whoever declares their tax. */
export function TaxExport() {
  const t = useTranslations('grants.tax')
  const trpc = useTRPC()
  const { message } = App.useApp()
  const canExport = useCan('tax.export')
  const [isOpen, setOpen] = useState(false)
  // What is declared is mostly the month before.
  const [month, setMonth] = useState<Dayjs>(() => dayjs().subtract(1, 'month'))
  const take = useMutation(trpc.taxes.export.mutationOptions())
  if (!canExport) return null
  const failure = take.error ? readFailure(take.error) : undefined

  async function save() {
    try {
      const { fileName, csv, count, taxFen } = await take.mutateAsync({ month: month.format('YYYY-MM') })
      if (count === 0) return void message.info(t('none'))
      saveFile(fileName, csv, 'text/csv')
      void message.success(t('done', { count, tax: formatFen(taxFen) }))
      setOpen(false)
    } catch {
      // Said beside the button.
    }
  }

  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('title')}
      content={
        <div className="w-72">
          <p className="mt-0 mb-3 text-[13px] text-ink-soft">{t('text')}</p>
          {failure?.details.some(({ code }) => code === 'identity_unreadable') ? (
            <Alert className="mb-5!" type="error" showIcon title={t('unreadable')} />
          ) : (
            <FailureAlert failure={failure} />
          )}
          <div className="flex gap-2">
            <DatePicker
              picker="month"
              className="flex-1"
              aria-label={t('month')}
              allowClear={false}
              value={month}
              disabledDate={(day) => day.isAfter(dayjs(), 'month')}
              onChange={(chosen) => chosen && setMonth(chosen)}
            />
            <Button type="primary" loading={take.isPending} onClick={save}>
              {t('export')}
            </Button>
          </div>
        </div>
      }
    >
      <Button icon={<DownloadOutlined />}>{t('open')}</Button>
    </Popover>
  )
}
