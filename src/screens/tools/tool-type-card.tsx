'use client'

import { PlusOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ToolIcon } from './tool-icon'
import type { ToolType } from './tool-types'

/** One kind of tool in the gallery; pressing it anywhere starts a new one. */
export function ToolTypeCard({ toolType, onPick }: { toolType: ToolType; onPick: (type: string) => void }) {
  const t = useTranslations('tools')
  const id = useId()
  const { type, name, description, icon } = toolType
  return (
    <div className="group relative flex h-full items-center gap-4 rounded-lg border border-line bg-white p-4 transition-colors hover:border-brand">
      <ToolIcon path={icon} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-ink">{name}</span>
        <span id={id} className="line-clamp-4 text-[13px] text-pretty leading-5 text-ink-faint">
          {description}
        </span>
      </span>
      <PlusOutlined className="text-ink-faint transition-colors group-hover:text-brand" />
      <button
        type="button"
        aria-label={t('createOf', { type: name })}
        aria-describedby={id}
        onClick={() => onPick(type)}
        className="absolute inset-0 cursor-pointer rounded-lg border-0 bg-transparent"
      />
    </div>
  )
}
