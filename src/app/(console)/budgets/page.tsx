import { BudgetsScreen } from '@/src/screens/budgets/budgets-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.budgets)

export default function BudgetsPage() {
  return <BudgetsScreen />
}
