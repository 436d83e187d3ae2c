import { GrantBatchesScreen } from '@/src/screens/grant-batches/grant-batches-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.grantBatches)

export default function GrantBatchesPage() {
  return <GrantBatchesScreen />
}
