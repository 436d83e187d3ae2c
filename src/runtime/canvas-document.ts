import { documentHtml, moduleScript } from './document-html'
import { CONTENT_SECURITY_POLICY } from './headers'
import { ASSETS_PATH, type PhoneAssets } from './phone-assets'

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
export function canvasDocument({ css, manifest }: PhoneAssets, timeZone: string): string {
  return documentHtml({
    lang: 'zh-CN',
    theme: 'fresh',
    timeZone,
    title: 'Canvas',
    colour: '#ffffff',
    head: `<link rel="stylesheet" href="${ASSETS_PATH}${manifest.canvasCss}">`,
    css,
    body: '<main class="zg-page"></main>',
    script: moduleScript(manifest.canvas),
  })
}
