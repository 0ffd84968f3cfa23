import {
  type ClauseId,
  type Complaints,
  clauses,
  type Duty,
  type EmployerRoute,
  type NormName,
  norms,
  type Role,
  type Step,
} from 'lpbso-second-opinion';
import { clauseTexts } from '../../clause-texts.ts';
import { type Locale, languages } from '../../languages.ts';
import type { Way } from '../../pictures/chart.ts';
import type { Turn } from '../reading.ts';
import { words } from '../words.ts';
import { type Child, el } from './element.ts';

export const code = (name: string): HTMLElement => el('code', { translate: 'no' }, name);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a step is called, or a place of what runs beside the procedure. */
export function titleOf(place: string, locale: Locale): string {
  const { steps, employerRoute, complaints } = languages[locale];
  const [region, name] = place.split('.');
  if (region === 'employerRoute') return employerRoute[name as EmployerRoute];
  if (region === 'complaints') return complaints[name as Complaints];
  return steps[place as Step].title;
}

const rolesSaid = (roles: Role[], locale: Locale): string =>
  [...new Set(roles)].map((role) => languages[locale].roles[role]).join(', ');

const idsOf = (ids: readonly ClauseId[]): Child => el('span', { class: 'clause' }, `(${ids.join(' ')})`);

/** Clauses by their ids, with what they say on demand. */
function clauseList(ids: readonly ClauseId[], locale: Locale): Child {
  if (ids.length === 0) return null;
  const { sources } = languages[locale];
  return el(
    'details',
    { class: 'clauses' },
    el('summary', {}, `${words[locale].clauses}: ${ids.join(' ')}`),
    el(
      'dl',
      {},
      ids.map((id) => [
        el('dt', {}, id, ` ${sources[clauses[id].source]} · ${clauses[id].place}`),
        el('dd', {}, clauseTexts[locale][id]),
      ]),
    ),
  );
}

const normsShown = (names: readonly NormName[], as: 'rule' | 'unmet', locale: Locale): Child =>
  el(
    'ul',
    {},
    names.map((name) =>
      el('li', {}, `${languages[locale].norms[name][as]} `, code(name), ' ', idsOf(norms[name].clauses)),
    ),
  );

function dutyShown({ to, about, when, unless, holding }: Duty, locale: Locale): Child {
  const { roles, notices } = languages[locale];
  const say = words[locale];
  const conditions = [when && [` ${say.condition} `, code(when)], unless && [` ${say.unless} `, code(unless)]];
  return el('li', {}, `${roles[to]}${holding ? ` (${say[holding]})` : ''}: ${notices[about]}`, ...conditions);
}

/** A way on: where it leads and whom it tells at once, what its guard asks on demand. */
export function wayShown(way: Way, locale: Locale, isOpen: boolean, prepare: (() => void) | null): Child {
  const { event, to, route, norms: asked, tells, clauses: cited, forbidden } = way;
  const { events, phrases } = languages[locale];
  const say = words[locale];
  const told = rolesSaid(
    tells.map((duty) => duty.to),
    locale,
  );
  const leads = to === null ? say.stays : `→ ${titleOf(to, locale)}`;
  return el(
    'li',
    { 'data-event': event },
    el(
      'details',
      { class: 'way', open: isOpen },
      el(
        'summary',
        {},
        el('strong', {}, capital(events[event].title)),
        forbidden && el('span', { class: 'wrong' }, ` ${say.forbidden}`),
        el('span', { class: 'brief' }, `${leads}; ${told ? `${phrases.told} ${told}` : say.tellsNobody}`),
      ),
      el('p', {}, code(event), route && [` ${say.condition} `, code(route)]),
      el('p', { class: 'label' }, say.norms),
      normsShown(asked, 'rule', locale),
      tells.length > 0 && [
        el('p', { class: 'label' }, phrases.told),
        el(
          'ul',
          {},
          tells.map((duty) => dutyShown(duty, locale)),
        ),
      ],
      clauseList(cited, locale),
      prepare && el('button', { type: 'button', class: 'plain', click: prepare }, say.prepare),
    ),
  );
}

/** What came of an event, in one sentence. */
export function turnSaid({ event, before, after, outcome }: Turn, locale: Locale): string {
  const { events, phrases, norms: known } = languages[locale];
  const say = words[locale];
  const what = `${after.revision}. ${capital(events[event.type].title)}`;
  if (!outcome.ok) {
    const why = outcome.reason === 'notAllowed' ? outcome.unmet.map(({ norm }) => known[norm].unmet) : [say.noWay];
    return `${capital(events[event.type].title)}: ${say.notTaken}; ${why.join('; ')}.`;
  }
  const told = rolesSaid(
    outcome.notices.map(({ to }) => to.role),
    locale,
  );
  const where = before.step === after.step ? say.stays : `${say.standsAt} ‘${titleOf(after.step, locale)}’`;
  return `${what}: ${say.taken}; ${where}; ${told ? `${phrases.told} ${told}` : say.tellsNobody}.`;
}

/** An event in the log. */
export function turnShown(turn: Turn, locale: Locale): Child {
  const { event, outcome } = turn;
  const { recordedBy } = languages[locale].phrases;
  return el(
    'li',
    { class: outcome.ok ? 'taken' : 'refused' },
    el('p', {}, turnSaid(turn, locale)),
    el(
      'p',
      { class: 'quiet' },
      code(event.type),
      ' ',
      el('time', {}, event.on),
      ` · ${event.by}`,
      event.recordedBy !== undefined && ` (${recordedBy} ${event.recordedBy})`,
    ),
    !outcome.ok &&
      outcome.reason === 'notAllowed' &&
      normsShown(
        outcome.unmet.map(({ norm }) => norm),
        'unmet',
        locale,
      ),
  );
}
