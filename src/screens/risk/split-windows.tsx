'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/components/panel'
import { PARTIES, type SplitWindows as Windows } from '@/schemas/redemption'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'

const LONGEST_MINUTES = 10_080

/** When orders count as one, so that an order split in parts uses no more coupons. */
export function SplitWindows() {
  const t = useTranslations('risk.split')
  const trpc = useTRPC()
  const canWrite = useCan('reward.write')
  const [isSetting, setSetting] = useState(false)
  const windows = useQuery(trpc.orders.splitWindows.queryOptions())
  return (
    <Panel
      title={t('title')}
      action={canWrite && windows.data && <Button onClick={() => setSetting(true)}>{t('set')}</Button>}
    >
      <p className="mt-0 mb-3 text-[13px] text-ink-soft">{t('text')}</p>
      {windows.error && !windows.data ? (
        <FailureState error={windows.error} onRetry={() => windows.refetch()} />
      ) : windows.data ? (
        <dl className="m-0 divide-y divide-line">
          {PARTIES.map((party) => (
            <div key={party} className="flex justify-between gap-4 py-2">
              <dt>{t(`parties.${party}`)}</dt>
              <dd className="m-0 text-ink-soft tabular-nums">
                <Minutes minutes={windows.data[party]} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      )}
      {windows.data && (
        <WindowsDialog windows={windows.data} isOpen={isSetting} onClose={() => setSetting(false)} />
      )}
    </Panel>
  )
}

function Minutes({ minutes }: { minutes: number }) {
  const t = useTranslations('risk.split')
  return minutes === 0 ? <span className="text-ink-faint">{t('off')}</span> : t('minutes', { minutes })
}

type Values = { [Party in keyof Windows]?: number | null }

function WindowsDialog(props: { windows: Windows; isOpen: boolean; onClose: () => void }) {
  const { windows, isOpen, onClose } = props
  const t = useTranslations('risk.split')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()

  async function save({ payer, device, address }: Values) {
    await client.orders.setSplitWindows.mutate({
      payer: payer ?? 0,
      device: device ?? 0,
      address: address ?? 0,
    })
    await queries.invalidateQueries({ queryKey: trpc.orders.splitWindows.queryKey() })
    void message.success(t('saved'))
    onClose()
  }

  return (
    <FormDialog<Values>
      isOpen={isOpen}
      title={t('formTitle')}
      submitLabel={t('save')}
      initialValues={{
        payer: windows.payer || null,
        device: windows.device || null,
        address: windows.address || null,
      }}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="mt-0 mb-4 text-[13px] text-ink-soft">{t('emptyIsOff')}</p>
      {PARTIES.map((party) => (
        <Form.Item key={party} name={party} label={t(`parties.${party}`)} className="mb-4!">
          <InputNumber
            min={1}
            max={LONGEST_MINUTES}
            precision={0}
            className="w-full!"
            placeholder={t('off')}
            suffix={t('unit')}
          />
        </Form.Item>
      ))}
    </FormDialog>
  )
}
