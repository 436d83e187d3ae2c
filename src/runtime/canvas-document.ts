import { documentHtml, moduleScript } from './document-html'
import { CONTENT_SECURITY_POLICY } from './headers'
import { ASSETS_PATH, type PhoneAssets } from './phone-assets'

export { PREVIEW_PATH } from '@/schemas/page-preview'

/** Headers /canvas is sent with, beside its content type. */
export const CANVAS_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
}

/**
 * The editor's canvas as an empty document: the phone's styles and the script that puts
 * `zigguratCanvas` on the window. The editor fills it; the same for every page.
 */
export function canvasDocument(assets: PhoneAssets, timeZone: string): string {
  return emptyDocument(assets, timeZone, 'Canvas')
}

/**
 * What a preview link opens: the same empty document, which its script fills by itself with the
 * draft that the link's token is for. The same for every link.
 */
export function previewDocument(assets: PhoneAssets, timeZone: string): string {
  return emptyDocument(assets, timeZone, 'Preview')
}

function emptyDocument({ css, manifest }: PhoneAssets, timeZone: string, title: string): string {
  return documentHtml({
    lang: 'zh-CN',
    theme: 'fresh',
    timeZone,
    title,
    colour: '#ffffff',
    head: `<link rel="stylesheet" href="${ASSETS_PATH}${manifest.canvasCss}">`,
    css,
    body: '<main class="zg-page"></main>',
    script: moduleScript(manifest.canvas),
  })
}
