import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './chromium.ts';

// Nothing leaves the machine but what a page asks for.
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** Chromium itself, for tests that make their own contexts. */
export async function launchChromium(): Promise<Browser> {
  const { executable, env } = await unpackChromium();
  // On a machine under load the browser now and then dies while it starts; it says nothing about our pages.
  for (let attempt = 1; ; attempt++)
    try {
      return await launched(executable, env);
    } catch (error) {
      if (attempt === 3) throw error;
    }
}

function launched(executable: string, env: Awaited<ReturnType<typeof unpackChromium>>['env']): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: flags, headless: true, env: { ...process.env, ...env } });
}

let shared: Promise<Browser> | undefined;

/** One browser for all test files of a worker; it ends with the worker. Tests are kept apart by contexts of their own. */
export function sharedChromium(): Promise<Browser> {
  shared ??= launchChromium();
  return shared;
}
