import { PayoutsScreen } from '@/src/screens/payouts/payouts-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.payouts)

export default function PayoutsPage() {
  return <PayoutsScreen />
}
