import { CampaignScreen } from '@/src/screens/campaigns/campaign-screen'

export default async function CampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <CampaignScreen id={id} />
}
