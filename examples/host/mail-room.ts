import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Without a mail room: one that prints what would go out. For trying only, since letters are health data. */
export async function printingMailRoom(): Promise<string> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const key = String(request.headers['idempotency-key']);
      if (!seen.has(key)) {
        const { to, about } = JSON.parse(body);
        console.log(`  letter to ${to.person} (${to.role}): ${about}`);
      }
      seen.add(key);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
