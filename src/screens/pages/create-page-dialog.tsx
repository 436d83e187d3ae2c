'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Slug } from '@/schemas/primitives'
import { newIdempotencyKey } from '@/src/client/idempotency-key'
import { useTRPC } from '@/src/client/trpc'
import { CampaignSelect } from '../campaigns/campaign-select'
import { FormDialog } from '../form-dialog'
import { suggestSlug } from './suggest-slug'

interface Values {
  title: string
  slug: string
  campaignId?: string
}

interface CreatePageDialogProps {
  isOpen: boolean
  defaultCampaign?: { id: string; name: string }
  onClose: () => void
}

/** Makes an empty page and opens it in the editor. */
export function CreatePageDialog({ isOpen, defaultCampaign, onClose }: CreatePageDialogProps) {
  const t = useTranslations('pages.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const create = useMutation(trpc.pages.create.mutationOptions())
  // Until somebody writes a link of their own, it follows the title.
  const isSlugTheirs = useRef(false)
  const fallback = useRef('')
  if (!fallback.current) fallback.current = newIdempotencyKey().slice(0, 6)

  async function submit({ title, slug, campaignId }: Values) {
    const { id } = await create.mutateAsync({ title: title.trim(), slug, campaignId })
    await queries.invalidateQueries(trpc.pages.pathFilter())
    router.push(`/editor/${id}`)
  }

  function close() {
    isSlugTheirs.current = false
    fallback.current = ''
    onClose()
  }

  return (
    <FormDialog<Values>
      isOpen={isOpen}
      title={t('title')}
      submitLabel={t('submit')}
      initialValues={defaultCampaign && { campaignId: defaultCampaign.id }}
      onSubmit={submit}
      onClose={close}
      onValuesChange={(changed, set) => {
        if (changed.slug !== undefined) isSlugTheirs.current = changed.slug !== ''
        if (changed.title !== undefined && !isSlugTheirs.current) {
          set({ slug: changed.title ? suggestSlug(changed.title, fallback.current) : '' })
        }
      }}
    >
      <Form.Item
        name="title"
        label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
      >
        <Input autoFocus maxLength={60} showCount placeholder={t('namePlaceholder')} />
      </Form.Item>
      <Form.Item
        name="slug"
        label={t('slug')}
        extra={t('slugHint')}
        rules={[
          { required: true, message: t('slugRequired') },
          {
            validator: (_, value: string | undefined) =>
              !value || Slug.safeParse(value).success
                ? Promise.resolve()
                : Promise.reject(new Error(t('slugInvalid'))),
          },
        ]}
      >
        <Input prefix={<span className="text-ink-faint">/p/</span>} maxLength={64} spellCheck={false} />
      </Form.Item>
      <Form.Item name="campaignId" label={t('campaign')} extra={t('campaignHint')}>
        <CampaignSelect chosen={defaultCampaign} />
      </Form.Item>
    </FormDialog>
  )
}
