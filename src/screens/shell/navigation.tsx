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

const ENTRIES: Entry[] = [
  { path: '/', name: 'overview', icon: DashboardOutlined },
  { path: '/pages', name: 'pages', icon: LayoutOutlined, permission: 'page.read' },
  { path: '/assets', name: 'assets', icon: PictureOutlined, permission: 'page.read' },
  { path: '/campaigns', name: 'campaigns', icon: FlagOutlined, permission: 'campaign.read' },
  { path: '/tools', name: 'tools', icon: AppstoreOutlined, permission: 'tool.read' },
  { path: '/rewards', name: 'rewards', icon: GiftOutlined, permission: 'reward.read' },
  { path: '/products', name: 'products', icon: ShoppingOutlined, permission: 'product.read' },
  { path: '/budgets', name: 'budgets', icon: WalletOutlined, permission: 'budget.read' },
  { path: '/grants', name: 'grants', icon: AuditOutlined, permission: 'grant.read' },
  { path: '/grant-batches', name: 'grantBatches', icon: SendOutlined, permission: 'grant.read' },
  { path: '/risk', name: 'risk', icon: SafetyCertificateOutlined, permission: 'grant.read' },
  { path: '/decisions', name: 'decisions', icon: QuestionCircleOutlined, permission: 'grant.read' },
  { path: '/shipping', name: 'shipping', icon: TruckOutlined, permission: 'shipping.read' },
  { path: '/payouts', name: 'payouts', icon: TransactionOutlined, permission: 'payout.read' },
  { path: '/dead-letters', name: 'deadLetters', icon: WarningOutlined, permission: 'outbox.read' },
  { path: '/settings/checks', name: 'settings', icon: SettingOutlined, permission: 'check.write' },
]

/** `/grants` is not where `/grant-batches` or `/grants-of-old` is. */
const isWithin = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`)

/** The console's jobs, as far as this session may do them. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const { permissions } = useSession()
  const entries = ENTRIES.filter((entry) => !entry.permission || permissions.includes(entry.permission))
  return (
    <nav aria-label={t('nav')}>
      <ul className="m-0 list-none space-y-0.5 p-0">
        {entries.map(({ path, name, icon: Icon }) => {
          const isHere = path === '/' ? pathname === '/' : isWithin(pathname, path)
          return (
            <li key={path}>
              <Link
                href={path}
                prefetch={false}
                onClick={onNavigate}
                aria-current={isHere ? 'page' : undefined}
                className={`flex h-10 items-center gap-3 rounded-md px-3 no-underline transition-colors ${
                  isHere
                    ? 'bg-brand-soft font-medium text-brand-deep'
                    : 'text-ink-soft hover:bg-black/4 hover:text-ink'
                }`}
              >
                <Icon aria-hidden="true" className="text-base" />
                {t(name)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
