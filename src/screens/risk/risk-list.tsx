'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/components/panel'
import { SearchBox } from '@/components/search-box'
import { readFailure } from '@/src/client/failure'
import { useCan } from '@/src/client/session'
import { type StaffInput, type StaffOutput, useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { FormDialog } from '../form-dialog'

type Entry = StaffOutput['risk']['entries'][number]
type ImportValues = Pick<StaffInput['risk']['importList'], 'kind' | 'text'>

interface RiskListProps {
  list: 'block' | 'allow'
  entries: number | undefined
  text: string
}

/** Who is always stopped, or never: the latest of the list, to be searched, added to, taken from. */
export function RiskList({ list, entries, text }: RiskListProps) {
  const t = useTranslations('risk.lists')
  const trpc = useTRPC()
  const canWrite = useCan('risk.write')
  const [search, setSearch] = useState('')
  const [isImporting, setImporting] = useState(false)
  const found = useQuery(
    trpc.risk.entries.queryOptions(
      { list, search: search || undefined },
      { placeholderData: (last) => last },
    ),
  )
  const rows = found.data ?? []
  return (
    <Panel
      title={`${t(list)} · ${t('entries', { count: entries ?? 0 })}`}
      action={canWrite && <Button onClick={() => setImporting(true)}>{t('import')}</Button>}
    >
      <p className="mt-0 mb-3 text-[13px] text-ink-soft">{text}</p>
      {(rows.length > 0 || search) && <SearchBox label={t('search')} value={search} onSearch={setSearch} />}
      {rows.length === 0 ? (
        <p className="mt-3 mb-0 text-ink-faint">{t('none')}</p>
      ) : (
        <ul className="mt-2 mb-0 max-h-80 list-none divide-y divide-line overflow-y-auto p-0">
          {rows.map((entry) => (
            <EntryRow key={`${entry.kind} ${entry.value}`} list={list} entry={entry} />
          ))}
        </ul>
      )}
      <ImportDialog list={list} isOpen={isImporting} onClose={() => setImporting(false)} />
    </Panel>
  )
}

function EntryRow({ list, entry: { kind, value, note } }: { list: 'block' | 'allow'; entry: Entry }) {
  const t = useTranslations('risk.lists')
  const client = useTRPCClient()
  const refresh = useRefresh()
  const canWrite = useCan('risk.write')
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()

  async function remove() {
    try {
      await client.risk.removeEntry.mutate({ list, kind, value })
      await refresh()
      void message.success(t('removed'))
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    }
  }

  return (
    <li className="flex items-center gap-3 py-2">
      <span className="w-14 flex-none text-[13px] text-ink-faint">{t(`kinds.${kind}`)}</span>
      <span className="min-w-0 flex-1 truncate font-mono text-[13px]" title={value}>
        {value}
      </span>
      <span className="max-w-40 truncate text-[13px] text-ink-soft">{note}</span>
      {canWrite && (
        <Button type="link" size="small" aria-label={t('removeOf', { value })} onClick={remove}>
          {t('remove')}
        </Button>
      )}
    </li>
  )
}

function ImportDialog(props: { list: 'block' | 'allow'; isOpen: boolean; onClose: () => void }) {
  const { list, isOpen, onClose } = props
  const t = useTranslations('risk.lists')
  const client = useTRPCClient()
  const refresh = useRefresh()
  const { message } = App.useApp()

  async function importList(values: ImportValues) {
    const { added, rejected, rejectedCount } = await client.risk.importList.mutate({ list, ...values })
    await refresh()
    if (rejectedCount === 0) void message.success(t('imported', { count: added }))
    else {
      const lines = rejected.map(({ line }) => line).join(', ')
      void message.warning(t('rejected', { count: added, lines }))
    }
    onClose()
  }

  return (
    <FormDialog<ImportValues>
      isOpen={isOpen}
      title={t(`importTitle.${list}`)}
      submitLabel={t('submit')}
      initialValues={{ kind: 'member' }}
      onSubmit={importList}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('kind')}>
        <Select
          options={(['member', 'ip_prefix', 'device'] as const).map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('text')}
        extra={t('textHint')}
        rules={[{ required: true, whitespace: true, message: t('textRequired') }]}
      >
        <Input.TextArea rows={7} className="font-mono" />
      </Form.Item>
    </FormDialog>
  )
}

function useRefresh() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: trpc.risk.pathKey() })
}
