import { defineConfig } from '@playwright/test'
import type { ProductOptions } from './e2e/support/product-test'

const isRoot = process.getuid?.() === 0

/** Journeys through the built product, once on each database. `npm run journeys` prepares what they need. */
export default defineConfig<object, ProductOptions>({
  testDir: 'e2e/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A journey that passes on a second try has found a race: that is a failure.
  retries: 0,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  projects: [
    { name: 'sqlite', use: { dialect: 'sqlite' } },
    // Starting and stopping does not depend on the database, nor does what happens between the hand and
    // the canvas, nor how a page looks at a width: there each flagship is played at one width, on the
    // other database.
    {
      name: 'postgres',
      testIgnore: [
        'process.journey.ts',
        'accessibility-*.journey.ts',
        'canvas-*.journey.ts',
        'clipboard.journey.ts',
        'editor-*.journey.ts',
        'gestures.journey.ts',
        'late-answers.journey.ts',
        'layers-drag.journey.ts',
        'overflow.journey.ts',
        'unreadable.journey.ts',
      ],
      grepInvert: /at (320|768) px/,
      use: { dialect: 'postgres' },
    },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Whoever asks for less motion gets a console where nothing slides: a press on a list that is still
    // opening lands on what was there before. Phones move.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
