import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Case, dayOf, parseCase } from 'lpbso-second-opinion';
import type { People } from '../../examples/host/register.ts';
import { faultsIn, type KeptRows } from './faults.ts';
import { Issuer } from './issuer.ts';
import type { SentStory } from './stories.ts';
import type { Line } from './telling.ts';

export const root = resolve(import.meta.dirname, '../..');

/** What arrived at the mail room. */
export interface Delivery {
  key: string;
  letter: { to: { role: string; person: string }; about: string } & Record<string, unknown>;
  mood: Mood;
  /** When it arrived, by the clock of the world. */
  at: Date;
}

/** What the mail room does with a letter: takes it, does not take it now or ever, or takes it and answers nothing. */
export type Mood = 'takes' | 'refuses' | 'neverTakes' | 'goesSilent';

/** An answer of the host. */
export interface Answered {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

/** What the host said yes to. */
export interface Acknowledged {
  caseId: string;
  /** Null for an opening. */
  event: Record<string, unknown>;
  recorder: string;
}

/** A request as it was answered, by the id that the answer bears. */
export interface Exchange {
  request: string;
  person: string;
  status: number;
}

export interface Running {
  address: string;
  /** Where it says how it is. */
  operations: string;
  /** The processes that do the work, as they are now. */
  processes(): number[];
  /** What it holds in memory, in bytes. */
  memory(): number;
  /** As a power cut: nothing is finished. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
  said(): string;
  /** Comes true when it is no more, whoever ended it. */
  gone: Promise<number | null>;
}

/** A host of which something is killed after so many more requests, again and again. */
export interface Mortal extends Line {
  killed(): string[];
}

/** Waits until something holds, looking again and again; says what it waited for where it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 120_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It never came true that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What processes have used of the processors so far, in milliseconds; Linux says so in ticks of ten. */
export const processorTime = (pids: number[]): number =>
  pids
    .map((pid) => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
      return (Number(user) + Number(system)) * 10;
    })
    .reduce((sum, part) => sum + part, 0);

/** A world for one host: its data folder, a clock that is moved by hand, a mail room, and whoever kills it. */
export abstract class World {
  folder: string;
  readonly issuer = new Issuer();
  deliveries: Delivery[] = [];
  acknowledged: Acknowledged[] = [];
  exchanges: Exchange[] = [];
  persons: string[] = [];
  mood: (delivery: Pick<Delivery, 'key' | 'letter'>) => Mood = () => 'takes';
  /** How long it waits for what must come true, in milliseconds. */
  patience = 120_000;
  #now: Date;
  /** When everybody got their token: before anything happened, whatever the clock says later. */
  #before: Date;
  #steady = 0;
  #mailRoom!: Server;
  #running = new Set<ChildProcess>();

  constructor(today: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'host-'));
    this.#now = new Date(`${today}T09:00:00Z`);
    this.#before = new Date(this.#now.getTime() - 100 * 86_400_000);
    this.#writeClock();
  }

  static async at<Made extends World>(this: new (today: string) => Made, today: string, people: People): Promise<Made> {
    const world = new this(today);
    await world.furnish(people);
    return world;
  }

  /** Gives it an identity provider, a register and a mail room. */
  protected async furnish(people: People): Promise<void> {
    await this.issuer.start();
    await this.admit(people);
    this.#mailRoom = createServer((request, response) => void this.#receive(request, response));
    await new Promise<void>((done) => this.#mailRoom.listen(0, '127.0.0.1', done));
  }

  // ------------------------------------------------------------------------------------------------------ time

  now(): Date {
    return this.#now;
  }

  today(): string {
    return dayOf(this.#now);
  }

  /** Time passes. */
  pass(days: number): void {
    this.#now = new Date(this.#now.getTime() + days * 86_400_000);
    this.#steady += days * 86_400_000;
    this.#writeClock();
  }

  /** Somebody sets the clock, and no time passes. */
  set(days: number): void {
    this.#now = new Date(this.#now.getTime() + days * 86_400_000);
    this.#writeClock();
  }

  #writeClock(): void {
    const path = join(this.folder, 'clock');
    writeFileSync(`${path}.next`, `${this.#now.toISOString()} ${this.#steady}`);
    renameSync(`${path}.next`, path);
  }

  // ------------------------------------------------------------------------------------------------------ host

  /** The command that starts the host. */
  protected abstract readonly main: string;

  /** As many hosts as may keep the same cases at once. */
  abstract startAll(): Promise<[Running, ...Running[]]>;

  /** Starts a host that is killed so many times under load. */
  abstract mortal(times: number): Promise<Mortal>;

  /** The register as it is from now on. */
  async admit(people: People): Promise<void> {
    this.persons = people.people.map(({ id }) => id);
  }

  protected environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOST_DATA: this.folder,
      HOST_PORT: '0',
      HOST_OPERATIONS_PORT: '0',
      HOST_CLOCK: join(this.folder, 'clock'),
      HOST_ISSUER: this.issuer.address,
      HOST_TOKEN_MINUTES: '20000000',
      HOST_REQUESTS_A_MINUTE: '1000000',
      HOST_DELIVER_TO: `http://127.0.0.1:${(this.#mailRoom.address() as AddressInfo).port}/`,
    };
  }

  /** Starts the host as its command does, or a copy of it. */
  async start(env: Record<string, string> = {}, main = this.main, ...args: string[]): Promise<Running> {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: root,
      env: {
        ...this.environment(),
        ...env,
      },
    });
    this.#running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        said += part;
      });
    const gone = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
    void gone.then(() => this.#running.delete(child));
    await until(`the host listens; it said: ${said}`, () => {
      if (child.exitCode !== null) throw new Error(`The host did not start: ${said}`);
      return /Listening on .*\n/.test(said);
    });
    return {
      processes: () => [child.pid ?? 0],
      address: /Listening on (\S+)/.exec(said)?.[1] ?? '',
      operations: /how it is: (\S+)\/ready/.exec(said)?.[1] ?? '',
      memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1_024,
      said: () => said,
      gone,
      kill: async () => {
        child.kill('SIGKILL');
        await gone;
      },
      stop: () => {
        child.kill('SIGTERM');
        return gone;
      },
    };
  }

  /** Whatever is left of this world goes, what it is kept in last. */
  async end(last: () => Promise<void> = async () => {}): Promise<void> {
    const running = [...this.#running];
    for (const child of running) child.kill('SIGKILL');
    await Promise.all(
      running
        .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
        .map((child) => once(child, 'exit')),
    );
    await last();
    this.#mailRoom.closeAllConnections();
    await new Promise((done) => this.#mailRoom.close(done));
    await this.issuer.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // -------------------------------------------------------------------------------------------------- what it keeps

  abstract kept(): Promise<KeptRows>;

  /** Waits until everything that had to go out has gone out. */
  abstract delivered(): Promise<void>;

  /** Waits until the host has reported and raised all that is due. */
  abstract settled(): Promise<void>;

  /** Waits until the host has looked many times over whether something is due. */
  abstract looked(host: Running, caseId: string): Promise<void>;

  /** What is wrong, once what is under way has come to its end. */
  async faults(): Promise<string[]> {
    await this.delivered();
    return faultsIn(this, await this.kept());
  }

  async case(caseId: string): Promise<Case> {
    const row = (await this.kept()).cases.find(({ id }) => id === caseId);
    return parseCase(JSON.parse(String(row?.json)));
  }

  /** How often the scheduler has reported in a case. */
  async overdueIn(caseId: string): Promise<number> {
    return (await this.kept()).events.filter(
      ({ case_id, json }) => case_id === caseId && String(json).includes('response.overdue'),
    ).length;
  }

  // -------------------------------------------------------------------------------------------------- mail room

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const delivery = { key: String(request.headers['idempotency-key']), letter: JSON.parse(body) };
    const mood = this.mood(delivery);
    this.deliveries.push({ ...delivery, mood, at: this.#now });
    if (mood === 'goesSilent') request.socket.destroy();
    else response.writeHead({ takes: 204, refuses: 503, neverTakes: 422 }[mood]).end();
  }

  // ------------------------------------------------------------------------------------------------------ asking

  token(person: string): Promise<string> {
    return this.issuer.token(person, this.#before);
  }

  async ask(host: Running, person: string, path: string, more: RequestInit = {}): Promise<Answered> {
    const response = await fetch(host.address + path, {
      ...more,
      headers: { authorization: `Bearer ${await this.token(person)}`, ...more.headers },
    });
    const { status, headers: answered } = response;
    this.exchanges.push({ request: answered.get('x-request-id') ?? '', person, status });
    return { status, headers: answered, body: (await response.json()) as Answered['body'] };
  }

  /** Does what a line says that somebody would copy. */
  shell(line: string): string {
    return execFileSync('bash', ['-c', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  async health(host: Running): Promise<Record<string, unknown>> {
    return (await fetch(`${host.address}/today.json`)).json() as Promise<Record<string, unknown>>;
  }

  send(host: Running, person: string, path: string, body: unknown, key: string = randomUUID()): Promise<Answered> {
    return this.ask(host, person, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** Opens a case, and remembers that the host said yes. */
  async open(host: Running, recorder: string, opening: Record<string, unknown>, key?: string): Promise<string> {
    const answer = await this.send(host, recorder, '/cases', opening, key);
    if (answer.status !== 201) throw new Error(`No case was opened: ${answer.status} ${JSON.stringify(answer.body)}`);
    const caseId = String(answer.body.caseId);
    this.acknowledged.push({ caseId, event: opening, recorder });
    return caseId;
  }

  /** Reports an event, and remembers it where the host said yes. */
  async report(
    host: Running,
    recorder: string,
    caseId: string,
    event: Record<string, unknown>,
    { how = 'advance', key }: { how?: string; key?: string } = {},
  ): Promise<Answered> {
    const answer = await this.send(host, recorder, `/cases/${caseId}/events?how=${how}`, event, key);
    if (answer.status === 201) this.acknowledged.push({ caseId, event, recorder });
    return answer;
  }

  /** Opens a case and reports all that its story holds. */
  async sendAll(host: Running, { employee, opening, events }: SentStory): Promise<string> {
    const caseId = await this.open(host, employee, opening);
    for (const event of events) {
      const { status } = await this.report(host, event.by, caseId, event);
      if (status !== 201) throw new Error(`${event.type} was not taken: ${status}`);
    }
    return caseId;
  }
}
