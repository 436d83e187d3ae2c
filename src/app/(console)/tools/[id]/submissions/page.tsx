import { SubmissionsScreen } from '@/src/screens/submissions/submissions-screen'
import { titled } from '../../../../titled'

export const generateMetadata = titled((words) => words.submissions.title)

export default async function SubmissionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <SubmissionsScreen toolId={id} />
}
