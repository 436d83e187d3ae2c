import { RiskScreen } from '@/src/screens/risk/risk-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.risk)

export default function RiskPage() {
  return <RiskScreen />
}
