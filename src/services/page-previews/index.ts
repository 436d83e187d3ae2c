export { createPreviewLink } from './create-link'
export { readPreview } from './read-preview'
export { CreatePreviewLink } from './schemas'
