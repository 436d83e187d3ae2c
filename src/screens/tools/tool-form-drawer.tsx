'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC } from '@/src/client/trpc'
import { ToolForm } from './tool-form'
import type { ToolFormDrawerProps } from './tool-form-props'
import { useToolTypes } from './tool-types'

/** Makes a tool or changes one, wherever one is needed: on its own screen, in a campaign, in the editor. */
export function ToolFormDrawer(props: ToolFormDrawerProps) {
  const { open, type, toolId, onClose } = props
  const t = useTranslations('tools.form')
  const trpc = useTRPC()
  const { nameOf } = useToolTypes()
  const tool = useQuery(
    trpc.tools.get.queryOptions(toolId && open ? { id: toolId } : skipToken, {
      // A form must start from what is stored now, or saving it would be a conflict.
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  )
  if (!toolId || tool.data) return <ToolForm {...props} tool={toolId ? tool.data : undefined} />
  return (
    <Drawer open={open} title={t('editTitle', { type: nameOf(type) })} size={560} onClose={onClose}>
      {tool.error ? (
        <FailureState error={tool.error} onRetry={() => tool.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
    </Drawer>
  )
}
