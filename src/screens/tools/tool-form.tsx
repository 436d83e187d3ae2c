'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Values } from '@/components/fields/types'
import { FormSection } from '@/components/form-section'
import { readFailure } from '@/src/client/failure'
import { type StaffInput, type StaffOutput, useTRPC } from '@/src/client/trpc'
import { CampaignSelect } from '../campaigns/campaign-select'
import { FormDrawer } from '../form-drawer'
import { ConfigField } from './config-field'
import type { ToolFormDrawerProps } from './tool-form-props'
import { toolDefinitionOf, useToolTypes } from './tool-types'
import { useConfigProblems } from './use-config-problems'

interface FormValues {
  name: string
  campaignId: string
  config: Values
}

interface ToolFormProps extends ToolFormDrawerProps {
  tool: StaffOutput['tools']['get'] | undefined
}

const NO_ERRORS: Record<string, string> = {}

/** The form of a tool whose stored state, if it has one, is at hand. */
export function ToolForm({ open, type, tool, defaultCampaignId, onDone, onClose }: ToolFormProps) {
  const t = useTranslations('tools.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { nameOf } = useToolTypes()
  const definition = toolDefinitionOf(type)
  const problems = useConfigProblems(definition)
  const [errors, setErrors] = useState(NO_ERRORS)
  const create = useMutation(trpc.tools.create.mutationOptions())
  const update = useMutation(trpc.tools.update.mutationOptions())

  async function send({ name, campaignId, config: edited }: FormValues): Promise<string> {
    // The generated form holds what its fields hold, and those are JSON.
    const config = edited as StaffInput['tools']['create']['config']
    if (!tool) return (await create.mutateAsync({ type, name, campaignId, config })).id
    await update.mutateAsync({ id: tool.id, revision: tool.revision, name, config })
    return tool.id
  }

  async function submit(values: FormValues) {
    let id: string
    try {
      id = await send(values)
    } catch (error) {
      setErrors(problems.fromServer(readFailure(error).details))
      throw error
    }
    await Promise.all([
      queries.invalidateQueries(trpc.tools.pathFilter()),
      queries.invalidateQueries(trpc.campaigns.pathFilter()),
    ])
    void message.success(t(tool ? 'saved' : 'created'))
    onDone(id)
  }

  /** What was found wrong is looked at again as it is put right. */
  function recheck(config: Values) {
    if (errors !== NO_ERRORS) setErrors(problems.check(config))
  }

  async function checkConfig(_: unknown, config: Values) {
    const found = problems.check(config)
    setErrors(found)
    if (Object.keys(found).length > 0) throw new Error(t('configInvalid'))
  }

  return (
    <FormDrawer<FormValues>
      isOpen={open}
      size={560}
      title={t(tool ? 'editTitle' : 'createTitle', { type: nameOf(type) })}
      submitLabel={t(tool ? 'submitEdit' : 'submitCreate')}
      initialValues={
        tool
          ? { name: tool.name, campaignId: tool.campaign.id, config: tool.config }
          : { campaignId: defaultCampaignId, config: definition?.defaults }
      }
      onSubmit={submit}
      onClose={() => {
        setErrors(NO_ERRORS)
        onClose()
      }}
    >
      <FormSection title={t('basics')}>
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('nameHint')}
          rules={[{ required: true, whitespace: true, message: t('nameRequired') }]}
        >
          <Input maxLength={40} showCount placeholder={t('namePlaceholder')} autoFocus={!tool} />
        </Form.Item>
        <Form.Item
          name="campaignId"
          label={t('campaign')}
          extra={t('campaignHint')}
          rules={[{ required: true, message: t('campaignRequired') }]}
        >
          <CampaignSelect isDisabled={tool !== undefined} chosen={tool?.campaign} />
        </Form.Item>
      </FormSection>
      <FormSection title={t('config')}>
        {definition ? (
          <Form.Item noStyle dependencies={['campaignId']}>
            {({ getFieldValue }) => (
              <Form.Item
                name="config"
                validateTrigger="onSubmit"
                rules={[{ validator: checkConfig }]}
                // The fields inside mark themselves; this item's own state must not paint them all.
                validateStatus=""
              >
                <ConfigField
                  definition={definition}
                  campaignId={getFieldValue('campaignId') ?? ''}
                  errors={errors}
                  onEdit={recheck}
                  isDisabled={false}
                />
              </Form.Item>
            )}
          </Form.Item>
        ) : (
          <Alert type="warning" showIcon title={t('unknown', { type })} />
        )}
      </FormSection>
    </FormDrawer>
  )
}
