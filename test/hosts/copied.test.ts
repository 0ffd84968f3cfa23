import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from 'lpbso-second-opinion';
import Provider from 'oidc-provider';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres } from './postgres.ts';
import { castOf, sentStory } from './stories.ts';
import { root, until } from './world.ts';

const secret = 'made up for this test, and for nothing else';

/** An OpenID provider as it comes, which gives each of these persons an access token for the host. */
async function startProvider(persons: string[]): Promise<{ issuer: string; tokenOf(person: string): Promise<string> }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: persons.map((client_id) => ({
      client_id,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:second-opinion',
        getResourceServerInfo: () => ({ scope: '', audience: 'urn:second-opinion', accessTokenFormat: 'jwt' as const }),
      },
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    tokenOf: async (person) => {
      const answer = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${person}:${encodeURIComponent(secret)}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    },
  };
}

describe('whoever copies the host into an empty folder', () => {
  it('installs it, gives it an identity provider, a mail room, Postgres and a register, and opens the first case', async () => {
    const began = performance.now();
    const folder = mkdtempSync(join(tmpdir(), 'copied-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(root, 'examples/host'), folder, { recursive: true, filter: (from) => !from.includes('node_modules') });
    const inFolder = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
    // As it will be on the registry.
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { ...inFolder, cwd: root });
    const [library = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${library}`], inFolder);

    const letters: { to: { person: string }; about: string }[] = [];
    const mailRoom = createServer(async (request, response) => {
      let body = '';
      for await (const part of request.setEncoding('utf8')) body += part;
      letters.push(JSON.parse(body));
      response.writeHead(204).end();
    });
    await new Promise<void>((done) => mailRoom.listen(0, '127.0.0.1', done));
    onTestFinished(() => void mailRoom.close());
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const people = castOf('a');
    const { issuer, tokenOf } = await startProvider(people.people.map(({ id }) => id));
    const env = {
      ...process.env,
      HOST_ISSUER: issuer,
      HOST_AUDIENCE: 'urn:second-opinion',
      HOST_DELIVER_TO: `http://127.0.0.1:${(mailRoom.address() as AddressInfo).port}/`,
      DATABASE_URL: await postgres.url('copied'),
      HOST_PORT: '0',
      HOST_OPERATIONS_PORT: '0',
    };
    writeFileSync(join(folder, 'register.json'), JSON.stringify(people));
    execFileSync(process.execPath, ['manage.ts', 'register', 'register.json'], { ...inFolder, env });

    const host = spawn(process.execPath, ['main.ts'], { cwd: folder, env });
    let said = '';
    for (const stream of [host.stdout, host.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        said += part;
      });
    onTestFinished(() => void host.kill('SIGKILL'));
    await until('the host listens', () => {
      if (host.exitCode !== null) throw new Error(said);
      return said.includes('Listening on');
    });
    const address = /Listening on (\S+)/.exec(said)?.[1];
    const story = sentStory('a', dayOf(new Date()));
    const asked = async (person: string, path: string, body?: object) => {
      const answer = await fetch(`${address}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${await tokenOf(person)}`,
          'content-type': 'application/json',
          'idempotency-key': 'first',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return [answer.status, await answer.json()] as const;
    };
    const [status, opened] = await asked(story.employee, '/cases', story.opening);
    expect([status, opened]).toEqual([201, { taken: true, caseId: expect.any(String) }]);
    console.log(`from an empty folder to the first case in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    expect(await asked(story.own, '/cases')).toMatchObject([200, { cases: [{ role: 'ownPhysician' }] }]);
    await until('the own physician is told', () => letters.some(({ to }) => to.person === story.own));
    host.kill('SIGTERM');
    expect(await once(host, 'exit')).toEqual([0, null]);
  });
});
