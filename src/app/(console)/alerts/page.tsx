import { AlertsScreen } from '@/src/screens/alerts/alerts-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.alerts.title)

export default function AlertsPage() {
  return <AlertsScreen />
}
