import { PRODUCT_COLUMNS, type ProductColumn } from '@/schemas/product-import'
import { AppError } from '@/src/lib/errors'

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
  const found = new Map<ProductColumn, number>()
  const details: { code: string; params: { column: string } }[] = []
  cells.forEach((cell, i) => {
    const name = cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\(.*?\)|[\s_\-*:"']/g, '')
    const column = PRODUCT_COLUMNS.find((each) => NAMES[each].includes(name))
    if (!column) return
    if (found.has(column)) details.push({ code: 'column_twice', params: { column } })
    else found.set(column, i)
  })
  for (const column of REQUIRED) {
    if (!found.has(column)) details.push({ code: 'missing_column', params: { column } })
  }
  if (details.length > 0)
    throw new AppError('invalid_input', 'the columns are not those of a product list', details)
  return found
}
