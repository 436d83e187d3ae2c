'use client'

import { TeamOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { PLAIN_VIEWPOINT } from '@/schemas/viewpoint-parts'
import { useEditor } from '../store/context'
import { ViewpointForm } from './viewpoint-form'

/** The one switch for whom, when and in what situation the page is shown. */
export function ViewpointButton() {
  const t = useTranslations('editor.viewpoint')
  const viewpoint = useEditor((state) => state.viewpoint)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { moment, viewer, situation } = viewpoint
  const isPlain = (['moment', 'viewer', 'situation', 'luck'] as const).every(
    (part) => viewpoint[part] === PLAIN_VIEWPOINT[part],
  )
  const words = {
    viewer: t(`viewers.${viewer}`),
    moment: t(`moments.${moment}`),
    situation: t(`situations.${situation}`),
  }

  return (
    <Popover
      trigger="click"
      // Beside the phone: what is chosen shows on it at once.
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      title={t('title')}
      content={
        <ViewpointForm
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      }
    >
      <Badge dot={!isPlain} color="#b4633a" offset={[-6, 6]}>
        <Button
          ref={button}
          type="text"
          icon={<TeamOutlined />}
          aria-label={t('buttonLabel', words)}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
        >
          {isPlain ? null : t('button', words)}
        </Button>
      </Badge>
    </Popover>
  )
}
