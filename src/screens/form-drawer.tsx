'use client'

import { Button, Drawer, Form } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { useUnsavedGuard } from '@/components/use-unsaved-guard'
import { FailureAlert } from '@/src/client/failure-alert'
import { useFormSubmit } from '@/src/client/use-form-submit'

interface FormDrawerProps<Values extends object> {
  isOpen: boolean
  title: string
  submitLabel: string
  /** Read when the drawer opens; undefined fields start empty. */
  initialValues: Partial<Values> | undefined
  /** Sends the form. What it throws is shown beside the fields or above them. */
  onSubmit: (values: Values) => Promise<unknown>
  onClose: () => void
  /** Leads the server's paths to fields that are called otherwise. */
  fieldOf?: (path: (string | number)[]) => (string | number)[]
  size?: number
  children: ReactNode
}

/**
 * A form in a drawer: it is sent once, keeps what was typed when that fails, puts the server's
 * findings beside the fields, and asks before throwing changes away.
 */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { isOpen, title, onClose, size = 520 } = props
  const [isDirty, setDirty] = useState(false)
  const mayLeave = useUnsavedGuard(isOpen && isDirty)

  async function close() {
    if (!(await mayLeave())) return
    setDirty(false)
    onClose()
  }

  return (
    <Drawer
      open={isOpen}
      title={title}
      size={size}
      onClose={close}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 0 } }}
    >
      <DrawerForm {...props} onClose={close} onDirty={setDirty} />
    </Drawer>
  )
}

function DrawerForm<Values extends object>(
  props: FormDrawerProps<Values> & { onDirty: (isDirty: boolean) => void },
) {
  const { title, submitLabel, initialValues, onSubmit, onClose, onDirty, fieldOf, children } = props
  const kit = useTranslations('kit')
  // Names the fields apart from those of another form that is open at the same time.
  const name = useId()
  const [form] = Form.useForm<Values>()
  const { onFinish, isSubmitting, failure } = useFormSubmit(
    form,
    async (values) => {
      await onSubmit(values)
      onDirty(false)
    },
    fieldOf,
  )
  return (
    <Form<Values>
      form={form}
      name={name}
      layout="vertical"
      className="flex h-full flex-col"
      aria-label={title}
      initialValues={initialValues}
      validateTrigger={['onBlur', 'onSubmit']}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => onDirty(true)}
      onFinish={onFinish}
    >
      <div className="flex-1 overflow-y-auto px-6 pt-5 pb-2">
        <FailureAlert failure={failure} />
        {children}
      </div>
      <div className="flex justify-end gap-2 border-t border-line px-6 py-3">
        <Button onClick={onClose} disabled={isSubmitting}>
          {kit('cancel')}
        </Button>
        <Button type="primary" htmlType="submit" loading={isSubmitting}>
          {submitLabel}
        </Button>
      </div>
    </Form>
  )
}
