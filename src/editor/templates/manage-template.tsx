'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { type Failure, readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC } from '@/src/client/trpc'
import { NameDialog } from './name-dialog'

interface ManageTemplateProps {
  id: string
  name: string
  /** What is asked for; undefined for nothing. */
  change: 'rename' | 'delete' | undefined
  onClose: () => void
}

/** Renames a template that was saved, or deletes it. */
export function ManageTemplate({ id, name, change, onClose }: ManageTemplateProps) {
  const t = useTranslations('editor.templates')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<Failure>()
  const rename = useMutation(trpc.templates.rename.mutationOptions())
  const remove = useMutation(trpc.templates.delete.mutationOptions())

  async function changed() {
    await queries.invalidateQueries(trpc.templates.list.pathFilter())
    setFailure(undefined)
    onClose()
  }

  return (
    <>
      <NameDialog
        isOpen={change === 'rename'}
        title={t('renameTitle')}
        text={t('renameText')}
        submitLabel={t('rename')}
        initialName={name}
        onSubmit={async (next) => {
          await rename.mutateAsync({ id, name: next })
          await changed()
        }}
        onClose={onClose}
      />
      <ConfirmAction
        isOpen={change === 'delete'}
        title={t('deleteTitle', { name })}
        consequences={[t('deleteText')]}
        confirmLabel={t('delete')}
        isDangerous
        failure={failure && <FailureAlert failure={failure} />}
        onConfirm={async () => {
          try {
            await remove.mutateAsync({ id })
            await changed()
          } catch (error) {
            setFailure(readFailure(error))
          }
        }}
        onClose={onClose}
      />
    </>
  )
}
