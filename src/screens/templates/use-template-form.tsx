'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Segmented } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { WindowPicker } from '@/components/instant-picker'
import { Slug } from '@/schemas/primitives'
import { FailureAlert } from '@/src/client/failure-alert'
import { newIdempotencyKey } from '@/src/client/idempotency-key'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { useFormSubmit } from '@/src/client/use-form-submit'
import { CampaignSelect } from '../campaigns/campaign-select'
import { suggestSlug } from '../pages/suggest-slug'
import { type Play, PlayParts, type Stocks } from './play-parts'
import type { Picked } from './template-gallery'

interface Values {
  title: string
  slug: string
  scope: 'new' | 'existing' | 'page'
  campaignName?: string
  window?: [string, string]
  campaignId?: string
}

/** What was made; a campaign only where one was made or chosen for the whole play. */
export interface Made {
  pageId: string
  campaignId: string | null
  costFen: number | null
}

interface UseTemplateFormProps {
  picked: Picked
  play: Play | null
  defaultCampaign: { id: string; name: string } | undefined
  onMade: (made: Made) => void
}

/** The server names what was wrong by the path in its input; these are the fields it stands in here. */
const FIELDS: Record<string, string> = {
  'campaign.name': 'campaignName',
  'campaign.startsAt': 'window',
  'campaign.endsAt': 'window',
  'campaign.id': 'campaignId',
}

/** What the page is called, and where all that comes with it goes. */
export function UseTemplateForm({ picked, play, defaultCampaign, onMade }: UseTemplateFormProps) {
  const t = useTranslations('templates.use')
  const pages = useTranslations('pages.form')
  const id = useId()
  const canMakeCampaigns = useCan('campaign.write')
  const canWriteTools = useCan('tool.write')
  const canWriteRewards = useCan('reward.write')
  const canMakeTools = canWriteTools && canWriteRewards
  const [form] = Form.useForm<Values>()
  const [stocks, setStocks] = useState<Stocks>({})
  const [fallback] = useState(() => newIdempotencyKey().slice(0, 6))
  const send = useSend(picked, stocks)
  const { onFinish, isSubmitting, failure } = useFormSubmit(
    form,
    async (values) => onMade(await send(values)),
    (path) => [FIELDS[path.join('.')] ?? path.join('.')],
  )
  const scopes = scopesFor(play, canMakeCampaigns, canMakeTools)
  const scope = Form.useWatch('scope', form) ?? scopes[0]
  const isSlugTheirs = useRef(false)
  const slugOf = (title: string) => suggestSlug(title, fallback)

  return (
    <Form<Values>
      name={id}
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger={['onBlur', 'onSubmit']}
      initialValues={{
        title: picked.name,
        slug: firstSlug(picked.name, fallback),
        scope: defaultCampaign && scopes.includes('existing') ? 'existing' : scopes[0],
        campaignName: play?.campaign.name,
        window: play && [play.campaign.startsAt, play.campaign.endsAt],
        campaignId: defaultCampaign?.id,
      }}
      onValuesChange={(changed: Partial<Values>) => {
        if (changed.slug !== undefined) isSlugTheirs.current = changed.slug !== ''
        if (changed.title && !isSlugTheirs.current) form.setFieldValue('slug', slugOf(changed.title))
      }}
      onFinish={onFinish}
    >
      <FailureAlert failure={failure} />
      <div className="grid grid-cols-2 gap-x-4">
        <Form.Item
          name="title"
          label={pages('name')}
          rules={[{ required: true, whitespace: true, message: pages('nameRequired') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="slug"
          label={pages('slug')}
          rules={[
            { required: true, message: pages('slugRequired') },
            {
              validator: (_, value: string | undefined) =>
                !value || Slug.safeParse(value).success
                  ? Promise.resolve()
                  : Promise.reject(new Error(pages('slugInvalid'))),
            },
          ]}
        >
          <Input prefix={<span className="text-ink-faint">/p/</span>} maxLength={64} spellCheck={false} />
        </Form.Item>
      </div>
      {play && (
        <Form.Item name="scope" label={t('scope')} extra={t(`scopeHints.${scope ?? 'page'}`)}>
          <Segmented block options={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))} />
        </Form.Item>
      )}
      {play && !canMakeCampaigns && canMakeTools && (
        <p className="mt-0 mb-4 text-[13px] text-ink-faint">{t('noCampaignPermission')}</p>
      )}
      {scope === 'new' && <NewCampaignFields />}
      {scope !== 'new' && (
        <Form.Item
          name="campaignId"
          label={pages('campaign')}
          rules={[{ required: scope === 'existing', message: t('campaignRequired') }]}
        >
          <CampaignSelect chosen={defaultCampaign} />
        </Form.Item>
      )}
      {play && scope !== 'page' && <PlayParts play={play} stocks={stocks} onChange={setStocks} />}
      <div className="sticky bottom-0 -mx-1 mt-5 bg-white px-1 pt-2 pb-1">
        <Button block type="primary" size="large" htmlType="submit" loading={isSubmitting}>
          {t(scope === 'page' ? 'submitPage' : 'submitPlay')}
        </Button>
      </div>
    </Form>
  )
}

function NewCampaignFields() {
  const t = useTranslations('templates.use')
  const form = useTranslations('campaigns.form')
  return (
    <div className="grid grid-cols-[2fr_3fr] gap-x-4">
      <Form.Item
        name="campaignName"
        label={form('name')}
        rules={[{ required: true, whitespace: true, message: form('nameRequired') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item
        name="window"
        label={t('window')}
        rules={[{ required: true, message: form('windowRequired') }]}
      >
        <WindowPicker label={t('window')} placeholder={[form('start'), form('end')]} />
      </Form.Item>
    </div>
  )
}

/** Many pages are made of one template under its own name: their links are told apart. */
function firstSlug(name: string, fallback: string): string {
  const slug = suggestSlug(name, fallback)
  return slug.includes(fallback) ? slug : `${slug}-${fallback}`
}

/** How much of a play this person may make; the first is proposed. */
function scopesFor(play: Play | null, canMakeCampaigns: boolean, canMakeTools: boolean): Values['scope'][] {
  if (!play || !canMakeTools) return ['page']
  return canMakeCampaigns ? ['new', 'existing', 'page'] : ['existing', 'page']
}

/** Sends what the form holds, under one key for as long as it holds the same. */
function useSend({ which }: Picked, stocks: Stocks) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const use = useMutation(trpc.templates.use.mutationOptions())
  const usePlay = useMutation(trpc.templates.usePlay.mutationOptions())
  const sent = useRef({ text: '', key: '' })

  return async (values: Values): Promise<Made> => {
    const text = JSON.stringify([values, stocks])
    if (sent.current.text !== text) sent.current = { text, key: newIdempotencyKey() }
    const {
      title,
      slug,
      scope,
      campaignName = '',
      window: [startsAt, endsAt] = ['', ''],
      campaignId,
    } = values
    const common = { title: title.trim(), slug, idempotencyKey: sent.current.key }
    const makePage = async (): Promise<Made> => {
      const { id } = await use.mutateAsync({ template: which, campaignId, ...common })
      return { pageId: id, campaignId: null, costFen: null }
    }
    const makePlay = (key: string): Promise<Made> =>
      usePlay.mutateAsync({
        key,
        campaign:
          scope === 'existing'
            ? { kind: 'existing', id: campaignId ?? '' }
            : { kind: 'new', name: campaignName.trim(), startsAt, endsAt },
        stocks,
        ...common,
      })
    const made = await (scope !== 'page' && 'key' in which ? makePlay(which.key) : makePage())
    // Anything may be new: a page, a campaign, rewards, tools.
    await queries.invalidateQueries()
    return made
  }
}
