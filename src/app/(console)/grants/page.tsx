import { GrantsScreen } from '@/src/screens/grants/grants-screen'

export default function GrantsPage() {
  return <GrantsScreen />
}
