'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { ToolTypeCard } from './tool-type-card'
import { useToolTypes } from './tool-types'

interface ToolTypePickerProps {
  isOpen: boolean
  onPick: (type: string) => void
  onClose: () => void
}

/** Asks which kind of tool to make. */
export function ToolTypePicker({ isOpen, onPick, onClose }: ToolTypePickerProps) {
  const t = useTranslations('tools.picker')
  const { toolTypes } = useToolTypes()
  return (
    <Modal open={isOpen} title={t('title')} footer={null} width={480} onCancel={onClose} destroyOnHidden>
      <ul className="m-0 list-none space-y-2 p-0 pt-2">
        {toolTypes.map((toolType) => (
          <li key={toolType.type}>
            <ToolTypeCard toolType={toolType} onPick={onPick} />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
