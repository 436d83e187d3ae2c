import { GrantsScreen } from '@/src/screens/grants/grants-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.grants)

export default function GrantsPage() {
  return <GrantsScreen />
}
