/**
 * How our own code of the server is bundled; packages stay in node_modules. The bench bundles its
 * scripts in the same way, so that it measures what is shipped.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const serverBundle = /** @type {const} */ ({
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
