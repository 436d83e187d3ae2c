'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { readFailure } from '@/src/client/failure'
import { useCan } from '@/src/client/session'
import { type StaffOutput, useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { FormDialog } from '../form-dialog'

type Group = StaffOutput['limits']['read']['groups'][number]

/** The groups a campaign or one of its tools is in. */
export function ExclusivityGroups({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations('limits')
  const canWrite = useCan('campaign.write')
  const [form, setForm] = useState<{ group?: Group; isOpen: boolean }>()
  const [leaving, setLeaving] = useState<Group>()
  return (
    <div className="border-t border-line px-5 py-4">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h3 className="m-0 text-sm font-semibold">{t('groups')}</h3>
          <p className="mt-0.5 mb-0 text-[13px] text-ink-soft">{t('groupsText')}</p>
        </div>
        {canWrite && (
          <Button icon={<PlusOutlined />} onClick={() => setForm({ isOpen: true })}>
            {t('addGroup')}
          </Button>
        )}
      </div>
      {groups.length === 0 ? (
        <p className="mt-3 mb-0 text-ink-faint">{t('noGroups')}</p>
      ) : (
        <ul className="mt-3 mb-0 list-none space-y-2 p-0">
          {groups.map((group) => (
            <li key={group.id} className="flex items-center gap-4 rounded-md bg-plaster px-4 py-2.5">
              <div className="min-w-0 flex-1 leading-6">
                <span className="font-medium">{group.name}</span>
                <span className="block truncate text-[13px] text-ink-soft">
                  {group.subjects.map(({ name }) => name).join(' / ')}
                </span>
              </div>
              {canWrite && (
                <span className="flex flex-none gap-1">
                  <Button
                    type="link"
                    size="small"
                    aria-label={t('editOf', { name: group.name })}
                    onClick={() => setForm({ group, isOpen: true })}
                  >
                    {t('edit')}
                  </Button>
                  <Button type="link" size="small" danger onClick={() => setLeaving(group)}>
                    {t('remove')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {form && (
        <GroupDialog
          group={form.group}
          isOpen={form.isOpen}
          onClose={() => setForm({ ...form, isOpen: false })}
        />
      )}
      <Dissolve group={leaving} onClose={() => setLeaving(undefined)} />
    </div>
  )
}

function Dissolve({ group, onClose }: { group: Group | undefined; onClose: () => void }) {
  const t = useTranslations('limits')
  const client = useTRPCClient()
  const refresh = useRefresh()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  async function dissolve() {
    if (!group) return
    try {
      await client.limits.deleteGroup.mutate({ id: group.id })
      await refresh()
      void message.success(t('removed'))
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    }
    onClose()
  }
  return (
    <ConfirmAction
      isOpen={group !== undefined}
      title={t('removeTitle', { name: group?.name ?? '' })}
      consequences={[t('removeText')]}
      confirmLabel={t('remove')}
      isDangerous
      onConfirm={dissolve}
      onClose={onClose}
    />
  )
}

interface Values {
  name: string
  subjectIds: string[]
}

function GroupDialog(props: { group: Group | undefined; isOpen: boolean; onClose: () => void }) {
  const { group, isOpen, onClose } = props
  const t = useTranslations('limits')
  const client = useTRPCClient()
  const refresh = useRefresh()
  const { message } = App.useApp()
  const options = useSubjectOptions(group, isOpen)

  async function save(values: Values) {
    await client.limits.saveGroup.mutate({ id: group?.id, ...values })
    await refresh()
    void message.success(t('saved'))
    onClose()
  }

  return (
    <FormDialog<Values>
      isOpen={isOpen}
      title={t(group ? 'editGroup' : 'addGroup')}
      submitLabel={t('save')}
      initialValues={{ name: group?.name, subjectIds: group?.subjects.map(({ id }) => id) ?? [] }}
      onSubmit={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('groupName')}
        rules={[{ required: true, whitespace: true, message: t('groupNameRequired') }]}
      >
        <Input maxLength={40} placeholder={t('groupNamePlaceholder')} />
      </Form.Item>
      <Form.Item
        name="subjectIds"
        label={t('subjects')}
        rules={[{ required: true, type: 'array', min: 2, message: t('subjectsRequired') }]}
      >
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
    </FormDialog>
  )
}

/** The newest tools and campaigns, and whatever is in the group already. */
function useSubjectOptions(group: Group | undefined, isOpen: boolean) {
  const t = useTranslations('limits')
  const trpc = useTRPC()
  const enabled = { enabled: isOpen }
  const tools = useQuery(trpc.tools.list.queryOptions({ limit: 100 }, enabled))
  const campaigns = useQuery(trpc.campaigns.list.queryOptions({ limit: 100 }, enabled))
  const own = (kind: 'tool' | 'campaign') => group?.subjects.filter((subject) => subject.kind === kind) ?? []
  const optionsOf = (rows: { id: string; name: string }[]) => [
    ...new Map(rows.map(({ id, name }) => [id, { value: id, label: name }])).values(),
  ]
  return [
    {
      label: t('tools'),
      options: optionsOf([
        ...own('tool'),
        ...(tools.data?.items ?? []).map(({ id, name, campaign }) => ({
          id,
          name: `${name}（${campaign.name}）`,
        })),
      ]),
    },
    {
      label: t('campaigns'),
      options: optionsOf([...own('campaign'), ...(campaigns.data?.items ?? [])]),
    },
  ]
}

function useRefresh() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: trpc.limits.pathKey() })
}
