import { DecisionsScreen } from '@/src/screens/decisions/decisions-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.decisions)

export default function DecisionsPage() {
  return <DecisionsScreen />
}
