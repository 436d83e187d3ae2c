import { OverviewScreen } from '@/src/screens/overview/overview-screen'

export default function OverviewPage() {
  return <OverviewScreen />
}
