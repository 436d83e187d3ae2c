'use client'

import { ArrowLeftOutlined, CheckCircleFilled } from '@ant-design/icons'
import { Button, Modal, Spin } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Money } from '@/components/money'
import { FailureState } from '@/src/client/failure-state'
import { TemplatePreview, useTemplate } from '@/src/client/templates/template-preview'
import { CreatePageDialog } from '../pages/create-page-dialog'
import { type Picked, TemplateGallery } from './template-gallery'
import { type Made, UseTemplateForm } from './use-template-form'

/** A phone beside the form: its width, and as high as the dialog allows. */
const PHONE = { width: 330, height: 640 }

type Campaign = { id: string; name: string }

interface NewPageDialogProps {
  isOpen: boolean
  defaultCampaign?: Campaign
  onClose: () => void
}

/** A new page: empty, or of a template that is looked at first. */
export function NewPageDialog({ isOpen, defaultCampaign, onClose }: NewPageDialogProps) {
  const t = useTranslations('templates')
  const [isBlank, setBlank] = useState(false)
  const [picked, setPicked] = useState<Picked>()
  const [made, setMade] = useState<Made>()

  function close() {
    setBlank(false)
    setPicked(undefined)
    setMade(undefined)
    onClose()
  }

  return (
    <>
      <Modal
        open={isOpen && !isBlank}
        title={
          picked && !made ? <PickedTitle picked={picked} onBack={() => setPicked(undefined)} /> : t('title')
        }
        width={made ? 480 : 1160}
        footer={null}
        centered
        // A click beside the dialog must not throw away what was typed.
        mask={{ closable: !picked }}
        // The dialog that takes its place has the focus by then: leaving its first field would be an error in it.
        focusable={{ focusTriggerAfterClose: !isBlank }}
        onCancel={close}
        destroyOnHidden
      >
        {made ? (
          <MadeResult made={made} onClose={close} />
        ) : picked ? (
          <PickedTemplate picked={picked} defaultCampaign={defaultCampaign} onMade={setMade} />
        ) : (
          <TemplateGallery onBlank={() => setBlank(true)} onPick={setPicked} />
        )}
      </Modal>
      <CreatePageDialog isOpen={isOpen && isBlank} defaultCampaign={defaultCampaign} onClose={close} />
    </>
  )
}

function PickedTitle({ picked, onBack }: { picked: Picked; onBack: () => void }) {
  const t = useTranslations('templates')
  return (
    <span className="flex items-center gap-1">
      <Button type="text" size="small" icon={<ArrowLeftOutlined />} aria-label={t('back')} onClick={onBack} />
      {picked.name}
    </span>
  )
}

interface PickedTemplateProps {
  picked: Picked
  defaultCampaign: Campaign | undefined
  onMade: (made: Made) => void
}

function PickedTemplate({ picked, defaultCampaign, onMade }: PickedTemplateProps) {
  const { data, error, refetch } = useTemplate(picked.which)
  return (
    <div className="flex h-[min(74dvh,700px)] gap-8 pt-2">
      <div className="hidden shrink-0 self-start overflow-hidden rounded-[18px] shadow-[0_0_0_1px_#d5d6d0,0_18px_48px_-18px_rgb(27_36_34/0.35)] lg:block">
        <TemplatePreview which={picked.which} title={picked.name} {...PHONE} isLive />
      </div>
      <div className="min-w-0 flex-1 overflow-y-auto px-1">
        <p className="mt-0 mb-4 text-ink-soft">{picked.description}</p>
        {error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <UseTemplateForm
            picked={picked}
            play={data.play}
            defaultCampaign={defaultCampaign}
            onMade={onMade}
          />
        ) : (
          <Spin className="mt-16! block!" />
        )}
      </div>
    </div>
  )
}

/** What there is now, and where to go on. */
function MadeResult({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useTranslations('templates.made')
  const { pageId, campaignId, costFen } = made
  return (
    <div role="status" className="flex flex-col items-center pt-4 pb-2 text-center">
      <CheckCircleFilled className="text-[44px] text-positive" />
      <p className="mt-4 mb-1 text-lg font-medium">{t(campaignId ? 'play' : 'page')}</p>
      <p className="m-0 max-w-80 text-ink-soft">
        {campaignId && costFen !== null
          ? t.rich('playText', { fen: () => <Money fen={costFen} className="font-medium text-ink" /> })
          : t('pageText')}
      </p>
      <div className="mt-6 flex gap-3">
        {campaignId && (
          <Link href={`/campaigns/${campaignId}`} prefetch={false} onClick={onClose}>
            <Button tabIndex={-1}>{t('toCampaign')}</Button>
          </Link>
        )}
        <Link href={`/editor/${pageId}`} prefetch={false}>
          <Button type="primary" tabIndex={-1}>
            {t('toPage')}
          </Button>
        </Link>
      </div>
    </div>
  )
}
