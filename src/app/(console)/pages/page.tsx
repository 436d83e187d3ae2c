import { PagesScreen } from '@/src/screens/pages/pages-screen'

export default function PagesPage() {
  return <PagesScreen />
}
