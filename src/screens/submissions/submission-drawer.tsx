'use client'

import { EyeOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { Fact, Facts } from '../grants/grant-facts'
import type { SubmissionRow } from './submission'

interface SubmissionDrawerProps {
  row: SubmissionRow
  isOpen: boolean
  onClose: () => void
}

/** One submission with all it holds; names and numbers in whole only for who asks for them. */
export function SubmissionDrawer({ row, isOpen, onClose }: SubmissionDrawerProps) {
  const t = useTranslations('submissions')
  const trpc = useTRPC()
  const canSeeWhole = useCan('submission.export')
  const whole = useMutation(trpc.submissions.show.mutationOptions())
  const answers = whole.data?.answers ?? row.answers
  const isMasked = !whole.data && answers.some(({ kind }) => kind === 'name' || kind === 'phone')
  const close = () => {
    // What was shown is not shown again to whoever looks over the shoulder next.
    whole.reset()
    onClose()
  }
  return (
    <Drawer open={isOpen} size={480} title={t('detail.title')} onClose={close} destroyOnHidden>
      <Facts>
        <Fact name={t('columns.at')}>
          <Instant at={row.submittedAt} />
        </Fact>
        <Fact name={t('columns.member')}>{`${row.member.nickname} · ${row.member.shopMemberId}`}</Fact>
        <Fact name={t('detail.consent')}>
          {row.consentedAt ? <Instant at={row.consentedAt} /> : t('detail.noConsent')}
        </Fact>
        {answers.map(({ key, label, values }) => (
          <Fact key={key} name={label}>
            <span className="break-words whitespace-pre-wrap">{values.join('、') || t('nothing')}</span>
          </Fact>
        ))}
      </Facts>
      {whole.error && <FailureAlert failure={readFailure(whole.error)} />}
      {isMasked && canSeeWhole && (
        <div className="mt-4">
          <Button
            icon={<EyeOutlined />}
            loading={whole.isPending}
            onClick={() => whole.mutate({ id: row.id })}
          >
            {t('detail.whole')}
          </Button>
          <p className="mt-2 mb-0 text-[13px] leading-5 text-ink-faint">{t('detail.noted')}</p>
        </div>
      )}
    </Drawer>
  )
}
