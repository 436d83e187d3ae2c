import { ProductsScreen } from '@/src/screens/products/products-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.products)

export default function ProductsPage() {
  return <ProductsScreen />
}
