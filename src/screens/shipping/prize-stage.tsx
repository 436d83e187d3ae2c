'use client'

import { CopyOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { useCopy } from '@/components/copy-link'
import { useFormatInstant } from '@/components/instant'
import { StateTag, type Tone } from '@/components/state-tag'
import type { PrizeRow } from './prize'

const TONES: Record<PrizeRow['stage'], Tone> = {
  no_address: 'caution',
  no_identity: 'caution',
  ready: 'brand',
  exported: 'neutral',
  shipped: 'positive',
  returned: 'negative',
}

/** How far a prize has come, and what there is to know beyond it. */
export function PrizeStage({ prize }: { prize: PrizeRow }) {
  const t = useTranslations('shipping')
  const { stage, state, parcel } = prize
  const isGone = state === 'revoked' && stage === 'exported'
  return (
    <div className="leading-6">
      <StateTag tone={isGone ? 'negative' : TONES[stage]}>
        {t(isGone ? 'takenBack' : `stages.${stage}`)}
      </StateTag>
      {stage === 'no_address' && <Reminded prize={prize} />}
      {stage === 'exported' && <Note>{t('onList', { number: prize.listNumber ?? 0 })}</Note>}
      {stage === 'returned' && <Note>{parcel?.reason}</Note>}
      {parcel?.trackingNumber && <Tracking carrier={parcel.carrier ?? ''} number={parcel.trackingNumber} />}
    </div>
  )
}

function Note({ children }: { children: React.ReactNode }) {
  return <span className="block max-w-56 truncate text-xs leading-5 text-ink-faint">{children}</span>
}

function Tracking({ carrier, number }: { carrier: string; number: string }) {
  const t = useTranslations('shipping')
  const copy = useCopy()
  return (
    <span className="flex items-center text-xs leading-5 text-ink-soft">
      <span className="max-w-44 truncate">
        {carrier} <code>{number}</code>
      </span>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined className="text-xs" />}
        aria-label={t('copyNumber', { number })}
        onClick={() => copy(number)}
      />
    </span>
  )
}

/** Until when an address can be given, and when its member was reminded of it. */
function Reminded({ prize: { expiresAt, reminders } }: { prize: PrizeRow }) {
  const t = useTranslations('shipping')
  const format = useFormatInstant()
  const last = reminders.at(-1)
  const lines = reminders.map(({ remindedAt, step, deliveredAt }) => {
    const by = step === null ? t('reminded.byHand') : t('reminded.step', { days: step })
    return `${format(remindedAt)} ${by}${deliveredAt ? t('reminded.delivered') : ''}`
  })
  return (
    <>
      {expiresAt && <Note>{t('until', { at: format(expiresAt) })}</Note>}
      {last && (
        <Tooltip title={<span className="whitespace-pre-line">{lines.join('\n')}</span>}>
          <span className="block w-fit text-xs leading-5 whitespace-nowrap text-ink-faint">
            {t('reminded.count', { count: reminders.length, at: format(last.remindedAt) })}
          </span>
        </Tooltip>
      )}
    </>
  )
}
