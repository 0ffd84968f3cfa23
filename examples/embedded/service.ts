// A day of a service that embeds the library: cases and their logs in memory, everything else from the package.
import {
  advance,
  type Case,
  correct,
  dayOf,
  deadlines,
  type EventType,
  endedOn,
  isLate,
  type Notice,
  openCase,
  parseCase,
  partiesOf,
  type Reader,
  type Refusal,
  secondOpinionMachine,
  snapshotOf,
  type Taken,
  viewFor,
  waitingOn,
} from 'lpbso-second-opinion';
import { fieldsOf } from 'lpbso-second-opinion/forms';
import { letterFor, summaryFor, timelineFor } from 'lpbso-second-opinion/words';
import { nl } from 'lpbso-second-opinion/words/nl';
import { nlForEmployee } from 'lpbso-second-opinion/words/nl-employee';
import { createActor } from 'xstate';

/** What is kept of a case: its log is the truth, the case what it comes to, as it is stored. */
interface Kept {
  opening: object;
  log: object[];
  stored: string;
}

const wordsFor = (role: Reader['role']) => (role === 'employee' ? nlForEmployee : nl);
export class Service {
  readonly #cases = new Map<string, Kept>();
  readonly outbox: Notice[] = [];

  /** Why not, for a professional. */
  no = (refusal: Refusal): string => {
    if (refusal.reason === 'malformed')
      return refusal.issues.map(({ path, code }) => `${path}: ${nl.issues[code]}`).join('; ');
    if (refusal.reason === 'unexpected') return nl.steps[refusal.step].title;
    return refusal.unmet.map(({ norm, clauses }) => `${nl.norms[norm].unmet} (${clauses.join(', ')})`).join('; ');
  };

  current = (caseId: string): Case => parseCase(JSON.parse(this.#kept(caseId).stored));

  open(opening: object): Refusal | Taken {
    const outcome = openCase(opening);
    if (outcome.ok) this.#keep(outcome, { opening, log: [] });
    return outcome;
  }

  /** Somebody sends a form: only what their view lets them report, dated today. */
  take(caseId: string, reader: Reader, type: EventType, filledIn: object, now: Date): Refusal | Taken {
    const event = { ...filledIn, type, by: reader.person, on: dayOf(now) };
    const outcome = advance(this.current(caseId), event);
    const { opening, log } = this.#kept(caseId);
    if (outcome.ok) this.#keep(outcome, { opening, log: [...log, event] });
    return outcome;
  }

  /** An entry was wrong: the log as it should have been, with what people have to put right. */
  mend(caseId: string, at: number, right: object) {
    const { opening, log } = this.#kept(caseId);
    const corrected = log.map((event, place) => (place === at ? { ...event, ...right } : event));
    const correction = correct(opening, log, { opening, log: corrected });
    if (correction.ok) this.#cases.set(caseId, { opening, log: corrected, stored: JSON.stringify(correction.case) });
    return correction;
  }

  /** The worklist of planning: whose move it is, since when, and which terms are late. */
  worklist(now: Date): string[] {
    return [...this.#cases.keys()].flatMap((caseId) => {
      const current = this.current(caseId);
      const waits = waitingOn(current).map(({ role, since }) => `${caseId}: ${nl.roles[role]}, ${since}`);
      const late = deadlines(current).filter((deadline) => isLate(deadline, now));
      const mayGo = endedOn(current);
      return [
        ...waits,
        ...late.map(({ term }) => `${caseId}: ${nl.terms[term]}!`),
        ...(mayGo ? [`${caseId}: ${mayGo}`] : []),
      ];
    });
  }

  casesOf = (person: string): [string, Reader][] =>
    [...this.#cases.keys()].flatMap((caseId) =>
      partiesOf(this.current(caseId))
        .filter((reader) => reader.person === person)
        .map((reader): [string, Reader] => [caseId, reader]),
    );

  /** The page of one reader: where it stands, the story, and the forms that they can send. */
  pageFor(caseId: string, reader: Reader): string[] {
    const { opening, log } = this.#kept(caseId);
    const words = wordsFor(reader.role);
    const story = timelineFor(opening, log, reader, words);
    const forms = viewFor(this.current(caseId), reader).mayReport.filter(({ unmet }) => unmet.length === 0);
    return [
      summaryFor(this.current(caseId), reader, words).sentence,
      ...story.entries.map(({ brief, date }) => `  ${brief}${date ? ` (${date})` : ''}`),
      ...forms.map(({ type, needs }) => {
        const asked = fieldsOf(type).filter(({ name }) => needs.includes(name));
        return `  [${words.events[type].todo}] ${asked.map(({ name, kind }) => `${name} (${kind})`).join(', ')}`;
      }),
    ];
  }

  letter(caseId: string, notice: Notice): string {
    const { subject, text } = letterFor(this.current(caseId), notice, wordsFor(notice.to.role));
    return [`${notice.to.person}: ${subject}`, ...text].join('\n  ');
  }

  /** A live actor that goes on from the stored case, for a screen that follows it. */
  follow(caseId: string) {
    const actor = createActor(secondOpinionMachine, { snapshot: snapshotOf(this.current(caseId)) });
    actor.on('refused', ({ refusal }) => console.log(`Nee: ${this.no(refusal)}`));
    return actor.start();
  }

  #kept(caseId: string): Kept {
    const kept = this.#cases.get(caseId);
    if (!kept) throw new Error('no such case');
    return kept;
  }

  #keep({ case: current, notices }: Taken, { opening, log }: Pick<Kept, 'opening' | 'log'>): void {
    this.#cases.set(current.caseId, { opening, log, stored: JSON.stringify(current) });
    this.outbox.push(...notices);
  }
}
