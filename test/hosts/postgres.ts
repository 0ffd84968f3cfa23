import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A Postgres of the tests' own, in a folder that goes with it. */
export interface Server {
  /** The address of a database of that name, which is made when it is asked for. */
  url(name: string): Promise<string>;
  stop(): Promise<void>;
}

const versions = '/usr/lib/postgresql';

/** The folder of the server's programs, of the latest version; empty where they are in the PATH. */
function programs(): string {
  if (!existsSync(versions)) return '';
  const [latest] = readdirSync(versions).sort((one, other) => Number(other) - Number(one));
  return latest ? join(versions, latest, 'bin') : '';
}

// Postgres does not run as root.
const isRoot = process.getuid?.() === 0;
const asItself = (program: string, ...args: string[]): [string, string[]] =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];

/** Runs a server for as long as its input is open, and so never longer than whoever started it; the folder goes with it. */
const whileOpen = `
  folder=$1; shift
  "$@" &
  cat > /dev/null
  kill -QUIT $!
  wait
  rm -rf "$folder"
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server on a free port of this machine. What it keeps it does not write through to the disk. */
export async function startPostgres(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (isRoot) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), 0);
  const data = join(folder, 'data');
  const initdb = asItself(join(programs(), 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N');
  execFileSync(...initdb, { cwd: folder, stdio: 'ignore' });

  const port = await freePort();
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ].flatMap((each) => ['-c', each]);
  const server = spawn(
    ...asItself(
      'sh',
      '-c',
      whileOpen,
      'sh',
      folder,
      join(programs(), 'postgres'),
      '-D',
      data,
      '-p',
      String(port),
      ...settings,
    ),
    { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] },
  );
  // It keeps nobody from ending, and ends with them.
  server.unref();
  (server.stdin as Socket).unref();
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  await answers(address('postgres'), server);

  return {
    url: async (name) => {
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      try {
        const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
        if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
      return address(name);
    },
    stop: () => {
      server.stdin.end();
      return ended;
    },
  };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw error;
    }
    await wait(50);
  }
}
