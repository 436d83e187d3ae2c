'use client'

import { Form, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { FailureAlert } from '@/src/client/failure-alert'
import { useFormSubmit } from '@/src/client/use-form-submit'

interface FormDialogProps<Values extends object> {
  isOpen: boolean
  title: string
  submitLabel: string
  initialValues?: Partial<Values>
  /** Sends the form. What it throws is shown beside the fields or above them. */
  onSubmit: (values: Values) => Promise<unknown>
  onClose: () => void
  onValuesChange?: (changed: Partial<Values>, set: (values: Partial<Values>) => void) => void
  children: ReactNode
}

/** A short form in a dialog, sent once. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { isOpen, title, submitLabel, initialValues, onSubmit, onClose, onValuesChange, children } = props
  const kit = useTranslations('kit')
  const id = useId()
  const [form] = Form.useForm<Values>()
  const { onFinish, isSubmitting, failure, clearFailure } = useFormSubmit(form, onSubmit)
  return (
    <Modal
      open={isOpen}
      title={title}
      width={480}
      okText={submitLabel}
      okButtonProps={{ htmlType: 'submit', form: id, loading: isSubmitting }}
      cancelText={kit('cancel')}
      cancelButtonProps={{ disabled: isSubmitting }}
      keyboard={!isSubmitting}
      closable={!isSubmitting}
      // A click beside the dialog must not throw away what was typed.
      mask={{ closable: false }}
      onCancel={onClose}
      afterClose={clearFailure}
      destroyOnHidden
    >
      <Form<Values>
        // Also the form's id, and what tells its fields from those of other forms.
        name={id}
        form={form}
        layout="vertical"
        className="pt-2!"
        preserve={false}
        aria-label={title}
        initialValues={initialValues}
        validateTrigger={['onBlur', 'onSubmit']}
        onValuesChange={(changed) =>
          onValuesChange?.(changed, (values) => form.setFieldsValue(values as never))
        }
        onFinish={onFinish}
      >
        <FailureAlert failure={failure} />
        {children}
      </Form>
    </Modal>
  )
}
