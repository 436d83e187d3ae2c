'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money } from '@/components/money'
import type { Reward } from './reward'
import { RewardKindIcon } from './reward-kind-icon'
import { TitleField } from './shared-fields'
import { Supply } from './supply-fields'
import { useRewardWords } from './use-reward-words'

/** The form of a reward that exists: what members were promised is shown, not edited. */
export function FixedTerms({ reward }: { reward: Reward }) {
  const t = useTranslations('rewards')
  const words = useRewardWords()
  const { terms, kind } = reward
  return (
    <>
      <TitleField hasFocus />
      <Supply kind={kind} now={reward} />
      <section className="rounded-md bg-plaster px-4 py-3">
        <div className="mb-3 flex items-center gap-2.5 font-medium">
          <RewardKindIcon kind={kind} />
          {t(`kinds.${kind}`)}
        </div>
        <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
          <Term name={t('columns.face')}>{words.face(terms)}</Term>
          {(terms.kind === 'coupon' || terms.kind === 'subsidy') && (
            <Term name={t('scope.name')}>{words.scope(terms)}</Term>
          )}
          {terms.kind === 'coupon' && <Term name={t('stacking.name')}>{words.stacking(terms)}</Term>}
          <Term name={t('columns.validity')}>{words.validity(terms)}</Term>
          {terms.kind === 'partner_voucher' && terms.howToUse && (
            <Term name={t('form.howToUse')}>{terms.howToUse}</Term>
          )}
          <Term name={t('columns.reserved')}>
            <Money fen={reward.reservedFenEach} />
          </Term>
          <Term name={t('bearer.label')}>{words.bearer(reward.bearer)}</Term>
          {reward.taxClass === 'incidental' && <Term name={t('tax.name')}>{t('tax.incidental')}</Term>}
        </dl>
        <p className="mt-3 mb-0 text-[13px] text-ink-faint">{t('form.termsFixed')}</p>
      </section>
    </>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="m-0 break-words">{children}</dd>
    </>
  )
}
