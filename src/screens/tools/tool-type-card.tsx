'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { ToolIcon } from './tool-icon'
import type { ToolType } from './tool-types'

/** One kind of tool in the gallery; pressing it starts a new one. */
export function ToolTypeCard({ toolType, onPick }: { toolType: ToolType; onPick: (type: string) => void }) {
  const t = useTranslations('tools')
  const { type, name, description, icon } = toolType
  return (
    <button
      type="button"
      aria-label={t('createOf', { type: name })}
      onClick={() => onPick(type)}
      className="group flex h-full w-full cursor-pointer items-center gap-4 rounded-lg border border-line bg-white p-4 text-left transition-colors hover:border-brand"
    >
      <ToolIcon path={icon} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-ink">{name}</span>
        <span className="line-clamp-2 text-[13px] text-ink-faint">{description}</span>
      </span>
      <PlusOutlined className="text-ink-faint transition-colors group-hover:text-brand" />
    </button>
  )
}
