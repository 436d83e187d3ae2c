'use client'

import { CheckCircleFilled, EditOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { readFailure } from '@/src/client/failure'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { usePageIdentity } from '../page-identity'

/** The server is asked when nobody has typed for so long, ms. */
const REST_MS = 250

/** The page's link, and another one for it: whether that is free is said while it is typed. */
export function PageLink() {
  const t = useTranslations('editor.pageSettings.link')
  const { slug } = usePageIdentity()
  const canWrite = useCan('page.write')
  const [isChanging, setChanging] = useState(false)
  if (isChanging) return <LinkForm onDone={() => setChanging(false)} />
  return (
    <div className="mt-4">
      <div className="mb-1.5 text-[13px] leading-5 text-ink-soft">{t('label')}</div>
      <div className="flex items-center gap-1 rounded-md bg-[#f4f3ee] py-1 pr-1 pl-2.5">
        <span className="min-w-0 flex-1 truncate font-mono text-[13px] text-ink" data-testid="page-link">
          /p/{slug}
        </span>
        {canWrite && (
          <Button
            type="text"
            size="small"
            aria-label={t('change')}
            title={t('change')}
            icon={<EditOutlined />}
            onClick={() => setChanging(true)}
          />
        )}
      </div>
    </div>
  )
}

function LinkForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('editor.pageSettings.link')
  const { id, slug, setSlug } = usePageIdentity()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const field = useId()
  const [typed, setTyped] = useState(slug)
  const rested = useRested(typed.trim())
  const asked = useQuery(trpc.pages.checkSlug.queryOptions({ id, slug: rested }, { staleTime: 0 }))
  const isKnown = asked.data?.slug === typed.trim()
  const state = isKnown ? asked.data?.state : 'checking'
  const change = useMutation(
    trpc.pages.changeSlug.mutationOptions({
      onSuccess: (changed) => {
        setSlug(changed.slug)
        void queries.invalidateQueries(trpc.pages.pathFilter())
        void message.success(t('changed', { slug: changed.slug }))
        onDone()
      },
      onError: (error) => void message.error(sayFailure(readFailure(error))),
    }),
  )
  const isFree = state === 'free'
  const isQuiet = isFree || state === 'own' || state === 'checking'
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isFree) change.mutate({ id, slug: typed.trim() })
      }}
    >
      <label htmlFor={field} className="mb-1.5 block text-[13px] leading-5 text-ink-soft">
        {t('label')}
      </label>
      <Input
        id={field}
        autoFocus
        prefix={<span className="font-mono text-[13px] text-ink-faint">/p/</span>}
        className="font-mono text-[13px]!"
        maxLength={64}
        value={typed}
        status={isQuiet ? undefined : 'error'}
        aria-describedby={`${field}-state`}
        onChange={({ target }) => setTyped(target.value.toLowerCase())}
      />
      <p
        id={`${field}-state`}
        role="status"
        className={`mt-1 mb-0 text-xs leading-[18px] ${
          isFree ? 'text-positive' : isQuiet ? 'text-ink-faint' : 'text-negative'
        }`}
      >
        {isFree && <CheckCircleFilled className="mr-1" />}
        {t(`states.${state ?? 'checking'}`)}
      </p>
      <p className="mt-1 mb-0 text-xs leading-[18px] text-ink-faint">{t('hint')}</p>
      <div className="mt-3 flex gap-2">
        <Button htmlType="submit" type="primary" size="small" disabled={!isFree} loading={change.isPending}>
          {t('save')}
        </Button>
        <Button size="small" disabled={change.isPending} onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
