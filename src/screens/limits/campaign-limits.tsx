'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/components/panel'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'
import { ExclusivityGroups } from './exclusivity-groups'

interface Limited {
  id: string
  name: string
  perDay: number | null
  inAll: number | null
}

/** How much one member may get of a campaign and of its tools, and what excludes what. */
export function CampaignLimits({ campaignId }: { campaignId: string }) {
  const t = useTranslations('limits')
  const trpc = useTRPC()
  const canWrite = useCan('campaign.write')
  const read = useQuery(trpc.limits.read.queryOptions({ campaignId }))
  const [form, setForm] = useState<{ subject: Limited; isOpen: boolean }>()
  const rows: Limited[] = read.data ? [{ ...read.data.campaign, name: t('whole') }, ...read.data.tools] : []
  const say = (count: number | null) =>
    count === null ? <span className="text-ink-faint">{t('none')}</span> : t('amount', { count })
  return (
    <Panel title={t('title')} isFlush>
      {read.error ? (
        <FailureState error={read.error} onRetry={() => read.refetch()} />
      ) : read.data ? (
        <>
          <p className="m-0 px-5 pt-3 pb-1 text-[13px] text-ink-soft">{t('text')}</p>
          <table className="w-full border-collapse text-left">
            <thead className="text-[13px] text-ink-faint">
              <tr>
                <th className="px-5 py-2 font-normal" />
                <th className="w-36 px-3 py-2 font-normal">{t('perDay')}</th>
                <th className="w-36 px-3 py-2 font-normal">{t('inAll')}</th>
                <th className="w-20 px-5 py-2" />
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-t border-line">
              {rows.map((subject) => (
                <tr key={subject.id}>
                  <th scope="row" className="max-w-0 truncate px-5 py-2.5 font-medium">
                    {subject.name}
                  </th>
                  <td className="px-3 py-2.5 tabular-nums">{say(subject.perDay)}</td>
                  <td className="px-3 py-2.5 tabular-nums">{say(subject.inAll)}</td>
                  <td className="px-5 py-2.5 text-right">
                    {canWrite && (
                      <Button
                        type="link"
                        size="small"
                        className="p-0!"
                        aria-label={t('setOf', { name: subject.name })}
                        onClick={() => setForm({ subject, isOpen: true })}
                      >
                        {t('set')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ExclusivityGroups groups={read.data.groups} />
        </>
      ) : (
        <Skeleton active className="p-5" paragraph={{ rows: 3 }} />
      )}
      {form && (
        <LimitDialog
          subject={form.subject}
          isOpen={form.isOpen}
          onClose={() => setForm({ ...form, isOpen: false })}
        />
      )}
    </Panel>
  )
}

type Caps = Pick<Limited, 'perDay' | 'inAll'>

function LimitDialog(props: { subject: Limited; isOpen: boolean; onClose: () => void }) {
  const { subject, isOpen, onClose } = props
  const t = useTranslations('limits')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()

  async function save({ perDay = null, inAll = null }: Partial<Caps>) {
    await client.limits.set.mutate({ subjectId: subject.id, perDay, inAll })
    await queries.invalidateQueries({ queryKey: trpc.limits.pathKey() })
    void message.success(t('saved'))
    onClose()
  }

  return (
    <FormDialog<Caps>
      isOpen={isOpen}
      title={t('formTitle', { name: subject.name })}
      submitLabel={t('save')}
      initialValues={{ perDay: subject.perDay, inAll: subject.inAll }}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-4">
        {(['perDay', 'inAll'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(name)} extra={t('emptyIsNone')}>
            <InputNumber min={1} max={1_000_000} precision={0} className="w-full!" placeholder={t('none')} />
          </Form.Item>
        ))}
      </div>
    </FormDialog>
  )
}
