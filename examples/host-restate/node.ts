import { type ChildProcess, spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';

const binary = createRequire(import.meta.url).resolve(
  `@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`,
);

// When whoever started the node is gone, however they ended, nobody holds the other end of this shell's input: then the node ends too.
const notAlone = `
  exec 3<&0
  "$@" 3<&- &
  node=$!
  exec 2>/dev/null
  { read -r line <&3; kill -9 $node; } &
  wait $node
  kill $!`;

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function base58(bytes: Buffer): string {
  let text = '';
  for (let rest = BigInt(`0x${bytes.toString('hex')}`); rest > 0n; rest /= 58n)
    text = alphabet[Number(rest % 58n)] + text;
  // Zeros at the front are none in a number, and each is a digit here.
  return '1'.repeat(bytes.findIndex((byte) => byte > 0)) + text;
}

/** The key with which nodes sign what they ask of the services, made where it is not there; and its public half, as the services read it. */
export function identityKey(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
  const der = createPublicKey(readFileSync(path)).export({ type: 'spki', format: 'der' });
  return `publickeyv1_${base58(der.subarray(-32))}`;
}

/** Where a node listens, and what it keeps. */
export interface NodeSettings {
  name: string;
  folder: string;
  identityKey: string;
  ports: { ingress: number; admin: number; between: number };
  more?: NodeJS.ProcessEnv;
}

export interface RunningNode {
  ingress: string;
  admin: string;
  process: ChildProcess;
}

/** Starts a node of Restate that only this machine reaches, and that ends when this process does. */
export async function startNode({ name, folder, identityKey, ports, more }: NodeSettings): Promise<RunningNode> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const child = spawn('/bin/sh', ['-c', notAlone, 'sh', binary, '--no-logo'], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: {
      ...process.env,
      RESTATE_NODE_NAME: name,
      RESTATE_BASE_DIR: folder,
      RESTATE_LISTEN_MODE: 'tcp',
      RESTATE_BIND_IP: '127.0.0.1',
      RESTATE_ADVERTISED_HOST: '127.0.0.1',
      RESTATE_BIND_PORT: String(ports.between),
      RESTATE_INGRESS__BIND_PORT: String(ports.ingress),
      RESTATE_ADMIN__BIND_PORT: String(ports.admin),
      RESTATE_WORKER__INVOKER__REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE: identityKey,
      RESTATE_DEFAULT_NUM_PARTITIONS: '4',
      RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '512MiB',
      RESTATE_DISABLE_TELEMETRY: 'true',
      RESTATE_LOG_FILTER: 'off',
      ...more,
    },
  });
  const [ingress, admin] = [`http://127.0.0.1:${ports.ingress}`, `http://127.0.0.1:${ports.admin}`];
  const isUp = (address: string) =>
    fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!((await isUp(`${admin}/health`)) && (await isUp(`${ingress}/restate/health`)))) {
    if (child.exitCode !== null)
      throw new Error(`The node ${name} does not start: is another one running on ${folder}?`);
    await wait(50);
  }
  return { ingress, admin, process: child };
}
