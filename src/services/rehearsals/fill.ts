import type { RehearsalOptions } from '@/schemas/rehearsal'
import {
  campaign,
  chunksOf,
  counter,
  exclusivityGroup,
  exclusivityMember,
  page,
  pageVersion,
  participationLimit,
  product,
  publication,
  publicationTool,
  reward,
  riskRule,
  staff,
  type Tx,
  tool,
  toolReward,
  voucherCode,
} from '@/src/db'
import { canonicalJson } from '@/src/document'
import { sha256Hex } from '@/src/lib/hash'
import { newId } from '@/src/lib/ids'
import { allocate, CAMPAIGN_ACCOUNTS, openAccounts } from '../budgets/ledger'
import type { StaffIdentity } from '../context'
import { stockOf } from '../grants/counters'
import { keepVersion } from '../tools/keep-version'
import { markedDefinition } from './mark'
import type { Source } from './source'

/** A partner's codes are worth money, so testers are given made-up ones, of which so many do. */
const CODES_MOST = 200

interface Fill {
  rehearsalId: string
  by: StaffIdentity
  options: RehearsalOptions
  now: Date
}

/**
 * Writes a copy of what is live into a rehearsal's own empty database, under the same ids. Stock is
 * untouched, and the money is that database's own: the department it comes from is none of ours.
 */
export async function fillRehearsal(tx: Tx, source: Source, o: Fill): Promise<void> {
  const made = { createdBy: o.by.id, createdAt: o.now, updatedAt: o.now }
  // Whoever made something is nobody's business here, but every row names somebody.
  await tx.insert(staff).values({
    id: o.by.id,
    name: o.by.name,
    email: `${o.by.id}@rehearsal.invalid`,
    createdAt: o.now,
    updatedAt: o.now,
  })
  await addAll(source.campaigns, (rows) =>
    tx.insert(campaign).values(rows.map((row) => ({ ...row, ...made, state: 'scheduled' as const }))),
  )
  await addAll(source.rewards, (rows) =>
    tx.insert(reward).values(rows.map((row) => ({ ...row, createdBy: o.by.id }))),
  )
  await addAll(source.tools, (rows) =>
    tx.insert(tool).values(rows.map((row) => ({ ...row, createdBy: o.by.id }))),
  )
  for (const { id, revision, config } of source.tools)
    await keepVersion(tx, { toolId: id, revision, config, createdBy: o.by.id, createdAt: o.now })
  await addAll(source.links, (rows) => tx.insert(toolReward).values(rows))
  await addAll(source.products, (rows) => tx.insert(product).values(rows))
  await addStock(tx, source, o)
  await addRules(tx, source, o)
  await addPages(tx, source, o)
  await addMoney(tx, source, o)
}

async function addAll<Row>(rows: readonly Row[], add: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (const part of chunksOf(rows)) await add(part)
}

async function addStock(tx: Tx, { rewards, stock }: Source, { options, now }: Fill): Promise<void> {
  const caps = new Map(stock.map(({ rewardId, cap }) => [rewardId, options.stockEach ?? cap]))
  for (const { id, kind } of rewards) {
    const wanted = caps.get(id) ?? 0
    const cap = kind === 'partner_voucher' ? Math.min(wanted, CODES_MOST) : wanted
    await tx.insert(counter).values({ ...stockOf(id), used: 0, cap })
    if (kind !== 'partner_voucher') continue
    const codes = Array.from({ length: cap }, (_, i) => ({
      id: newId('vch', now),
      rewardId: id,
      code: `TEST-${String(i + 1).padStart(4, '0')}-${id.slice(-4).toUpperCase()}`,
      importedAt: now,
    }))
    await addAll(codes, (rows) => tx.insert(voucherCode).values(rows))
  }
}

/** Limits, groups and risk rules, as far as they concern what is rehearsed. */
async function addRules(tx: Tx, source: Source, { by }: Fill): Promise<void> {
  const mine = { createdBy: by.id }
  await addAll(source.limits, (rows) => tx.insert(participationLimit).values(rows))
  await addAll(source.groups, (rows) =>
    tx.insert(exclusivityGroup).values(rows.map((row) => ({ ...row, ...mine }))),
  )
  await addAll(source.groupMembers, (rows) => tx.insert(exclusivityMember).values(rows))
  await addAll(source.riskRules, (rows) =>
    tx.insert(riskRule).values(rows.map((row) => ({ ...row, ...mine }))),
  )
}

/** The pages under their own slugs, each marked, so that its version is none that is live. */
async function addPages(tx: Tx, { pages, played }: Source, { rehearsalId, by, now }: Fill): Promise<void> {
  const made = { createdBy: by.id, createdAt: now }
  for (const { slug, pageId, definition } of pages) {
    const marked = markedDefinition(definition, rehearsalId)
    const hash = sha256Hex(canonicalJson(marked))
    await tx.insert(page).values({
      id: pageId,
      slug,
      title: marked.title,
      definition: marked,
      revision: 1,
      updatedBy: by.id,
      updatedAt: now,
      ...made,
    })
    await tx
      .insert(pageVersion)
      .values({ hash, definition: marked, ...made })
      .onConflictDoNothing()
    await tx.insert(publication).values({
      slug,
      pageId,
      versionHash: hash,
      revision: 1,
      publishedBy: by.id,
      publishedAt: now,
    })
  }
  await addAll(played, (rows) => tx.insert(publicationTool).values(rows))
}

async function addMoney(tx: Tx, { campaigns, budgets }: Source, { options, now }: Fill): Promise<void> {
  for (const { id } of campaigns) {
    await openAccounts(tx, id, CAMPAIGN_ACCOUNTS, now)
    const amountFen = options.budgetFen ?? budgets.get(id)?.totalFen ?? 0
    if (amountFen > 0)
      await allocate(tx, { campaignId: id, amountFen, cause: 'allocation', causeId: id, now })
  }
}
