'use client'

import {
  FolderOpenOutlined,
  FolderOutlined,
  InboxOutlined,
  MoreOutlined,
  PictureOutlined,
  PlusOutlined,
} from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { readFailure } from '@/src/client/failure'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { FolderDialog } from './dialogs'

interface FolderRailProps {
  /** A folder's id, `none`, or empty for all. */
  folder: string
  canWrite: boolean
  onOpen: (folder: string) => void
}

interface Folder {
  id: string
  name: string
  assets: number
}

/** The folders of the library, and what can be done to them. */
export function FolderRail({ folder, canWrite, onOpen }: FolderRailProps) {
  const t = useTranslations('assets')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.assets.folders.queryOptions())
  const [edited, setEdited] = useState<Folder | 'new'>()
  const [removed, setRemoved] = useState<Folder>()
  return (
    <nav aria-label={t('folders')} className="w-52 shrink-0 max-md:w-full">
      <ul className="m-0 list-none space-y-0.5 p-0">
        <Row
          icon={<PictureOutlined />}
          name={t('allFolders')}
          count={data?.inAll}
          isHere={folder === ''}
          onOpen={() => onOpen('')}
        />
        <Row
          icon={<InboxOutlined />}
          name={t('noFolder')}
          count={data?.inNone}
          isHere={folder === 'none'}
          onOpen={() => onOpen('none')}
        />
        {data?.folders.map((each) => (
          <Row
            key={each.id}
            icon={each.id === folder ? <FolderOpenOutlined /> : <FolderOutlined />}
            name={each.name}
            count={each.assets}
            isHere={each.id === folder}
            onOpen={() => onOpen(each.id)}
            menu={
              canWrite && (
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      { key: 'rename', label: t('folderDialog.rename') },
                      { key: 'remove', label: t('folderDialog.remove'), danger: true },
                    ],
                    onClick: ({ key }) => (key === 'rename' ? setEdited(each) : setRemoved(each)),
                  }}
                >
                  <Button
                    type="text"
                    size="small"
                    icon={<MoreOutlined />}
                    aria-label={t('folderDialog.actions', { name: each.name })}
                  />
                </Dropdown>
              )
            }
          />
        ))}
      </ul>
      {canWrite && (
        <Button
          type="text"
          icon={<PlusOutlined />}
          className="mt-1 w-full justify-start! px-3! text-ink-soft!"
          onClick={() => setEdited('new')}
        >
          {t('folderDialog.create')}
        </Button>
      )}
      <FolderDialog folder={edited} onMade={onOpen} onClose={() => setEdited(undefined)} />
      <RemoveFolder folder={removed} onRemoved={() => onOpen('')} onClose={() => setRemoved(undefined)} />
    </nav>
  )
}

interface RowProps {
  icon: ReactNode
  name: string
  /** Undefined until it is known. */
  count: number | undefined
  isHere: boolean
  menu?: ReactNode
  onOpen: () => void
}

function Row({ icon, name, count, isHere, menu, onOpen }: RowProps) {
  return (
    <li
      className={`group flex h-9 items-center rounded-md pr-1 ${
        isHere ? 'bg-brand-soft text-brand-deep' : 'text-ink-soft hover:bg-black/4 hover:text-ink'
      }`}
    >
      <button
        type="button"
        aria-current={isHere ? 'true' : undefined}
        onClick={onOpen}
        className={`flex h-full min-w-0 flex-1 cursor-pointer items-center gap-2.5 border-0 bg-transparent px-3 text-left text-inherit ${isHere ? 'font-medium' : ''}`}
      >
        <span aria-hidden="true">{icon}</span>
        <span className="min-w-0 flex-1 truncate" title={name}>
          {name}
        </span>
        <span className="text-xs font-normal tabular-nums text-ink-faint">{count}</span>
      </button>
      {menu}
    </li>
  )
}

interface RemoveFolderProps {
  folder: Folder | undefined
  onRemoved: () => void
  onClose: () => void
}

function RemoveFolder({ folder, onRemoved, onClose }: RemoveFolderProps) {
  const t = useTranslations('assets.folderDialog')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  if (!folder) return null
  const isEmpty = folder.assets === 0
  return (
    <ConfirmAction
      isOpen
      title={t('removeTitle', { name: folder.name })}
      consequences={[isEmpty ? t('removeText') : t('notEmpty', { count: folder.assets })]}
      confirmLabel={t('remove')}
      isDangerous
      isConfirmDisabled={!isEmpty}
      onConfirm={async () => {
        try {
          await client.assets.deleteFolder.mutate({ id: folder.id })
          void message.success(t('removed'))
          onRemoved()
        } catch (error) {
          void message.error(sayFailure(readFailure(error)))
        }
        await queries.invalidateQueries(trpc.assets.pathFilter())
        onClose()
      }}
      onClose={onClose}
    />
  )
}
