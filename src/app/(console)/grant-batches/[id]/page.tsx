import { GrantBatchScreen } from '@/src/screens/grant-batches/grant-batch-screen'
import { titled } from '../../../titled'

export const generateMetadata = titled((words) => words.shell.grantBatches)

export default async function GrantBatchPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <GrantBatchScreen id={id} />
}
