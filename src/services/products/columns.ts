import type { ProductColumn } from '@/schemas/product-import'
import { readColumns } from '@/src/lib/read-table'

/** What a column may be called, without spaces, case and what stands in brackets. */
const NAMES: Record<ProductColumn, readonly string[]> = {
  sku: ['商品编号', '商品编码', '商品id', '货号', 'sku', 'id'],
  title: ['名称', '商品名称', '标题', 'title', 'name'],
  image: ['图片', '商品图片', '主图', 'image', 'picture'],
  price: ['价格', '售价', '销售价', 'price'],
  listPrice: ['划线价', '市场价', '原价', 'listprice', 'compareatprice'],
  stock: ['库存', '库存数量', 'stock', 'inventory'],
  link: ['链接', '商品链接', 'link', 'url'],
  group: ['分组', '商品分组', '分类', 'group', 'category'],
}

/** Without these a row says too little to be sold by. */
const REQUIRED: readonly ProductColumn[] = ['sku', 'title', 'price', 'stock']

/** Which cell of a row each column is. Throws `invalid_input` naming each column that is missing or there twice. */
export function readHeader(cells: readonly string[]): Map<ProductColumn, number> {
  return readColumns(NAMES, REQUIRED, cells)
}
