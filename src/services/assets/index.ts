export { findMaster, findVariant } from './find'
export { makeMissingAvif } from './make-avif'
export { MAX_UPLOAD_BYTES, uploadAsset } from './upload'
