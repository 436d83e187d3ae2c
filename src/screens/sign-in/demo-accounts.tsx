'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { StaffRole } from '@/schemas/staff'

interface DemoAccount {
  email: string
  password: string
  name: string
  roles: StaffRole[]
}

/** The accounts of a demo; none when this is not one. */
async function fetchDemoAccounts(): Promise<DemoAccount[]> {
  const answer = await fetch('/api/demo/accounts')
  if (!answer.ok) return []
  const body: { accounts: DemoAccount[] } = await answer.json()
  return body.accounts
}

/** In demo mode, the accounts there are: one tap fills the form. Otherwise nothing. */
export function DemoAccounts({ onPick }: { onPick: (account: { email: string; password: string }) => void }) {
  const t = useTranslations('signIn')
  const roles = useTranslations('shell.roles')
  const accounts = useQuery({ queryKey: ['demo-accounts'], queryFn: fetchDemoAccounts, staleTime: Infinity })
  if (!accounts.data?.length) return null
  return (
    <section aria-label={t('demoTitle')} className="mt-8 border-t border-line pt-6">
      <p className="m-0 mb-3 text-[13px] text-ink-faint">{t('demoTitle')}</p>
      <ul className="m-0 grid list-none grid-cols-2 gap-2 p-0">
        {accounts.data.map((account) => {
          const roleNames = account.roles.map((role) => roles(role)).join(' · ')
          return (
            <li key={account.email}>
              <button
                type="button"
                onClick={() => onPick(account)}
                className="w-full cursor-pointer rounded-md border border-line bg-white px-3 py-2 text-left transition-colors hover:border-brand hover:bg-brand-soft/40"
              >
                <span className="block truncate font-medium text-ink">{roleNames}</span>
                <span className="block truncate text-xs text-ink-faint">{account.email}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className="mt-4 mb-0 text-[13px] text-ink-faint">
        {t('demoPhone')}{' '}
        <a href="/demo" className="text-brand underline underline-offset-3">
          {t('demoPhoneLink')}
        </a>
      </p>
    </section>
  )
}
