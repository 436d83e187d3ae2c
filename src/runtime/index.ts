import type { PageDefinition } from '@/schemas/page'
import { definitions } from '@/widgets/registry.definitions.gen'
import { views } from '@/widgets/registry.views.gen'
import type { RuntimeDeps } from './deps'
import { createHandler, type RuntimeHandler } from './handler'
import { renderCheck as renderCheckWith } from './page-fragments'

export { CANVAS_HEADERS, canvasDocument, PREVIEW_PATH, previewDocument } from './canvas-document'
export type { CountedViews, PublishedPage, RuntimeDeps, SessionCookie } from './deps'
export type { RuntimeHandler } from './handler'
export { loadPhoneAssets, type PhoneAssets } from './phone-assets'
export { createScriptScale } from './script-bytes'

const widgets = { definitions, views }

/** The server of published pages, with every widget of this build. */
export function createRuntimeHandler(deps: RuntimeDeps): Promise<RuntimeHandler> {
  return createHandler(deps, widgets)
}

/** Throws `UndrawableBlock` for the first block of the page whose view throws. For publishing. */
export function renderCheck(definition: PageDefinition): void {
  renderCheckWith(definition, widgets)
}
