import { ToolsScreen } from '@/src/screens/tools/tools-screen'

export default function ToolsPage() {
  return <ToolsScreen />
}
