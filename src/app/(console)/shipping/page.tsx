import { ShippingScreen } from '@/src/screens/shipping/shipping-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.shipping)

export default function ShippingPage() {
  return <ShippingScreen />
}
