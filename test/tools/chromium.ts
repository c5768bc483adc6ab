import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/**
 * Null where Chromium is installed; else why the browser tests are skipped, for the name of the suite.
 * In CI nothing is skipped: the tests run, and fail for want of a browser.
 */
export const chromiumMissing: string | null =
  existsSync(executablePath) || process.env.CI
    ? null
    : `SKIPPED, no Chromium at ${executablePath}: install it, or set CHROMIUM to where it is`;

/** Without a sandbox (tests run as root in containers) and without any call home. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
