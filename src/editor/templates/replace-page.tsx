'use client'

import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import type { PageDefinition } from '@/schemas/page'
import { useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { replaceByTemplate } from './use-template'

interface ReplacePageProps {
  name: string
  page: PageDefinition
  isOpen: boolean
  onClose: () => void
}

/** Asks before a template takes the place of all that stands on the page. */
export function ReplacePage({ name, page, isOpen, onClose }: ReplacePageProps) {
  const t = useTranslations('editor.templates')
  const store = useEditorStore()
  const say = useSayResult()
  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('replaceTitle', { name })}
      consequences={[t('replaceBlocks'), t('replaceTools'), t('replaceUndo')]}
      confirmLabel={t('replaceConfirm')}
      onConfirm={async () => {
        say(replaceByTemplate(store, page, name))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
