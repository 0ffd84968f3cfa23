import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import type { Locale } from '../languages.ts';
import type { Message } from './actor.ts';

/** What the page may start from: the worked cases, and what was named on the command line. */
export interface Offered {
  cases: { name: string; log: unknown }[];
  given: { name: string; json: unknown } | null;
  /** How many events of the log have been taken. */
  after: number;
  locale: Locale;
}

/** What the command was asked. */
export interface Asked extends Partial<Omit<Offered, 'cases'>> {
  port?: number;
}

/** A served page, and what it sent of its actor. */
export interface Served {
  address: string;
  messages: Message[];
  close(): Promise<void>;
}

const localhost = '127.0.0.1';

const kinds: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

// Names stay as they are written: they are what there is to see.
async function builtPage(): Promise<Map<string, string>> {
  const result = await build({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, modulePreload: false },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rollup.RollupOutput;
  return new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)] as const),
  );
}

function workedCases(): Offered['cases'] {
  const folder = new URL('../cases/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      log: JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function readable(body: string): Message | null {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Serves the page on this machine only, and receives what the inspector of its actor sends. */
export async function serve({ given = null, after = 0, locale = 'nl', port = 0 }: Asked = {}): Promise<Served> {
  const page = await builtPage();
  const offered: Offered = { cases: workedCases(), given, after, locale };
  const messages: Message[] = [];
  let own: string[] = [];

  const answer = (response: ServerResponse, status: number, kind: string, body: string): void => {
    response.writeHead(status, { ...headers, 'content-type': `${kind}; charset=utf-8` }).end(body);
  };

  const server = createServer(async (request, response) => {
    // Another site in the same browser can reach this address too, by its number or by a name of its own.
    const { host = '', origin } = request.headers;
    if (!own.includes(host) || (origin !== undefined && !own.includes(origin.replace('http://', ''))))
      return answer(response, 403, 'text/plain', 'Only the page of this address is answered.\n');

    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const file = page.get(path);
    if (request.method === 'POST' && path === '/messages') {
      const message = readable(await bodyOf(request));
      if (message === null) return answer(response, 400, 'text/plain', 'This is no message.\n');
      messages.push(message);
      return answer(response, 204, 'text/plain', '');
    }
    if (request.method !== 'GET') return answer(response, 405, 'text/plain', 'Not this way.\n');
    if (path === '/messages')
      return answer(response, 200, 'text/plain', messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
    if (path === '/offered') return answer(response, 200, 'application/json', JSON.stringify(offered));
    if (file === undefined) return answer(response, 404, 'text/plain', 'There is nothing here.\n');
    return answer(response, 200, kinds[path.split('.').at(-1) ?? ''] ?? 'text/plain', file);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, localhost, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  own = [`${localhost}:${taken}`, `localhost:${taken}`];
  return {
    address: `http://${localhost}:${taken}/`,
    messages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
