'use client'

import { Form, Input, type InputRef, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { FailureAlert } from '@/src/client/failure-alert'
import { useFormSubmit } from '@/src/client/use-form-submit'

interface NameDialogProps {
  isOpen: boolean
  title: string
  /** What is said of it above the field. */
  text: string
  submitLabel: string
  initialName?: string
  onSubmit: (name: string) => Promise<unknown>
  onClose: () => void
}

/** Asks what a template is called. */
export function NameDialog({
  isOpen,
  title,
  text,
  submitLabel,
  initialName,
  onSubmit,
  onClose,
}: NameDialogProps) {
  const t = useTranslations('editor.templates')
  const kit = useTranslations('kit')
  const id = useId()
  const input = useRef<InputRef>(null)
  const [form] = Form.useForm<{ name: string }>()
  const { onFinish, isSubmitting, failure, clearFailure } = useFormSubmit(form, ({ name }) =>
    onSubmit(name.trim()),
  )
  return (
    <Modal
      open={isOpen}
      title={title}
      width={420}
      okText={submitLabel}
      cancelText={kit('cancel')}
      okButtonProps={{ htmlType: 'submit', form: id, loading: isSubmitting }}
      onCancel={onClose}
      afterOpenChange={(open) => open && input.current?.focus({ cursor: 'all' })}
      afterClose={clearFailure}
      destroyOnHidden
    >
      <Form
        name={id}
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ name: initialName }}
        onFinish={onFinish}
      >
        <p className="mt-0 mb-4 text-ink-soft">{text}</p>
        <FailureAlert failure={failure} />
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input ref={input} maxLength={40} showCount placeholder={t('namePlaceholder')} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
