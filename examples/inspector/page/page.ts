import './no-eval.ts';
import { createBrowserInspector } from '@statelyai/inspect';
import {
  advance,
  type ClauseId,
  caseOf,
  clauses,
  type EventType,
  eventSchema,
  expectedEvents,
  type Step,
} from 'lpbso-second-opinion';
import { clauseTexts } from '../../clause-texts.ts';
import { type Locale, languages } from '../../languages.ts';
import { corrected, isLog } from '../../log.ts';
import { CannotStart, liveActor, type Message, type Start, startFrom } from '../actor.ts';
import { type Reading, read, type Turn, type Way } from '../reading.ts';
import type { Offered } from '../serve.ts';
import { type Child, el, fill } from './element.ts';
import { words } from './words.ts';

const hostedAddress = 'https://stately.ai/inspect';

type Source = { name: string; json: unknown };

const offered: Offered = await (await fetch('/offered')).json();
const sources: Source[] = [
  ...(offered.given ? [offered.given] : []),
  ...offered.cases.map(({ name, log }) => ({ name, json: log })),
];

let locale: Locale = 'nl';
let source = sources[0] as Source;
let after = offered.given ? offered.after : 0;
let running: { start: Start; actor: ReturnType<typeof liveActor> } | null = null;
let messages: Message[] = [];
let reading: Reading | null = null;
/** The events of the log that have not been reported yet. */
let ahead: unknown[] = [];
let hosted: ReturnType<typeof createBrowserInspector> | null = null;
let hostedStatus: 'hostedNothing' | 'hostedSent' | 'hostedBlocked' | 'hostedStopped' = 'hostedNothing';

const say = () => words[locale];
const known = () => languages[locale];
const eventsIn = (json: unknown): unknown[] => (isLog(json) ? corrected(json) : []);

// ------------------------------------------------------------------------------------------- what stays in its place

const picker: HTMLSelectElement = el('select', { id: 'worked', change: () => pick(sources[picker.selectedIndex]) });
const range: HTMLInputElement = el('input', {
  id: 'after',
  type: 'range',
  min: '0',
  input: () => moveTo(range.valueAsNumber),
});
const reached = el('output', { for: 'after' });
const file = el('input', { id: 'file', type: 'file', accept: '.json,application/json', change: () => void readFile() });
const startTrouble = el('p', { class: 'trouble', role: 'alert' });
const draft = el('textarea', {
  ...{ id: 'draft', rows: '8', spellcheck: 'false', 'aria-describedby': 'hint' },
  input: () => fill(hint),
});
const hint = el('p', { id: 'hint', class: 'hint' });
const cameOfIt = el('div', { id: 'came', role: 'status' });
const consent = el('input', { id: 'consent', type: 'checkbox', change: () => showHosted() });
const openButton = el('button', { type: 'button', click: () => openHosted() });
const stopButton = el('button', { type: 'button', click: () => stopHosted('hostedStopped') });
const hostedSays = el('p', { id: 'hosted', role: 'status' });
const stands = el('div', { id: 'stands' });
const ways = el('ul', { id: 'ways', class: 'ways' });
const waysCounted = el('span');
const waysShown = el('details');
const happened = el('ol', { id: 'turns', class: 'turns', reversed: true });
const chartShown = el('details', { id: 'chart' });
const sent = el('ol', { id: 'sent' });
const sentCounted = el('span');
const messagesShown = el('details');
const saveButton = el('button', { type: 'button', click: () => save() });

// ---------------------------------------------------------------------------------------------------- the actor

// The inspector waits until the browser is idle, which in a window that is not in sight may be never.
window.requestIdleCallback = (run) => window.setTimeout(() => run({ didTimeout: true, timeRemaining: () => 0 }));

// One after the other, so that they arrive in the order in which they were sent.
let posted = Promise.resolve();

function post(message: Message): void {
  posted = posted.then(async () => {
    await fetch('/messages', { method: 'POST', body: JSON.stringify(message) });
  });
}

function start(): void {
  running?.actor.stop();
  running = null;
  stopHosted('hostedNothing');
  const own: Message[] = [];
  messages = own;
  reading = null;
  ahead = eventsIn(source.json).slice(after);
  fill(startTrouble);
  fill(cameOfIt);
  propose();
  showAll();
  const receive = (message: Message): void => {
    // An earlier actor may still have something to say.
    if (messages !== own) return;
    messages.push(message);
    post(message);
    hosted?.adapter.send(message);
    if (message.type === '@xstate.snapshot') reading = read(messages);
    showWhatCame(message);
  };
  try {
    const from = startFrom(source.json, after);
    running = { start: from, actor: liveActor(from, receive) };
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    fill(startTrouble, `${say().cannotStart}: ${error.message}.`);
  }
}

const drafted = (event: unknown): string => (event === undefined ? '' : JSON.stringify(event, null, 2));

/** The next event of the log, ready to be reported. */
function propose(): void {
  const [next] = ahead;
  draft.value = drafted(next);
  fill(hint, next !== undefined ? say().nextInLog : isLog(source.json) ? say().endOfLog : say().noLog);
}

/** What the library knows of an event that may be next; what only people can say stays null. */
function proposeWay(type: string): void {
  if (!running) return;
  const current = caseOf(running.actor.getSnapshot());
  const expected = expectedEvents(current).find((each) => each.type === type);
  const fields = (expected?.needs ?? []).map((name) => [name, null]);
  const event = { type, by: expected?.person ?? null, on: reading?.turns.at(-1)?.event.on ?? current.since };
  draft.value = drafted({ ...event, ...Object.fromEntries(fields) });
  fill(hint, say().fillIn);
  draft.focus();
}

/** Reports the event that is drafted, and says what came of it. */
function report(): Child {
  if (!running) return null;
  const { actor } = running;
  let json: unknown;
  try {
    json = JSON.parse(draft.value);
  } catch {
    return say().notJson;
  }
  const checked = eventSchema.safeParse(json);
  if (!checked.success) {
    const issues = checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    return `${say().noEvent}: ${issues.join('; ')}.`;
  }
  const before = actor.getSnapshot();
  const asked = advance(caseOf(before), checked.data);
  const inTheWay = !asked.ok && asked.reason === 'notAllowed' ? asked.unmet : [];
  const isNext = JSON.stringify(json) === JSON.stringify(ahead[0]);
  actor.send(checked.data);
  if (before.can(checked.data)) {
    if (isNext) ahead = ahead.slice(1);
    propose();
    return [`${say().nowIn} `, stepNamed(caseOf(actor.getSnapshot()).step)];
  }
  const { norms, ranks } = known();
  return [
    el('p', {}, `${say().notTaken}: ${inTheWay.length > 0 ? say().guardSaidNo : say().noWay}`),
    inTheWay.length > 0 &&
      el(
        'ul',
        {},
        inTheWay.map(({ norm, rank, clauses: cited }) =>
          el('li', {}, code(norm), ` ${norms[norm].unmet} (${ranks[rank]}: `, clauseIds(cited), ')'),
        ),
      ),
    isNext && el('p', {}, `${say().goOn} ${eventsIn(source.json).length - ahead.length + 1}.`),
  ];
}

// ---------------------------------------------------------------------------------- Stately's inspector, if chosen

function openHosted(): void {
  hosted = createBrowserInspector({
    url: hostedAddress,
    autoStart: false,
    // The package would cut what is long; each message is plain JSON already.
    serialize: (message) => message,
    maxDeferredEvents: Number.POSITIVE_INFINITY,
  });
  for (const message of messages) hosted.adapter.send(message);
  hosted.start();
  if (hosted.adapter.targetWindow) hostedStatus = 'hostedSent';
  else stopHosted('hostedBlocked');
  showHosted();
}

function stopHosted(status: typeof hostedStatus): void {
  if (hosted) {
    hosted.adapter.targetWindow?.close();
    // The package answers any window that reports itself, also once it is stopped.
    hosted.adapter.targetWindow = null;
  }
  hosted = null;
  hostedStatus = status;
  consent.checked = false;
  showHosted();
}

// ---------------------------------------------------------------------------------------------- where to start

const nameOf = ({ name, json }: Source): string => {
  const title = (json as { title?: Record<Locale, string> } | null)?.title?.[locale];
  return title ? `${name.slice(0, 2)} · ${title}` : name;
};

function showSources(): void {
  fill(
    picker,
    sources.map((each) => el('option', { selected: each === source }, nameOf(each))),
  );
}

function pick(next: Source | undefined): void {
  if (!next) return;
  source = next;
  showSources();
  moveTo(0);
}

function moveTo(to: number): void {
  const events = eventsIn(source.json);
  after = Math.min(to, events.length);
  range.max = String(events.length);
  range.disabled = events.length === 0;
  range.value = String(after);
  const last = events[after - 1] as { type?: string; on?: string } | undefined;
  const what = last ? `${last.type} (${last.on})` : say().opening;
  fill(reached, isLog(source.json) && `${after}/${events.length}: ${what}`);
}

async function readFile(): Promise<void> {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  try {
    const own = { name: chosen.name, json: JSON.parse(await chosen.text()) };
    fill(startTrouble);
    sources.unshift(own);
    pick(own);
  } catch {
    fill(startTrouble, say().notJson);
  }
}

function save(): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(messages, null, 2)], { type: 'application/json' }));
  el('a', { href: url, download: 'messages.json' }).click();
  URL.revokeObjectURL(url);
}

// ------------------------------------------------------------------------------------------------- what is shown

const code = (name: string): HTMLElement => el('code', {}, name);

/** A name of the chart, with the library's own words for it where there are some. */
const named = (name: string, title: string | undefined): Child => [
  code(name),
  title && [' ', el('span', { class: 'title' }, title)],
];
const stepNamed = (name: string): Child => named(name, known().steps[name as Step]?.title);
const sentenceOf = (step: string): string => {
  const { sentence } = known().steps[step as Step];
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
};
const eventNamed = (name: string): Child => named(name, known().events[name as EventType]?.title);

/** Which source a clause comes from, and where it stands in it. */
const sourceOf = (id: ClauseId): string => `${known().sources[clauses[id].source]} · ${clauses[id].place}`;

const clauseIds = (ids: readonly string[]): Child =>
  ids.map((id, at) => [at > 0 && ' ', el('span', { class: 'clause' }, id)]);

const clauseList = (ids: readonly string[]): Child =>
  ids.length > 0 &&
  el(
    'details',
    { class: 'clauses' },
    el('summary', {}, `${say().clauses}: `, clauseIds(ids)),
    el(
      'dl',
      {},
      ids.map((id) => [
        el('dt', {}, id, ' ', el('span', { class: 'title' }, sourceOf(id as ClauseId))),
        el('dd', {}, clauseTexts[locale][id as ClauseId]),
      ]),
    ),
  );

const listed = (names: readonly string[]): Child => names.map((name) => el('div', {}, code(name)));

const facts = (...pairs: [name: string, value: Child][]): Child =>
  el(
    'dl',
    { class: 'facts' },
    pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );

const wayShown = ({ guard, norms, from, to, actions, clauses: cited, forbidden }: Way, heading: Child): Child =>
  el(
    'li',
    {},
    el('p', {}, heading, forbidden && el('span', { class: 'note' }, ` ${say().forbidden}`)),
    facts(
      [say().guard, code(guard)],
      [say().norms, listed(norms)],
      [say().leadsTo, to === from ? say().stays : stepNamed(to)],
      [say().actions, listed(actions)],
    ),
    clauseList(cited),
  );

/** What an event carries; of a physician the id. */
const inWords = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value).replaceAll(/[{}"]/g, '').replaceAll(',', ', ') : String(value);

const turnShown = ({ event, before, after, asked, taken }: Turn, at: number): Child => {
  const { type, by, on, recordedBy, ...rest } = event;
  const moved = before.step !== after.step;
  return el(
    'li',
    { class: taken ? 'taken' : 'refused' },
    el(
      'div',
      {},
      el('p', { class: 'heading' }, `${at + 1} `, eventNamed(type)),
      el(
        'p',
        { class: 'who' },
        `${on} · ${by}`,
        recordedBy !== undefined && ` (${known().phrases.recordedBy} ${recordedBy})`,
      ),
      facts(...Object.entries(rest).map(([name, value]): [string, Child] => [name, code(inWords(value))])),
    ),
    el(
      'div',
      {},
      el(
        'p',
        {},
        taken
          ? [stepNamed(before.step), moved && [' → ', stepNamed(after.step)]]
          : [el('strong', {}, `${say().notTaken}: `), asked.length > 0 ? say().guardSaidNo : say().noWay],
      ),
      before.employerRoute !== after.employerRoute &&
        el('p', {}, `${say().employerRoute}: `, code(before.employerRoute), ' → ', code(after.employerRoute)),
      before.complaints !== after.complaints &&
        el('p', {}, `${say().complaints}: `, code(before.complaints), ' → ', code(after.complaints)),
      taken
        ? [
            facts(
              [say().guard, code(taken.guard)],
              [say().norms, listed(taken.norms)],
              [say().actions, listed(taken.actions)],
            ),
            clauseList(taken.clauses),
          ]
        : asked.length > 0 &&
            facts(
              [say().guard, listed(asked.map(({ guard }) => guard))],
              [say().norms, listed([...new Set(asked.flatMap(({ norms }) => norms))])],
            ),
    ),
  );
};

function showReading(): void {
  fill(stands);
  fill(ways);
  fill(waysCounted);
  fill(happened);
  if (!reading) return;
  const { start, now, states, next, turns } = reading;
  const state = states.find(({ name }) => name === now.step);
  fill(
    stands,
    el('p', { class: 'step' }, stepNamed(now.step)),
    el('p', {}, sentenceOf(now.step)),
    facts(
      [say().description, el('span', { lang: 'en' }, state?.description)],
      [say().employerRoute, code(now.employerRoute)],
      [say().complaints, code(now.complaints)],
    ),
    clauseList(state?.clauses ?? []),
  );
  fill(waysCounted, ` (${next.length})`);
  const choice = ({ event }: Way): Child =>
    el('button', { type: 'button', class: 'plain', click: () => proposeWay(event) }, eventNamed(event));
  fill(
    ways,
    next.map((way) => wayShown(way, choice(way))),
  );
  fill(
    happened,
    turns.map(turnShown).reverse(),
    el('li', { class: 'started' }, el('p', {}, `${say().started} `, stepNamed(start.step))),
  );
}

function showChart(): void {
  const states = reading ? [reading.machine, ...reading.states] : [];
  const all = states.flatMap((state) => state.ways);
  const count = (names: string[]): number => new Set(names).size;
  const counts = [
    `${states.length - 1} ${say().states}`,
    `${all.length} ${say().ways}`,
    `${count(all.map(({ event }) => event))} ${say().events}`,
    `${count(all.map(({ guard }) => guard))} ${say().guards}`,
    `${count([...states, ...all].flatMap((each) => each.clauses))} ${say().clauses}`,
  ];
  fill(
    chartShown,
    el('summary', {}, states.length > 0 ? `${say().chart}: ${counts.join(', ')}` : say().chart),
    states.map(({ name, description, entry, clauses: cited, ways }) => [
      el('h3', {}, stepNamed(name)),
      el('p', { lang: 'en' }, description),
      entry.length > 0 && facts([say().entry, listed(entry)]),
      clauseList(cited),
      ways.length > 0 &&
        el(
          'ul',
          { class: 'ways' },
          ways.map((way) => wayShown(way, eventNamed(way.event))),
        ),
    ]),
  );
}

const messageShown = (message: Message): Child => {
  const what = message.type === '@xstate.actor' ? message.name : message.event.type;
  const shown = message.type === '@xstate.actor' ? { ...message, definition: '…' } : message;
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el('summary', {}, code(message.type), ' ', code(what)),
      el('pre', { tabindex: '0' }, JSON.stringify(shown, null, 2)),
    ),
  );
};

function showWhatCame(message: Message): void {
  sent.append(...el('ol', {}, messageShown(message)).children);
  fill(sentCounted, ` (${messages.length})`);
  if (message.type !== '@xstate.snapshot') return;
  showReading();
  if (reading?.turns.length === 0) showChart();
}

function showHosted(): void {
  openButton.disabled = !consent.checked || hosted !== null;
  stopButton.hidden = hosted === null;
  fill(hostedSays, say()[hostedStatus]);
}

function showAll(): void {
  fill(sent, messages.map(messageShown));
  fill(sentCounted, messages.length > 0 && ` (${messages.length})`);
  showReading();
  showChart();
  showHosted();
}

/** Lays out the page in the language chosen. */
function layOut(): void {
  const { title, lead, here, care, language } = say();
  document.documentElement.lang = locale;
  document.title = `${title} · lpbso-second-opinion`;
  const field = (label: string, input: HTMLElement, ...beside: Child[]): Child =>
    el('p', { class: 'field' }, el('label', { for: input.id }, label), input, beside);
  fill(waysShown, el('summary', {}, say().waysOn, waysCounted), ways);
  fill(
    messagesShown,
    el('summary', {}, say().messages, sentCounted),
    el('p', {}, saveButton, ' ', el('a', { href: '/messages' }, '/messages')),
    sent,
  );
  fill(saveButton, say().save);
  fill(openButton, say().hostedOpen);
  fill(stopButton, say().hostedStop);
  fill(
    document.body,
    el(
      'header',
      {},
      el(
        'button',
        { type: 'button', class: 'plain', id: 'language', lang: locale === 'nl' ? 'en' : 'nl', click: switchLanguage },
        language,
      ),
      el('h1', {}, title),
      el('p', { class: 'lead' }, lead),
      el('p', { class: 'here' }, here, ' ', care),
    ),
    el(
      'main',
      {},
      el(
        'div',
        { class: 'column' },
        el(
          'section',
          { 'aria-labelledby': 'h-start' },
          el('h2', { id: 'h-start' }, say().start),
          field(say().worked, picker),
          field(say().after, range, reached),
          field(say().file, file),
          startTrouble,
          el('button', { type: 'button', id: 'start', click: start }, say().go),
        ),
        el(
          'section',
          { 'aria-labelledby': 'h-report' },
          el('h2', { id: 'h-report' }, say().report),
          field(say().event, draft),
          hint,
          el('button', { type: 'button', id: 'report', click: () => fill(cameOfIt, report()) }, say().send),
          cameOfIt,
        ),
      ),
      el(
        'div',
        { class: 'column' },
        el('section', { 'aria-labelledby': 'h-stands' }, el('h2', { id: 'h-stands' }, say().stands), stands, waysShown),
        el('section', { 'aria-labelledby': 'h-turns' }, el('h2', { id: 'h-turns' }, say().happened), happened),
      ),
      el(
        'div',
        { class: 'column' },
        chartShown,
        messagesShown,
        el(
          'section',
          { 'aria-labelledby': 'h-hosted', class: 'hosted' },
          el('h2', { id: 'h-hosted' }, say().hosted),
          el('p', {}, say().hostedWhere, ' ', code(hostedAddress), '. ', say().hostedWhat),
          el(
            'ul',
            {},
            say().hostedParts.map((part) => el('li', {}, part)),
          ),
          el('p', {}, say().hostedCare),
          el('p', { class: 'consent' }, consent, ' ', el('label', { for: 'consent' }, say().hostedConsent)),
          openButton,
          ' ',
          stopButton,
          hostedSays,
        ),
      ),
    ),
  );
  showSources();
  moveTo(after);
  showAll();
}

function switchLanguage(): void {
  locale = locale === 'nl' ? 'en' : 'nl';
  layOut();
  for (const said of [startTrouble, cameOfIt, hint]) fill(said);
  if (draft.value === drafted(ahead[0])) propose();
  document.getElementById('language')?.focus();
}

layOut();
start();
