import type { ReactNode } from 'react'

/** Below these shares of what there was, a budget asks for attention. */
const LOW = 0.2
const VERY_LOW = 0.1

/** How a budget stands: by how much of the whole is left. An empty budget is as low as can be. */
export function budgetTone(totalFen: number, availableFen: number): 'brand' | 'caution' | 'negative' {
  const left = totalFen > 0 ? availableFen / totalFen : 0
  if (left <= VERY_LOW) return 'negative'
  return left <= LOW ? 'caution' : 'brand'
}

const FILL = { brand: 'bg-brand', caution: 'bg-[#d08b1b]', negative: 'bg-[#c23b2e]' }

/** A gauge of what is left of a budget, emptying towards the left. `label` says the same in words. */
export function BudgetBar({
  totalFen,
  availableFen,
  label,
  children,
}: {
  totalFen: number
  availableFen: number
  label: string
  children?: ReactNode
}) {
  const left = totalFen > 0 ? Math.min(1, availableFen / totalFen) : 0
  return (
    <div className="min-w-32">
      {children}
      <div role="img" aria-label={label} className="h-1.5 overflow-hidden rounded-full bg-[#e9e8e2]">
        <div
          className={`h-full rounded-full ${FILL[budgetTone(totalFen, availableFen)]}`}
          style={{ width: `${left * 100}%` }}
        />
      </div>
    </div>
  )
}
