import { PagesScreen } from '@/src/screens/pages/pages-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.pages)

export default function PagesPage() {
  return <PagesScreen />
}
