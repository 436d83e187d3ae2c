import { DeadLettersScreen } from '@/src/screens/dead-letters/dead-letters-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.deadLetters)

export default function DeadLettersPage() {
  return <DeadLettersScreen />
}
