'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { Panel } from '@/components/panel'
import { useToolTypes } from '../tools/tool-types'
import { type Refusal, statusKey } from './refusal'
import { TraceSteps } from './trace-steps'

/** One way a member got nothing: what it was, what to tell them, and the whole way there. */
export function RefusalView({
  refusal,
  nicknames,
}: {
  refusal: Refusal
  /** Of the members its trace names, by id. */
  nicknames: Readonly<Record<string, string>>
}) {
  const t = useTranslations('decisions')
  const { nameOf } = useToolTypes()
  const { status, ruleName, tool, campaign, times, firstAt, lastAt, trace } = refusal
  const key = statusKey(status)
  return (
    <Panel title={t('trace')} action={<span className="text-[13px] text-ink-faint">{t('traceHint')}</span>}>
      <p className="m-0 text-lg leading-7 font-semibold">
        {t(`status.${key}`)}
        {ruleName && <span className="ml-2 font-normal text-ink-soft">「{ruleName}」</span>}
      </p>
      <p className="mt-1 mb-0 text-ink-soft">
        {campaign && tool ? `${campaign.name} · ${tool.name}` : t('beforePlaying')}
        {tool && <span className="ml-2 text-[13px] text-ink-faint">{nameOf(tool.type)}</span>}
      </p>
      <p className="mt-1 mb-0 text-[13px] text-ink-faint">
        {times === 1 ? t('once') : t('times', { times })} · {t('lastAt')} <Instant at={lastAt} />
        {times > 1 && (
          <>
            {' '}
            · {t('firstAt')} <Instant at={firstAt} />
          </>
        )}
      </p>
      <div className="mt-4 mb-6 rounded-md border-l-[3px] border-brand bg-brand-soft/60 px-4 py-3">
        <p className="m-0 text-[13px] text-brand-deep">{t('reply')}</p>
        <p className="mt-0.5 mb-0 leading-6 select-all">{t(`replies.${key}`)}</p>
      </div>
      <TraceSteps trace={trace} nicknames={nicknames} />
    </Panel>
  )
}
