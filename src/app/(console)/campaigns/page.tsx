import { CampaignsScreen } from '@/src/screens/campaigns/campaigns-screen'

export default function CampaignsPage() {
  return <CampaignsScreen />
}
