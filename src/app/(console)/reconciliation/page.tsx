import { ReconciliationScreen } from '@/src/screens/reconciliation/reconciliation-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.reconciliation.title)

export default function ReconciliationPage() {
  return <ReconciliationScreen />
}
