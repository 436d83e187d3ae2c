import {
  BarcodeOutlined,
  GiftOutlined,
  RedEnvelopeOutlined,
  ShoppingOutlined,
  StarOutlined,
  TagOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { RewardKind } from '@/schemas/reward'

const ICONS: Record<RewardKind, { Icon: ComponentType; colours: string }> = {
  coupon: { Icon: TagOutlined, colours: 'bg-[#fbe9ee] text-[#a51d4d]' },
  cash: { Icon: RedEnvelopeOutlined, colours: 'bg-[#fdebe3] text-[#a8401a]' },
  subsidy: { Icon: ShoppingOutlined, colours: 'bg-[#e2f3ef] text-[#0f6b63]' },
  points: { Icon: StarOutlined, colours: 'bg-[#fbf1dd] text-[#8a5a0a]' },
  partner_voucher: { Icon: BarcodeOutlined, colours: 'bg-[#e8eefb] text-[#2c4d9e]' },
  physical: { Icon: GiftOutlined, colours: 'bg-[#f1eafb] text-[#6a3ea1]' },
}

/** A kind of reward as a small tile; its name stands beside it. */
export function RewardKindIcon({
  kind,
  className = 'size-8 text-base',
}: {
  kind: RewardKind
  className?: string
}) {
  const { Icon, colours } = ICONS[kind]
  return (
    <span
      aria-hidden="true"
      className={`inline-flex flex-none items-center justify-center rounded-md ${colours} ${className}`}
    >
      <Icon />
    </span>
  )
}
