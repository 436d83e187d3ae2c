'use client'

import { RollbackOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmWithReason } from '@/components/confirm-with-reason'
import { formatFen } from '@/components/money'
import { readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import type { GrantRow } from './grant-row'

/** True while it can be taken back: nobody can give back a code they have read, or what they used. */
const isRevocable = ({ state, given }: GrantRow) => state === 'granted' && given.kind !== 'partner_voucher'

/** What becomes of what is in the wallet; anything else just ends. */
const WILL: { [Kind in GrantRow['given']['kind']]?: 'willTakeOut' | 'willTakePoints' } = {
  cash: 'willTakeOut',
  points: 'willTakePoints',
}
const WHY: Record<string, 'spent' | 'lapsed'> = { spent_already: 'spent', points_lapsed: 'lapsed' }

/** Takes a grant back from its member, after asking why. */
export function RevokeGrant({ grant, onDone }: { grant: GrantRow; onDone: () => void }) {
  const t = useTranslations('grants.revoke')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const canRevoke = useCan('grant.revoke')
  const [isAsking, setAsking] = useState(false)
  const revoke = useMutation(trpc.grants.revoke.mutationOptions())
  if (!canRevoke || !isRevocable(grant)) return null

  const { given, member, reservedFen } = grant
  const failure = revoke.error ? readFailure(revoke.error) : undefined
  const why = failure?.details.map(({ code }) => WHY[code]).find((each) => each !== undefined)

  function close() {
    revoke.reset()
    setAsking(false)
  }

  async function confirm(reason: string) {
    try {
      await revoke.mutateAsync({ id: grant.id, reason })
    } catch {
      return
    }
    await Promise.all([
      queries.invalidateQueries(trpc.grants.pathFilter()),
      queries.invalidateQueries(trpc.campaigns.pathFilter()),
      queries.invalidateQueries(trpc.rewards.pathFilter()),
    ])
    void message.success(t('done'))
    close()
    onDone()
  }

  return (
    <div className="mt-6">
      <Button danger icon={<RollbackOutlined />} onClick={() => setAsking(true)}>
        {t('action')}
      </Button>
      <ConfirmWithReason
        isOpen={isAsking}
        title={t('title', { member: member.nickname })}
        consequences={[
          t(WILL[given.kind] ?? 'willEnd'),
          t('willReturn', { amount: formatFen(reservedFen) }),
          t('willTell'),
        ]}
        confirmLabel={t('confirm')}
        failure={
          why ? (
            <Alert className="mb-5!" type="error" role="alert" showIcon title={t(why)} />
          ) : (
            <FailureAlert failure={failure} />
          )
        }
        onConfirm={confirm}
        reasonLabel={t('reason')}
        reasonExample={t('reasonPlaceholder')}
        onClose={close}
      />
    </div>
  )
}
