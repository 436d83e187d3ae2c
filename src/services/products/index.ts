export { readProduct } from './get'
export { importProducts, MAX_PRODUCT_LIST_BYTES } from './import'
export { listProductGroups, listProducts } from './list'
export * from './schemas'
