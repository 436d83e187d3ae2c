import { christmas } from './christmas'
import { couponCentre } from './coupon-centre'
import { double11 } from './double-11'
import { GROUPS } from './groups'
import { hourlyCoupons } from './hourly-coupons'
import { lottery } from './lottery'
import { memberDay } from './member-day'
import { newMember } from './new-member'
import { PAGES } from './pages'
import { pointsCarnival } from './points-carnival'
import type { BuiltInTemplate, PlayTemplate } from './template'

const PLAYS: readonly PlayTemplate[] = [
  double11,
  newMember,
  memberDay,
  hourlyCoupons,
  lottery,
  christmas,
  pointsCarnival,
  couponCentre,
]

/** The templates that come with the product, in the order they are shown. */
export const BUILT_IN: readonly BuiltInTemplate[] = [...PLAYS, ...PAGES, ...GROUPS]
