'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { useTRPC } from '@/src/client/trpc'
import { NameDialog } from './name-dialog'
import { saving } from './saving'

/** Keeps what somebody asked to keep as a template, once it has a name. */
export function SaveTemplateDialog() {
  const t = useTranslations('editor.templates')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const what = useStore(saving, (state) => state.what)
  const save = useMutation(trpc.templates.save.mutationOptions())
  const close = () => saving.setState({ what: undefined })

  async function submit(name: string) {
    if (!what) return
    await save.mutateAsync(
      what.kind === 'page'
        ? { kind: 'page', name, page: what.page }
        : { kind: 'group', name, root: what.fragment.roots, blocks: what.fragment.blocks },
    )
    await queries.invalidateQueries(trpc.templates.pathFilter())
    void message.success(t('saved', { name }))
    close()
  }

  return (
    <NameDialog
      isOpen={what !== undefined}
      title={t(what?.kind === 'page' ? 'savePage' : 'saveGroup')}
      text={t('saveText')}
      submitLabel={t('save')}
      initialName={what?.kind === 'page' ? what.page.title.slice(0, 40) : ''}
      onSubmit={submit}
      onClose={close}
    />
  )
}
