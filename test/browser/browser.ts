import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of the system, or the one that the variable CHROMIUM names. */
export function openBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('no Chromium found: install it, or name it in the variable CHROMIUM');
  return chromium.launch({ executablePath, args });
}

/** What a page did that nobody asked of it: it complained, or it asked another host for something. */
export interface Unasked {
  complaints: string[];
  requests: string[];
}

/** Writes down what a page complains of, and whom it asks for anything but a file of its own or this machine. */
export function watch(page: Page): Unasked {
  const unasked: Unasked = { complaints: [], requests: [] };
  // What a policy refuses and a script then does without stands in no console.
  const listen = page.addInitScript(`
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error('refused by ' + effectiveDirective + ': ' + blockedURI));`);
  // A page that is closed at once has nothing to complain of.
  listen.catch(() => {});
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) unasked.complaints.push(message.text());
  });
  page.on('pageerror', (error) => unasked.complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|data|blob|about):|^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(request.url())) {
      unasked.requests.push(request.url());
    }
  });
  return unasked;
}
