export { MAX_UPLOAD_BYTES, uploadAsset, uploadsFolder } from './upload'
