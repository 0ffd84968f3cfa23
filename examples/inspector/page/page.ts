import './no-eval.ts';
import { advance, caseOf, expectedEvents } from 'lpbso-second-opinion';
import { type Locale, languages } from '../../languages.ts';
import { corrected, isLog } from '../../log.ts';
import { placesOf } from '../../pictures/case.ts';
import type { Way } from '../../pictures/chart.ts';
import { type Data, placeOf } from '../../pictures/lit.ts';
import { words as pictureWords } from '../../pictures/words.ts';
import { CannotStart, liveActor, type Message, type Start, startFrom } from '../actor.ts';
import { follow, movesOf, type Reading, waysFrom } from '../reading.ts';
import type { Offered } from '../serve.ts';
import { words } from '../words.ts';
import { type Child, el, fill } from './element.ts';
import { hosted, hostedAddress } from './hosted.ts';
import { light, posterIn } from './poster.ts';
import { code, titleOf, turnSaid, turnShown, wayShown } from './shown.ts';

type Source = { name: string; json: unknown };

const offered: Offered = await (await fetch('/offered')).json();
const sources: Source[] = [
  ...(offered.given ? [offered.given] : []),
  ...offered.cases.map(({ name, log }) => ({ name, json: log })),
];

let locale: Locale = offered.locale;
let source = sources[0] as Source;
let after = offered.given ? offered.after : 0;
let running: { start: Start; actor: ReturnType<typeof liveActor> } | null = null;
let messages: Message[] = [];
let reading: Reading | null = null;
/** The events of the log that have not been reported yet. */
let ahead: unknown[] = [];
/** What was chosen on the poster: a place, and the ways from there that are to be opened. */
let chosen: { place: string; isOpen: (way: Way) => boolean } | null = null;

const say = () => words[locale];
const eventsIn = (json: unknown): unknown[] => (isLog(json) ? corrected(json) : []);

// ------------------------------------------------------------------------------------------- what stays in its place

const picked = el('summary');
const picker: HTMLSelectElement = el('select', { id: 'worked', change: () => pick(sources[picker.selectedIndex]) });
const range: HTMLInputElement = el('input', {
  ...{ id: 'after', type: 'range', min: '0' },
  input: () => moveTo(range.valueAsNumber),
});
const reached = el('output', { for: 'after' });
const file = el('input', { id: 'file', type: 'file', accept: '.json,application/json', change: () => void readFile() });
const trouble = el('p', { class: 'wrong', id: 'trouble', role: 'alert' });
const draft = el('textarea', {
  ...{ id: 'draft', rows: '6', spellcheck: 'false', 'aria-describedby': 'hint' },
  input: () => fill(hint),
});
const hint = el('p', { id: 'hint', class: 'quiet' });
const said = el('p', { id: 'said', role: 'status' });
const poster = el('div', { id: 'poster' });
const ways = el('div', { id: 'ways' });
const turns = el('ol', { id: 'turns', class: 'list', reversed: true });
const earlierTurns = el('ol', { class: 'list', reversed: true });
const earlier = el('details');
const consent = el('input', { id: 'consent', type: 'checkbox', change: () => showHosted() });
const openButton = el('button', { type: 'button', click: () => openHosted() });
const stopButton = el('button', { type: 'button', click: () => stopHosted('hostedStopped') });
const hostedSays = el('p', { id: 'hosted', role: 'status' });

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
  chosen = null;
  ahead = eventsIn(source.json).slice(after);
  for (const element of [trouble, said]) fill(element);
  propose();
  showAll();
  const receive = (message: Message): void => {
    // An earlier actor may still have something to say.
    if (messages !== own) return;
    messages.push(message);
    post(message);
    hosted.send(message);
    showWhatCame(message);
  };
  try {
    const from = startFrom(source.json, after, locale);
    running = { start: from, actor: liveActor(from, receive) };
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    fill(trouble, `${say().cannotStart}: ${error.message}.`);
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
  if (!reading) return;
  const expected = expectedEvents(reading.now).find((each) => each.type === type);
  const fields = (expected?.needs ?? []).map((name) => [name, null]);
  const event = { type, by: expected?.person ?? null, on: reading.turns.at(-1)?.event.on ?? reading.now.since };
  draft.value = drafted({ ...event, ...Object.fromEntries(fields) });
  fill(hint, say().fillIn);
  draft.focus();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reports the event that is drafted; what came of it is shown when the actor has said so. */
function report(): void {
  if (!running) return;
  const { actor } = running;
  const json = parsed(draft.value);
  const asked = advance(caseOf(actor.getSnapshot()), json);
  const isMalformed = !asked.ok && asked.reason === 'malformed';
  const issues = isMalformed ? asked.issues.map(({ path, code }) => `${path} ${languages[locale].issues[code]}`) : [];
  const wrong = json === undefined ? say().notJson : issues.map((issue) => issue.trim()).join('; ');
  fill(trouble, isMalformed && `${say().noEvent}: ${wrong}.`);
  if (isMalformed) return;
  const isNext = JSON.stringify(json) === JSON.stringify(ahead[0]);
  actor.send(json as Parameters<typeof actor.send>[0]);
  if (asked.ok) {
    if (isNext) ahead = ahead.slice(1);
    propose();
  } else if (isNext) fill(hint, say().goOn(eventsIn(source.json).length - ahead.length + 1));
}

// ---------------------------------------------------------------------------------- Stately's inspector, if chosen

function openHosted(): void {
  hosted.open(messages);
  showHosted();
}

function stopHosted(status: typeof hosted.status): void {
  hosted.stop(status);
  consent.checked = false;
  showHosted();
}

function showHosted(): void {
  openButton.disabled = !consent.checked || hosted.inspector !== null;
  stopButton.hidden = hosted.inspector === null;
  fill(hostedSays, say()[hosted.status]);
}

// ---------------------------------------------------------------------------------------------- where to start

const nameOf = ({ name, json }: Source): string => {
  const title = (json as { title?: Record<Locale, string> } | null)?.title?.[locale];
  return title ? `${name.slice(0, 2)} · ${title}` : name;
};

function showSources(): void {
  fill(picked, `${say().worked}: ${nameOf(source)}`);
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
  const what = last ? `${last.type} (${last.on})` : say().onlyOpening;
  fill(reached, isLog(source.json) && `${after}/${events.length}: ${what}`);
}

async function readFile(): Promise<void> {
  const [given] = file.files ?? [];
  if (!given) return;
  try {
    const own = { name: given.name, json: JSON.parse(await given.text()) };
    fill(trouble);
    sources.unshift(own);
    pick(own);
  } catch {
    fill(trouble, `${given.name}: ${say().notJson}.`);
  }
}

// ------------------------------------------------------------------------------------------------- what is shown

/** A card is chosen as it is, an exit or an arrow in the place where the case stands, if it starts there. */
function choose(data: Data): void {
  if (!reading) return;
  const starts = (data.from ?? '').split(' ');
  const place =
    placeOf(data) ?? placesOf(reading.now).find((now) => starts.includes(now)) ?? (starts[0] || 'complaints.none');
  const events = data.event?.split(' ');
  const targets = data.to?.split(' ') ?? [];
  chosen = { place, isOpen: ({ event, to }) => events?.includes(event) ?? (to !== null && targets.includes(to)) };
  showChosen();
}

/** Shows the ways from what was chosen; where they are out of sight, the focus brings them there. */
function showChosen(): void {
  showWays();
  const opened = ways.querySelector<HTMLElement>('.way[open] > summary');
  (opened ?? ways.querySelector<HTMLElement>('.step'))?.focus();
}

function chooseNow(): void {
  chosen = null;
  showChosen();
}

function showWays(): void {
  fill(ways);
  if (!reading) return;
  const now = placesOf(reading.now);
  const place = chosen?.place ?? reading.now.step;
  const isNow = now.includes(place);
  const isOpen = (way: Way): boolean => chosen?.isOpen(way) ?? false;
  const listed = (all: Way[]): Child =>
    el(
      'ul',
      { class: 'list' },
      all.map((way) =>
        wayShown(way, locale, isOpen(way), isNow && !way.forbidden ? () => proposeWay(way.event) : null),
      ),
    );
  const { own, besides } = waysFrom(isNow ? now : [place]);
  const also = `${say().besides} (${besides.length})`;
  fill(
    ways,
    el('p', { class: 'step', tabindex: '-1' }, titleOf(place, locale)),
    !isNow && el('button', { type: 'button', class: 'plain', click: chooseNow }, say().backToNow),
    listed(own),
    besides.length > 0 && el('details', { open: besides.some(isOpen) }, el('summary', {}, also), listed(besides)),
  );
}

function showPoster(): void {
  const [svg] = poster.getElementsByTagName('svg');
  if (!svg || !reading) return;
  light(svg, movesOf(reading, running?.start.moves ?? []));
  // Where the poster is wider than the screen, it shows where the case stands.
  const [now] = svg.getElementsByClassName('now');
  const [frame, there] = [poster, now ?? svg].map((each) => each.getBoundingClientRect()) as [DOMRect, DOMRect];
  if (there.left < frame.left || there.right > frame.right) poster.scrollLeft += there.left - frame.left - 16;
}

function showTurns(): void {
  const shown = (reading?.turns ?? []).map((turn) => turnShown(turn, locale)).reverse();
  const last = shown.slice(0, 3);
  fill(turns, last.length > 0 ? last : el('li', {}, say().nothingYet));
  fill(earlierTurns, shown.slice(3));
  earlier.hidden = shown.length <= 3;
  earlierTurns.start = shown.length - 3;
}

function showWhatCame(message: Message): void {
  if (message.type !== '@xstate.snapshot') return;
  reading = follow(reading, message);
  chosen = null;
  showReading();
}

function showReading(): void {
  const last = reading?.turns.at(-1);
  fill(said, last && turnSaid(last, locale));
  showPoster();
  showWays();
  showTurns();
}

function showAll(): void {
  showReading();
  showHosted();
}

const section = (id: string, heading: string, ...content: Child[]): HTMLElement =>
  el('section', { 'aria-labelledby': `h-${id}`, class: id }, el('h2', { id: `h-${id}` }, heading), content);

const field = (label: string, input: HTMLElement, ...beside: Child[]): Child =>
  el('p', { class: 'field' }, el('label', { for: input.id }, label), input, beside);

const headed = (): Child => {
  const other = locale === 'nl' ? 'en' : 'nl';
  return el(
    'header',
    {},
    el(
      'button',
      { type: 'button', class: 'plain', id: 'language', lang: other, click: switchLanguage },
      say().language,
    ),
    el('h1', {}, say().title),
    el('p', {}, say().lead),
    el('p', { class: 'quiet' }, say().here),
  );
};

const act = (): Child =>
  section(
    'act',
    say().report,
    el(
      'details',
      {},
      picked,
      field(say().worked, picker),
      field(say().after, range, reached),
      field(say().file, file),
      el('button', { type: 'button', id: 'start', click: start }, say().go),
    ),
    field(say().event, draft),
    hint,
    el('button', { type: 'button', id: 'report', click: report }, say().send),
    trouble,
    said,
  );

const lit = (): Child => {
  const { taken, now } = pictureWords[locale].legend;
  fill(poster, posterIn(locale, choose));
  return el(
    'figure',
    { 'aria-label': say().poster },
    poster,
    el('figcaption', {}, el('span', { class: 'taken' }, taken), ' ', el('span', { class: 'now' }, now)),
  );
};

const log = (): Child => {
  fill(earlier, el('summary', {}, say().earlier), earlierTurns);
  const sent = el('p', {}, el('a', { href: '/messages' }, say().messages));
  return section('log', say().happened, turns, earlier, sent);
};

const another = (): Child => {
  fill(openButton, say().hostedOpen);
  fill(stopButton, say().hostedStop);
  return section(
    'hosted',
    say().hosted,
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
  );
};

/** Lays out the page in the language chosen. */
function layOut(): void {
  document.documentElement.lang = locale;
  document.title = `${say().title} · lpbso-second-opinion`;
  const here = section('here', say().ways, ways);
  fill(document.body, headed(), el('main', {}, act(), lit(), here, log(), another()));
  showSources();
  moveTo(after);
  showAll();
}

function switchLanguage(): void {
  locale = locale === 'nl' ? 'en' : 'nl';
  layOut();
  for (const element of [trouble, hint]) fill(element);
  if (draft.value === drafted(ahead[0])) propose();
  document.getElementById('language')?.focus();
}

layOut();
start();
