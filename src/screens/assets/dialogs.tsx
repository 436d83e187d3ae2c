'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useFolderOptions } from '@/src/client/assets/use-folder-options'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { FormDialog } from '../form-dialog'

interface RenameDialogProps {
  asset: { hash: string; name: string } | undefined
  onClose: () => void
}

/** Calls a picture something else. */
export function RenameDialog({ asset, onClose }: RenameDialogProps) {
  const t = useTranslations('assets.rename')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  return (
    <FormDialog<{ name: string }>
      isOpen={asset !== undefined}
      title={t('title')}
      submitLabel={t('save')}
      initialValues={{ name: asset?.name }}
      onSubmit={async ({ name }) => {
        if (!asset) return
        await client.assets.rename.mutate({ hash: asset.hash, name: name.trim() })
        await queries.invalidateQueries(trpc.assets.pathFilter())
        void message.success(t('done'))
        onClose()
      }}
      onClose={onClose}
    >
      <NameItem label={t('name')} max={120} />
    </FormDialog>
  )
}

function NameItem({ label, max }: { label: string; max: number }) {
  const t = useTranslations('assets.folderDialog')
  return (
    <Form.Item
      name="name"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
    >
      <Input maxLength={max} autoFocus />
    </Form.Item>
  )
}

interface MoveDialogProps {
  hashes: readonly string[]
  isOpen: boolean
  onMoved: () => void
  onClose: () => void
}

const NO_FOLDER = 'none'

/** Puts pictures into another folder. */
export function MoveDialog({ hashes, isOpen, onMoved, onClose }: MoveDialogProps) {
  const t = useTranslations('assets.move')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const folders = useFolderOptions()
  return (
    <FormDialog<{ folder: string }>
      isOpen={isOpen}
      title={t('title', { count: hashes.length })}
      submitLabel={t('save')}
      initialValues={{ folder: NO_FOLDER }}
      onSubmit={async ({ folder }) => {
        const { moved } = await client.assets.move.mutate({
          hashes: [...hashes],
          folderId: folder === NO_FOLDER ? null : folder,
        })
        await queries.invalidateQueries(trpc.assets.pathFilter())
        void message.success(t('done', { count: moved }))
        onMoved()
        onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="folder" label={t('to')}>
        <Select options={folders} />
      </Form.Item>
    </FormDialog>
  )
}

interface FolderDialogProps {
  /** The folder to rename; `new` to make one. */
  folder: { id: string; name: string } | 'new' | undefined
  onMade: (id: string) => void
  onClose: () => void
}

/** Makes a folder, or calls one something else. */
export function FolderDialog({ folder, onMade, onClose }: FolderDialogProps) {
  const t = useTranslations('assets.folderDialog')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  return (
    <FormDialog<{ name: string }>
      isOpen={folder !== undefined}
      title={t(folder === 'new' ? 'create' : 'rename')}
      submitLabel={t('save')}
      initialValues={{ name: folder === 'new' ? '' : folder?.name }}
      onSubmit={async (values) => {
        const name = values.name.trim()
        if (folder === 'new') onMade((await client.assets.createFolder.mutate({ name })).id)
        else if (folder) await client.assets.renameFolder.mutate({ id: folder.id, name })
        await queries.invalidateQueries(trpc.assets.pathFilter())
        void message.success(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <NameItem label={t('name')} max={40} />
    </FormDialog>
  )
}
