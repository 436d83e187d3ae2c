import { CampaignScreen } from '@/src/screens/campaigns/campaign-screen'
import { titled } from '../../../titled'

export const generateMetadata = titled((words) => words.shell.campaigns)

export default async function CampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <CampaignScreen id={id} />
}
