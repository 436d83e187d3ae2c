'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { formatFen, Money } from '@/components/money'
import { MoneyInput } from '@/components/money-input'
import { readFailure } from '@/src/client/failure'
import { newIdempotencyKey } from '@/src/client/idempotency-key'
import { useTRPC } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'

interface TopUpDialogProps {
  /** Whose budget; the dialog is closed without. */
  campaign: { id: string; name: string; availableFen: number } | undefined
  onClose: () => void
}

/** Adds money to a campaign's budget, once, however often it is sent. */
export function TopUpDialog({ campaign, onClose }: TopUpDialogProps) {
  const t = useTranslations('campaigns.topUp')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const topUp = useMutation(trpc.campaigns.topUp.mutationOptions())
  // A repeat after a broken connection must be the same request; another amount is another one.
  const intent = useRef<{ of: string; key: string }>(undefined)

  async function submit({ amountFen }: { amountFen: number }) {
    if (!campaign) return
    const of = `${campaign.id} ${amountFen}`
    if (intent.current?.of !== of) intent.current = { of, key: newIdempotencyKey() }
    try {
      await topUp.mutateAsync({ id: campaign.id, amountFen, idempotencyKey: intent.current.key })
    } catch (error) {
      // The first try had arrived after all.
      if (readFailure(error).code !== 'already_exists') throw error
    }
    intent.current = undefined
    await Promise.all([
      queries.invalidateQueries(trpc.campaigns.pathFilter()),
      queries.invalidateQueries(trpc.overview.pathFilter()),
      queries.invalidateQueries(trpc.alerts.pathFilter()),
    ])
    void message.success(t('done', { amount: formatFen(amountFen) }))
    onClose()
  }

  return (
    <FormDialog<{ amountFen: number }>
      isOpen={campaign !== undefined}
      title={campaign ? t('title', { name: campaign.name }) : ''}
      submitLabel={t('submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="mt-0 mb-4 text-ink-soft">{t('text')}</p>
      <Form.Item
        name="amountFen"
        label={t('amount')}
        rules={[{ required: true, type: 'number', min: 1, message: t('amountRequired') }]}
      >
        <MoneyInput max={10_000_000_000} autoFocus />
      </Form.Item>
      <Form.Item noStyle dependencies={['amountFen']}>
        {({ getFieldValue }) => (
          <dl className="m-0 grid grid-cols-[1fr_auto] gap-y-1 rounded-md bg-plaster px-4 py-3">
            <dt className="text-ink-soft">{t('now')}</dt>
            <dd className="m-0 text-right">
              <Money fen={campaign?.availableFen ?? 0} />
            </dd>
            <dt className="text-ink-soft">{t('after')}</dt>
            <dd className="m-0 text-right font-semibold">
              <Money fen={(campaign?.availableFen ?? 0) + (getFieldValue('amountFen') ?? 0)} />
            </dd>
          </dl>
        )}
      </Form.Item>
    </FormDialog>
  )
}
