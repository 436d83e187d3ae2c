import { RewardsScreen } from '@/src/screens/rewards/rewards-screen'

export default function RewardsPage() {
  return <RewardsScreen />
}
