import type { Check } from '../sides'
import { accountBalances } from './account-balances'
import { accountsBelowZero } from './accounts-below-zero'
import { chances } from './chances'
import { entriesTakenBack } from './entries-taken-back'
import { entryCauses } from './entry-causes'
import { entrySides } from './entry-sides'
import { grantBatches } from './grant-batches'
import { grantCosts } from './grant-costs'
import { parcels } from './parcels'
import { payouts } from './payouts'
import { pointLots } from './point-lots'
import { pointsGivenBack, pointsUsed } from './points-used'
import { redemptionsTakenBack } from './redemptions-taken-back'
import { reserved } from './reserved'
import { spent } from './spent'
import { stock } from './stock'
import { stockByDay } from './stock-by-day'
import { taxes } from './taxes'
import { voucherCodes } from './voucher-codes'
import { wallets } from './wallets'
import { zeroSum } from './zero-sum'

/** All there is to check, in the order in which differences are told: money, then grants, stock, members. */
export const CHECKS: readonly Check[] = [
  accountBalances,
  zeroSum,
  accountsBelowZero,
  entrySides,
  entryCauses,
  entriesTakenBack,
  reserved,
  spent,
  grantCosts,
  taxes,
  grantBatches,
  redemptionsTakenBack,
  stock,
  stockByDay,
  voucherCodes,
  wallets,
  pointLots,
  pointsUsed,
  pointsGivenBack,
  payouts,
  parcels,
  chances,
]
