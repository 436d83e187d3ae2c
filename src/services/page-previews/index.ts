export { createPreviewLink } from './create-link'
export { readPreview, tryPreview } from './read-preview'
export { CreatePreviewLink } from './schemas'
