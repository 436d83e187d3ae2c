'use client'

import { Form } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { z } from 'zod'
import { FieldsForm } from '@/components/fields/fields-form'
import { useUploadImage } from '@/src/client/use-upload-image'
import { describeFields } from '@/widgets/kit/describe-fields'
import { field } from '@/widgets/kit/fields'

const FIELDS = describeFields(z.object({ image: field.image() }))

/** The picture of a thing: uploaded, or given by its address. */
export function PictureField() {
  return (
    <Form.Item name={['terms', 'image']} noStyle>
      <Picture />
    </Form.Item>
  )
}

/** Its value and changes come from the form's item around it. */
function Picture({ value = '', onChange }: { value?: string; onChange?: (image: string) => void }) {
  const t = useTranslations('rewards.form')
  const uploadImage = useUploadImage()
  const labels = useMemo(() => ({ fields: { image: t('image') } }), [t])
  return (
    <div className="mb-7">
      <FieldsForm
        fields={FIELDS}
        value={{ image: value }}
        labels={labels}
        uploadImage={uploadImage}
        onChange={({ image }) => onChange?.(typeof image === 'string' ? image : '')}
      />
    </div>
  )
}
