'use client'

import { useTranslations } from 'next-intl'
import type { DemoMember } from './demo-shop'

interface MemberChoiceProps {
  members: DemoMember[]
  /** An id, null for nobody, undefined while none is chosen. */
  value: string | null | undefined
  onChange: (memberId: string | null) => void
  /** Offers to stay signed out too. */
  withNobody?: boolean
  /** In a dialog: the keyboard starts at the first one. */
  autoFocus?: boolean
  name: string
}

/** Who holds the phone. */
export function MemberChoice({
  members,
  value,
  onChange,
  withNobody,
  autoFocus = false,
  name,
}: MemberChoiceProps) {
  const t = useTranslations('demo')
  const choices = [
    ...members.map(({ id, nickname, about }) => ({ id: id as string | null, nickname, about })),
    ...(withNobody ? [{ id: null, nickname: t('nobody'), about: t('nobodyAbout') }] : []),
  ]
  return (
    <div role="radiogroup" aria-label={t('member')} className="grid grid-cols-2 gap-2">
      {choices.map(({ id, nickname, about }, index) => (
        <label
          key={id ?? 'nobody'}
          className={`flex cursor-pointer items-center gap-2.5 rounded-md border bg-white px-3 py-2 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand ${
            value === id ? 'border-brand bg-brand-soft/50' : 'border-line hover:border-brand'
          }`}
        >
          <input
            type="radio"
            name={name}
            // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus anyway, and would give it to its close button.
            autoFocus={autoFocus && index === 0}
            className="sr-only"
            checked={value === id}
            onChange={() => onChange(id)}
            // A second tap on who is chosen already opens the page anew.
            onClick={() => value === id && onChange(id)}
          />
          <span
            aria-hidden="true"
            className={`flex size-8 shrink-0 items-center justify-center rounded-full text-[13px] font-medium ${
              id === null ? 'bg-[#e9e8e2] text-ink-faint' : 'bg-brand text-white'
            }`}
          >
            {id === null ? '?' : Array.from(nickname)[0]}
          </span>
          <span className="min-w-0 leading-5">
            <span className="block truncate font-medium">{nickname}</span>
            <span className="line-clamp-2 text-xs leading-[18px] text-ink-faint">{about}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
