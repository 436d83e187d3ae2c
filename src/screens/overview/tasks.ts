import type { StaffOutput } from '@/src/client/trpc'

export type Summary = StaffOutput['overview']['summary']

/** One thing that waits for somebody, the most urgent kind first. */
export type Task =
  | { kind: 'books'; ranAt: string; differenceCount: number }
  | { kind: 'low'; campaignId: string; name: string; availableFen: number; totalFen: number }
  | { kind: 'suspended' | 'draft'; count: number }

/** What needs attention: books that do not agree, empty and low budgets, then what is suspended, then what was never launched. */
export function tasksOf({ lowBudgets, campaigns, disagreement }: Summary): Task[] {
  const books: Task[] = disagreement ? [{ kind: 'books', ...disagreement }] : []
  const low = lowBudgets
    .map((budget): Task => ({ kind: 'low', ...budget }))
    .sort((a, b) => share(a) - share(b))
  const states = (['suspended', 'draft'] as const).flatMap((kind): Task[] =>
    campaigns[kind] > 0 ? [{ kind, count: campaigns[kind] }] : [],
  )
  return [...books, ...low, ...states]
}

/** Nothing has been made yet, so there is nothing to look after. */
export function isFresh({ campaigns, pages, today }: Summary): boolean {
  return campaigns.running + campaigns.suspended + campaigns.draft + pages.total + today.grants === 0
}

function share(task: Task): number {
  return task.kind === 'low' && task.totalFen > 0 ? task.availableFen / task.totalFen : 0
}
