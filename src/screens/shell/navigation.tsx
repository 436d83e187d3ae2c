'use client'

import {
  AppstoreOutlined,
  AuditOutlined,
  DashboardOutlined,
  FlagOutlined,
  GiftOutlined,
  LayoutOutlined,
  PictureOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  SettingOutlined,
  ShoppingOutlined,
  TransactionOutlined,
  TruckOutlined,
  WalletOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type Permission, useSession } from '@/src/client/session'

interface Entry {
  path: string
  /** Another path that belongs to it. */
  holds?: string
  name:
    | 'overview'
    | 'pages'
    | 'campaigns'
    | 'tools'
    | 'rewards'
    | 'assets'
    | 'products'
    | 'budgets'
    | 'grants'
    | 'grantBatches'
    | 'decisions'
    | 'risk'
    | 'shipping'
    | 'payouts'
    | 'deadLetters'
    | 'settings'
  icon: typeof DashboardOutlined
  /** Without it the entry is left out. */
  permission?: Permission
}

/** By job: what members see, what it costs, what they got, and what keeps all of it in order. */
const GROUPS: readonly Entry[][] = [
  [{ path: '/', name: 'overview', icon: DashboardOutlined }],
  [
    { path: '/pages', name: 'pages', icon: LayoutOutlined, permission: 'page.read' },
    { path: '/assets', name: 'assets', icon: PictureOutlined, permission: 'page.read' },
  ],
  [
    { path: '/campaigns', name: 'campaigns', icon: FlagOutlined, permission: 'campaign.read' },
    { path: '/tools', name: 'tools', icon: AppstoreOutlined, permission: 'tool.read' },
    { path: '/rewards', name: 'rewards', icon: GiftOutlined, permission: 'reward.read' },
    { path: '/products', name: 'products', icon: ShoppingOutlined, permission: 'product.read' },
    {
      path: '/budgets',
      holds: '/reconciliation',
      name: 'budgets',
      icon: WalletOutlined,
      permission: 'budget.read',
    },
  ],
  [
    { path: '/grants', name: 'grants', icon: AuditOutlined, permission: 'grant.read' },
    { path: '/grant-batches', name: 'grantBatches', icon: SendOutlined, permission: 'grant.read' },
    { path: '/shipping', name: 'shipping', icon: TruckOutlined, permission: 'shipping.read' },
    { path: '/payouts', name: 'payouts', icon: TransactionOutlined, permission: 'payout.read' },
  ],
  [
    { path: '/decisions', name: 'decisions', icon: QuestionCircleOutlined, permission: 'grant.read' },
    { path: '/risk', name: 'risk', icon: SafetyCertificateOutlined, permission: 'grant.read' },
    { path: '/settings/checks', name: 'settings', icon: SettingOutlined, permission: 'check.write' },
    { path: '/dead-letters', name: 'deadLetters', icon: WarningOutlined, permission: 'outbox.read' },
  ],
]

/** `/grants` is not where `/grant-batches` or `/grants-of-old` is. */
const isWithin = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`)

/** The console's jobs, as far as this session may do them. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const { permissions } = useSession()
  const groups = GROUPS.map((group) =>
    group.filter((entry) => !entry.permission || permissions.includes(entry.permission)),
  ).filter((group) => group.length > 0)
  const isHere = ({ path, holds }: Entry) =>
    path === '/'
      ? pathname === '/'
      : isWithin(pathname, path) || (holds !== undefined && isWithin(pathname, holds))
  return (
    <nav aria-label={t('nav')} className="-mx-3 min-h-0 flex-1 overflow-y-auto px-3 pb-4">
      {groups.map((group, index) => (
        <ul
          key={group[0]?.path}
          className={`m-0 list-none space-y-0.5 p-0 ${index > 0 ? 'mt-2 border-t border-line pt-2' : ''}`}
        >
          {group.map((entry) => (
            <li key={entry.path}>
              <Link
                href={entry.path}
                prefetch={false}
                onClick={onNavigate}
                aria-current={isHere(entry) ? 'page' : undefined}
                className={`flex h-9 items-center gap-3 rounded-md px-3 no-underline transition-colors ${
                  isHere(entry)
                    ? 'bg-brand-soft font-medium text-brand-deep'
                    : 'text-ink-soft hover:bg-black/4 hover:text-ink'
                }`}
              >
                <entry.icon aria-hidden="true" className="text-base" />
                {t(entry.name)}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}
