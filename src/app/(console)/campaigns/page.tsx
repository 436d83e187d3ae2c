import { CampaignsScreen } from '@/src/screens/campaigns/campaigns-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.campaigns)

export default function CampaignsPage() {
  return <CampaignsScreen />
}
