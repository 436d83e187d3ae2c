import { BudgetsScreen } from '@/src/screens/budgets/budgets-screen'

export default function BudgetsPage() {
  return <BudgetsScreen />
}
