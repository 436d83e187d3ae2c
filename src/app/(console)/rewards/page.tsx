import { RewardsScreen } from '@/src/screens/rewards/rewards-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.rewards)

export default function RewardsPage() {
  return <RewardsScreen />
}
