import { DemoScreen } from '@/src/screens/demo/demo-screen'

export default function DemoPage() {
  return <DemoScreen />
}
