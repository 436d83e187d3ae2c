'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'

interface ConfirmActionProps {
  isOpen: boolean
  title: string
  /** What will happen, and to whom: one consequence a line. */
  consequences: ReactNode[]
  /** The verb itself, such as 暂停活动; never 确定. */
  confirmLabel: string
  isDangerous?: boolean
  /** While something that must be said below is still missing. */
  isConfirmDisabled?: boolean
  /** Why it did not work, when it did not. */
  failure?: ReactNode
  /** What else is asked for. */
  children?: ReactNode
  /** Does it. The dialog waits, and closes through `onClose` by whoever opened it. */
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Asks before something happens that cannot simply be undone, and says what that is. */
export function ConfirmAction(props: ConfirmActionProps) {
  const { isOpen, title, consequences, confirmLabel, isDangerous, isConfirmDisabled } = props
  const { failure, children, onConfirm, onClose } = props
  const t = useTranslations('kit')
  const [isRunning, setRunning] = useState(false)
  const running = useRef(false)

  async function confirm() {
    if (running.current) return
    running.current = true
    setRunning(true)
    try {
      await onConfirm()
    } finally {
      running.current = false
      setRunning(false)
    }
  }

  return (
    <Modal
      open={isOpen}
      title={title}
      width={480}
      okText={confirmLabel}
      okButtonProps={{ danger: isDangerous, loading: isRunning, disabled: isConfirmDisabled }}
      cancelText={t('cancel')}
      cancelButtonProps={{ disabled: isRunning }}
      closable={!isRunning}
      mask={{ closable: !isRunning }}
      keyboard={!isRunning}
      onOk={confirm}
      onCancel={onClose}
      destroyOnHidden
    >
      {failure}
      <ul className="mt-3 mb-5 list-disc space-y-1.5 pl-5 text-ink-soft">
        {consequences.map((consequence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order.
          <li key={index}>{consequence}</li>
        ))}
      </ul>
      {children}
    </Modal>
  )
}
