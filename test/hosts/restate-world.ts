import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer as createMailRoom } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { People } from '../../examples/host/register.ts';
import type { Logged } from '../../examples/host-restate/case.ts';
import { identityKey, type NodeSettings, type RunningNode, startNode } from '../../examples/host-restate/node.ts';
import type { KeptRows } from './faults.ts';
import { type Mortal, type Running, root, until, World } from './world.ts';

type Row = Record<string, string>;

const every = 100;

// Below those that are given out by chance, so that whoever comes back finds theirs free.
let lastPort = 20_000 + 3_000 * Number(process.env.VITEST_POOL_ID ?? 0);

/** A port on which nobody listens, and nobody will; or the first of several. */
export async function freePort(many = 1): Promise<number> {
  for (;;) {
    lastPort += 1;
    const server = createServer();
    const isFree = await new Promise<boolean>((done) => {
      server.once('error', () => done(false)).listen(lastPort, '127.0.0.1', () => done(true));
    });
    if (!isFree) continue;
    await new Promise((done) => server.close(done));
    lastPort += many - 1;
    return lastPort - many + 1;
  }
}

/** A mail room that answers every letter with a status, or not at all; with what it got. */
export async function mailRoomThat(
  answers: number | null,
): Promise<{ address: string; got(): number; close(): Promise<void> }> {
  let got = 0;
  const server = createMailRoom((_, response) => {
    got += 1;
    if (answers) response.writeHead(answers).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    got: () => got,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Whether a process runs; one that has ended and that nobody has asked about does not. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** The processes that a process has started, in their order. */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

/** A node as it is now, and with what it is started again. */
interface Place {
  settings: NodeSettings;
  node: RunningNode | null;
}

/** The ports of a service, and the service that has them. */
interface Slot {
  port: number;
  servicePort: number;
  service: Running | null;
}

/** A world for services on nodes of Restate: one, unless it says how many. */
export class RestateWorld extends World {
  protected override readonly main: string = 'examples/host-restate/main.ts';
  protected readonly nodeCount: number = 1;
  /** How its nodes are set up besides, from their next start on. */
  more: NodeJS.ProcessEnv = {};
  publicKey = '';
  #places: Place[] = [];
  #slots: Slot[] = [];
  #balancer!: Server;
  #balancerPort = 0;
  #back: Promise<unknown> = Promise.resolve();

  protected override async furnish(people: People): Promise<void> {
    await super.furnish(people);
    const key = join(this.folder, 'restate.pem');
    this.publicKey = identityKey(key);
    const between: number[] = [];
    for (let n = 0; n < this.nodeCount; n += 1) between.push(await freePort());
    for (const [n, port] of between.entries())
      this.#places.push({
        node: null,
        settings: {
          name: `node-${n}`,
          folder: join(this.folder, `node-${n}`),
          identityKey: key,
          ports: { ingress: await freePort(), admin: await freePort(), between: port },
          more: {
            RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '128MiB',
            RESTATE_CLUSTER_NAME: 'tests',
            RESTATE_AUTO_PROVISION: String(n === 0),
            RESTATE_DEFAULT_REPLICATION: String(Math.min(2, this.nodeCount)),
            RESTATE_METADATA_CLIENT__ADDRESSES: JSON.stringify(between.map((each) => `http://127.0.0.1:${each}`)),
          },
        },
      });
    this.#balancer = createServer({ noDelay: true }, (socket) => {
      // Whichever service is there; another where that one is gone.
      const there = this.#slots.filter(({ service }) => service);
      const from = randomInt(Math.max(1, there.length));
      const order = [...there.slice(from), ...there.slice(0, from), ...this.#slots.filter((each) => !each.service)];
      const attempt = (): void => {
        const next = order.shift();
        if (!next) return void socket.destroy();
        const service = connect({ port: next.servicePort, host: '127.0.0.1', noDelay: true }, () => {
          service.removeListener('error', attempt);
          service.on('error', () => {}).on('close', () => socket.destroy());
          socket.on('close', () => service.destroy());
          socket.pipe(service).pipe(socket);
        });
        service.once('error', attempt);
      };
      socket.on('error', () => {});
      attempt();
    });
    this.#balancerPort = await freePort();
    await new Promise<void>((done) => this.#balancer.listen(this.#balancerPort, '127.0.0.1', done));
  }

  /** Whoever is running has read it when this is done. */
  override async admit(people: People): Promise<void> {
    await super.admit(people);
    const path = this.#register;
    writeFileSync(`${path}.next`, JSON.stringify(people));
    renameSync(`${path}.next`, path);
    const end = performance.now() + 1_100;
    if (this.#slots.some(({ service }) => service))
      await until('the services have read the register', () => performance.now() > end);
  }

  get #register(): string {
    return join(this.folder, 'people.json');
  }

  protected override environment(): NodeJS.ProcessEnv {
    return { ...super.environment(), HOST_PEOPLE: this.#register };
  }

  // ----------------------------------------------------------------------------------------------------- nodes

  get nodes(): RunningNode[] {
    return this.#places.flatMap(({ node }) => node ?? []);
  }

  async #startNode(place: Place): Promise<void> {
    place.node = await startNode({ ...place.settings, more: { ...place.settings.more, ...this.more } });
  }

  async #stopNode(place: Place): Promise<void> {
    const { node } = place;
    place.node = null;
    if (!node) return;
    const gone = once(node.process, 'exit');
    node.process.stdin?.destroy();
    await gone;
  }

  async startNodes(): Promise<void> {
    await Promise.all(this.#places.filter(({ node }) => !node).map((place) => this.#startNode(place)));
  }

  /** As a power cut. */
  async killNode(n: number): Promise<void> {
    const place = this.#places[n];
    if (place) await this.#stopNode(place);
  }

  // -------------------------------------------------------------------------------------------------- services

  #environmentOf({ port, servicePort }: Pick<Slot, 'port' | 'servicePort'>): Record<string, string> {
    return {
      HOST_PORT: String(port),
      HOST_SERVICE_PORT: String(servicePort),
      HOST_SERVICE_URL: `http://127.0.0.1:${this.#balancerPort}`,
      HOST_EVERY: String(every),
      RESTATE_INGRESS: this.#places.map(({ settings }) => `http://127.0.0.1:${settings.ports.ingress}`).join(),
      RESTATE_ADMIN: `http://127.0.0.1:${this.#places[0]?.settings.ports.admin}`,
      RESTATE_IDENTITY_KEYS: this.publicKey,
    };
  }

  async #slot(): Promise<Slot> {
    const free = this.#slots.find(({ service }) => !service);
    if (free) return free;
    const made = { port: await freePort(), servicePort: await freePort(), service: null };
    this.#slots.push(made);
    return made;
  }

  override async start(env: Record<string, string> = {}): Promise<Running> {
    await this.startNodes();
    const mine = await this.#slot();
    const host = await super.start({ ...this.#environmentOf(mine), ...env });
    mine.service = host;
    void host.gone.then(() => {
      mine.service = null;
    });
    return {
      ...host,
      processes: () => [...this.nodes.map((node) => childrenOf(node.process.pid ?? 0)[0] ?? 0), ...host.processes()],
    };
  }

  /** The port on which a service listens for Restate. */
  get servicePort(): number {
    return this.#slots[0]?.servicePort ?? 0;
  }

  override async startAll(): Promise<[Running, ...Running[]]> {
    return [await this.start(), await this.start()];
  }

  /** A node and a service are killed in turn, and come back. */
  override async mortal(times: number): Promise<Mortal> {
    const services: Promise<Running>[] = (await this.startAll()).map((each) => Promise.resolve(each));
    let left = randomInt(10, 60);
    let asked = 0;
    let isBack = true;
    const killed: string[] = [];
    const killService = async (n: number): Promise<void> => {
      const doomed = await services[n];
      services[n] = (async () => {
        await doomed?.kill();
        return this.start();
      })();
      await services[n];
    };
    const killNode = async (): Promise<void> => {
      await this.killNode(randomInt(this.nodeCount));
      await this.startNodes();
    };
    return {
      host: async () => {
        // Whoever stands before the services asks one that is there.
        const there = services.map((each) => Promise.race([each, wait(0, null)]));
        const up = (await Promise.all(there)).filter((each) => each !== null);
        asked += 1;
        return up[asked % up.length] ?? (services[0] as Promise<Running>);
      },
      sent: () => {
        left -= 1;
        if (left > 0 || killed.length === times || !isBack) return;
        left = randomInt(10, 60);
        isBack = false;
        const which = killed.length % 2 ? 'node' : 'service';
        killed.push(which);
        this.#back = (which === 'node' ? killNode() : killService(randomInt(services.length))).then(() => {
          isBack = true;
        });
      },
      killed: () => killed,
    };
  }

  override async end(): Promise<void> {
    await this.#back.catch(() => {});
    await Promise.all(this.#slots.map(({ service }) => service?.kill()));
    await Promise.all(this.#places.map((place) => this.#stopNode(place)));
    await new Promise((done) => this.#balancer.close(done));
    await super.end();
  }

  /** Runs a command of the host, in the place of a service. */
  async run(command: string, ...more: string[]): Promise<{ status: number | null; said: string }> {
    await this.startNodes();
    const child = spawn(process.execPath, [join('examples/host-restate', command), ...more], {
      cwd: root,
      env: { ...this.environment(), ...this.#environmentOf(await this.#slot()) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        said += part;
      });
    const status = await new Promise<number | null>((done) => child.once('close', done));
    return { status, said: stripVTControlCharacters(said) };
  }

  // -------------------------------------------------------------------------------------------- what it keeps

  /** What a node says to a query of the operator. */
  async query(sql: string): Promise<Row[]> {
    for (const { admin } of this.nodes) {
      const answer = await fetch(`${admin}/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: sql }),
      }).catch(() => null);
      if (answer?.ok) return ((await answer.json()) as { rows: Row[] }).rows;
    }
    throw new Error('No node answers the query');
  }

  /** Does to a case what no host does; says what was there. */
  async setState(caseId: string, key: string, value: string): Promise<string> {
    const rows = await this.query(
      `select key, value_utf8 from state where service_name = 'case' and service_key = '${caseId}'`,
    );
    const state = Object.fromEntries(rows.map((row) => [String(row.key), String(row.value_utf8)]));
    const bytes = Object.entries({ ...state, [key]: value }).map(([name, text]) => [name, [...Buffer.from(text)]]);
    const answer = await fetch(`${this.nodes[0]?.admin}/services/case/state`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ object_key: caseId, new_state: Object.fromEntries(bytes) }),
    });
    if (!answer.ok) throw new Error(`The state was not set: ${await answer.text()}`);
    return state[key] ?? '';
  }

  /** What the host keeps, in rows as of the host over SQLite. */
  override async kept(): Promise<KeptRows> {
    const rows = await this.query(
      "select service_key, key, value_utf8 from state where service_name = 'case' order by service_key, key",
    );
    const kept: KeptRows = { cases: [], events: [], access: [], alarms: [], letters: [], lines: [] };
    for (const { service_key: case_id = '', key = '', value_utf8 = 'null' } of rows) {
      const value = JSON.parse(value_utf8);
      if (key === 'case') kept.cases.push({ id: case_id, revision: value.revision, json: value_utf8 });
      if (key.startsWith('event ')) {
        const { how, event, recordedAt } = value as Logged;
        kept.events.push({
          case_id,
          revision: Number(key.slice('event '.length)),
          how,
          json: JSON.stringify(event),
          recorded_at: recordedAt,
        });
      }
      if (key.startsWith('letter ')) kept.letters.push({ id: key.slice('letter '.length), key: value });
      if (key === 'waiting')
        for (const { term, role, onDay, complaint, raisedAt } of value.raised)
          kept.alarms.push({ case_id, term, role, on_day: onDay, complaint, raised_at: raisedAt });
      if (key === 'access')
        for (const { person, role } of value)
          for (const each of person === '*' ? this.persons.filter((name) => name.includes('handler')) : [person])
            kept.access.push({ case_id, person: each, role });
    }
    const lines = await this.query(
      "select value_utf8 from state where service_name = 'accessLog' and key like 'line %'",
    );
    kept.lines = lines.map(({ value_utf8 = '' }) => JSON.parse(value_utf8));
    return kept;
  }

  override async delivered(): Promise<void> {
    await this.when(
      'everything that was sent has arrived',
      `select id from sys_invocation where target_handler_name in ('put', 'add', 'keep', 'sees', 'seesNoMore') and status <> 'completed'
       union all select key from state where service_name = 'outbox' and key like 'letter %' limit 1`,
      (rows) => rows.length === 0,
    );
  }

  override async settled(): Promise<void> {
    await this.when(
      'all that is due is reported',
      "select value_utf8 from state where service_name = 'case' and key = 'waiting'",
      (rows) =>
        rows.every(({ value_utf8 = '' }) => {
          const { due } = JSON.parse(value_utf8);
          return due === null || due > this.now().toISOString();
        }),
    );
  }

  override async looked(host: Running): Promise<void> {
    const end = performance.now() + 8 * every;
    await until('the host has had time to look', async () => {
      await this.health(host);
      return performance.now() > end;
    });
  }

  /** Waits until what a query says is so. */
  async when(what: string, sql: string, holds: (rows: Row[]) => boolean): Promise<void> {
    await until(
      what,
      async () => {
        const rows = await this.query(sql).catch(() => null);
        return (rows !== null && holds(rows)) || wait(20, false);
      },
      this.patience,
    );
  }

  /** What the host sends itself may come a moment later. */
  override async faults(): Promise<string[]> {
    const end = performance.now() + 20_000;
    let faults = await super.faults();
    while (faults.length > 0 && performance.now() < end) {
      await wait(100);
      faults = await super.faults();
    }
    return faults;
  }
}

/** A world for services on three nodes, each of which may be away. */
export class ClusterWorld extends RestateWorld {
  protected override readonly nodeCount = 3;
}
