import { CheckRulesScreen } from '@/src/screens/settings/check-rules-screen'
import { titled } from '../../../titled'

export const generateMetadata = titled((words) => words.settings.checks.title)

export default function CheckRulesPage() {
  return <CheckRulesScreen />
}
