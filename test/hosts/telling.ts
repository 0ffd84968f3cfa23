import { randomUUID } from 'node:crypto';
import type { Sent } from './stories.ts';
import type { Answered, Running, World } from './world.ts';

/** Whoever sends to a host that may die at any moment, and comes back. */
export interface Line {
  /** The host as it is now, once it is up. */
  host(): Promise<Running>;
  /** Called before each request. */
  sent(): void;
}

/** Sends until there is an answer: the same request, under the same key, however often the host dies meanwhile. */
async function persist(line: Line, attempt: (host: Running) => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const host = await line.host();
    line.sent();
    try {
      const answer = await attempt(host);
      if (answer.status !== 503) return answer;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** How a story went: where it stands, and what the host said no to. */
export interface Told {
  story: Sent;
  /** Null until the day on which the story opens. */
  caseId: string | null;
  next: number;
  refused: string[];
}

/** Sends a request, sometimes twice at once and sometimes again after the answer, as networks do; all answers must be equal. */
async function sendTwice(
  world: World,
  line: Line,
  person: string,
  path: string,
  body: object,
  how: number,
): Promise<Answered> {
  const key = randomUUID();
  const once = () => persist(line, (host) => world.send(host, person, path, body, key));
  const answers =
    how === 0 ? await Promise.all([once(), once()]) : how === 1 ? [await once(), await once()] : [await once()];
  const [first, second] = answers;
  if (!first) throw new Error('There is no answer');
  if (second && first.status === 201 && JSON.stringify(first.body) !== JSON.stringify(second.body))
    throw new Error(`One request was answered twice: ${JSON.stringify([first.body, second.body])}`);
  return first;
}

async function open(world: World, line: Line, story: Sent, how: number): Promise<string> {
  const recorder = String(story.opening.by);
  const answer = await sendTwice(world, line, recorder, '/cases', story.opening, how);
  if (answer.status !== 201) throw new Error(`${story.name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  const caseId = String(answer.body.caseId);
  world.acknowledged.push({ caseId, event: story.opening, recorder });
  return caseId;
}

/** Sends what a story holds up to a day, in its order; what the scheduler does is left to the host. */
async function tell(world: World, line: Line, told: Told, today: string, random: () => number): Promise<void> {
  const { story } = told;
  if (String(story.opening.on) > today) return;
  told.caseId ??= await open(world, line, story, Math.floor(random() * 6));
  const { caseId } = told;
  for (let event = story.events[told.next]; event && event.on <= today; event = story.events[told.next]) {
    told.next += 1;
    if (event.by === 'scheduler') {
      await world.settled();
      continue;
    }
    const planning = story.people.people.find(({ audits }) => audits)?.id ?? '';
    const recorder = story.how === 'record' ? planning : event.by;
    const path = `/cases/${caseId}/events?how=${story.how}`;
    const answer = await sendTwice(world, line, recorder, path, event, Math.floor(random() * 6));
    if (answer.status === 201) world.acknowledged.push({ caseId, event, recorder });
    else told.refused.push(`${event.type}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** Tells several stories at once, day by day, to the end of the last; the clock goes on with them. */
export async function tellAll(world: World, line: Line, stories: Sent[], random = Math.random): Promise<Told[]> {
  const told = stories.map((story): Told => ({ story, caseId: null, next: 0, refused: [] }));
  const last =
    stories
      .flatMap(({ opening, events }) => [String(opening.on), ...events.map(({ on }) => on)])
      .sort()
      .at(-1) ?? world.today();
  while (world.today() <= last) {
    const today = world.today();
    await Promise.all(told.map((each) => tell(world, line, each, today, random)));
    await world.settled();
    world.pass(1);
  }
  return told;
}
