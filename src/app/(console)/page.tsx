import { OverviewScreen } from '@/src/screens/overview/overview-screen'
import { titled } from '../titled'

export const generateMetadata = titled((words) => words.shell.overview)

export default function OverviewPage() {
  return <OverviewScreen />
}
