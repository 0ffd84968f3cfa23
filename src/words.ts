import type { EventOf, EventType } from './acts.js';
import type { ClauseSource, Rank } from './clauses.js';
import type { ElementName, PaperName } from './contents.js';
import type { IssueCode } from './fields.js';
import type { CaseFile, Complaints, EmployerRoute, Opening, Role, Step } from './file.js';
import type { Instrument, Situation } from './instruments.js';
import type { NoticeTopic } from './letters.js';
import type { NormKind, NormName } from './norms.js';
import type { Certainty, TermName } from './terms.js';
import type { FactName } from './timeline.js';
import type { View } from './views.js';

/** A field that some event carries, besides its type. */
type FieldName = Exclude<{ [Type in EventType]: keyof EventOf<Type> }[EventType], 'type'>;

/** Every name of a field within a type, however deep. */
type Within<Shape> = Shape extends readonly (infer Item)[]
  ? Within<Item>
  : Shape extends object
    ? { [Name in keyof Shape & string]-?: Name | Within<Shape[Name]> }[keyof Shape & string]
    : never;

/** The values, however deep in a case file, of the fields of one name. */
type Held<Name extends string, Shape = CaseFile> = Shape extends readonly (infer Item)[]
  ? Held<Name, Item>
  : Shape extends object
    ? { [Field in keyof Shape]-?: Field extends Name ? Shape[Field] & string : Held<Name, Shape[Field]> }[keyof Shape]
    : never;

/** The words for every public name, in one language. */
export interface Words {
  /** How days are written, as a BCP 47 tag. */
  locale: string;
  /** How an act is told in one line: by its title, or as a sentence. */
  brief: 'title' | 'sentence';
  /** Who takes part, with the article, as the subject of a sentence. */
  roles: Record<Role, string>;
  /**
   * How the sentences here call each role: wherever `roles` calls it otherwise, that is said instead. So one's own name for a role
   * is enough: `{ ...nl, roles: { ...nl.roles, employee: 'de cliënt' } }`. Not of a mere "you", which the verb follows.
   */
  spelled?: Partial<Record<Role, string>>;
  /** The three phases, and what comes of them. */
  phases: Record<'application' | 'execution' | 'completion' | 'outcome', string>;
  /** Where the procedure stands: a title for a box in a picture, and a main clause without capital and full stop. */
  steps: Record<Step, { title: string; sentence: string }>;
  /** Where the complaints stand. */
  complaints: Record<Complaints, string>;
  /** Where the question to the employer stands. */
  employerRoute: Record<EmployerRoute, string>;
  /** What is reported: a title for an arrow in a picture, what there is to do, and what follows the doer once it is done. */
  events: Record<EventType, { title: string; todo: string; done: string }>;
  /** What an event carries, as beside a field to fill in. */
  fields: Record<FieldName, string>;
  /** What an opening carries, field by field and however deep, as beside a field to fill in. */
  openings: Record<Within<Opening>, string>;
  /** What a party sees in its view, field by field and however deep, as before what it sees. */
  views: Record<Within<View['sees']>, string>;
  /** The values of each closed list, by the name of the field that holds them. */
  values: {
    /** Why a request is refused. */
    grounds: Record<EventOf<'request.refused'>['grounds'][number], string>;
    /** Why a request is out of scope. */
    because: Record<EventOf<'request.foundOutOfScope'>['because'], string>;
    /** Which instrument the own physician thinks best. */
    advised: Record<Instrument, string>;
    /** Which situations the employee named. */
    situations: Record<Situation, string>;
    /** Where information comes from. */
    source: Record<EventOf<'information.requested'>['source'], string>;
    /** How the employee's identity was established. */
    identity: Record<EventOf<'consultation.held'>['identity'], string>;
    /** How far the own physician adopts the advice. */
    adoption: Record<EventOf<'decision.made'>['adoption'], string>;
    /** Of what the own physician owes the reasons, and what the employer was told about. */
    of: Record<EventOf<'employer.informed'>['of'] | EventOf<'reasons.given'>['of'], string>;
    /** In which task the contested advice was given. */
    task: Record<Opening['contestedAdvice']['task'], string>;
    /** How an earlier request ended. */
    outcome: Record<Opening['earlierRequests'][number]['outcome'], string>;
    /** Whose record a case is. */
    recordOf: Record<Opening['recordOf'], string>;
    /** From when the response term runs. */
    from: Record<Opening['contract']['responseTerm']['from'], string>;
    /** By what the response term is extended. */
    extendedBy: Record<Opening['contract']['responseTerm']['extendedBy'], string>;
    /** By which procedure the contract goes. */
    route: Record<Opening['contract']['route'], string>;
    /** How a request, a review, the question to forward or one to the employer came out. */
    as: Record<Held<'as'>, string>;
    /** Whose turn it is of those chosen. */
    current: Record<Held<'current'>, string>;
    /** What the employee did with an authorisation; `none` where they have said nothing of it yet. */
    status: Record<Held<'status'> | 'none', string>;
    /** Where the complaints stand, behind a label that names them. */
    complaint: Record<'none' | 'pending' | 'answered', string>;
    /** How the own physician came by a copy of the advice. */
    through: Record<Held<'through'>, string>;
  };
  /** The statement that should be true, and what stands in the way when it is not. */
  norms: Record<NormName, { rule: string; unmet: string }>;
  /** What is wrong with an input, as it follows the name of the field, or of the whole. */
  issues: Record<IssueCode, string>;
  /** What a norm is about. */
  kinds: Record<NormKind, string>;
  /** How high a norm stands. */
  ranks: Record<Rank, string>;
  /** Where a clause comes from. */
  sources: Record<ClauseSource, string>;
  /** What a letter says, as it follows 'notice:', and as its subject. */
  notices: Record<NoticeTopic, string>;
  /** The words of a letter around what it says. */
  letters: {
    /** The procedure, before a subject that does not name it. */
    procedure: string;
    /** A sentence that says to which procedure a letter belongs. */
    belongs: string;
    /** Between whoever tells something and that which they tell. */
    says: string;
    /** Before a list of what is in a letter or goes with it. */
    brings: string;
    /** Between the reader, where it is their move, and what they can do. */
    isNext: string;
    /** Before what the reader can do besides. */
    mayAlso: string;
    /** Before a term. */
    term: string;
    /** Where the reader's move has no term. */
    noTerm: string;
  };
  /** The papers of the procedure that are no letters, without the article. */
  papers: Record<PaperName, string>;
  /** What a letter says or brings along, or what stands on a paper, as in a list of what must be in it. */
  elements: Record<ElementName, string>;
  /** What has to happen within a term, and within which. */
  terms: Record<TermName, string>;
  /** How sure the last day of a term is. */
  certainties: Record<Certainty, string>;
  /** Who pays for the second opinion. */
  payers: Record<'employer' | 'employee' | 'nobody', string>;
  /** Before what a card says of a case. */
  card: Record<FactName, string>;
  /** The small words between the others. */
  phrases: {
    /** Before who has to act. */
    whoseMove: string;
    /** Between those any one of whom may act. */
    or: string;
    /** Between the last two of a list. */
    and: string;
    /** Behind the number of those that a long list leaves out. */
    more: string;
    /** Before the last day of a term. */
    by: string;
    /** Before the alarm day that a contract sets. */
    alarm: string;
    /** Before the day on which a step began. */
    since: string;
    /** What follows the employee for the opening of a case, which is no event. */
    requested: string;
    /** The opening as one line of a story. */
    opened: string;
    /** Before the day for which something is set. */
    onDay: string;
    /** In the place of whoever is to act, and of the day by which, where there is none. */
    nobody: string;
    noFixedDay: string;
    /** Before who entered what another did. */
    recordedBy: string;
    /** Before who is told. */
    told: string;
    /** Before a norm that an act left unmet. */
    deviation: string;
    /** Before what the employer was told about, and before whom they were asked about work. */
    informedOf: string;
    informationFrom: string;
    /** What happened where the employee did not want the advice discussed. */
    discussionWaived: string;
    /** The whole story for a reader who may see nothing. */
    nothing: string;
    /** Where the case stands to a physician who let the week pass, while they can accept and when they no longer can. */
    mayStillAccept: string;
    mayNoLongerAccept: string;
    /** Where the case stands to a new own physician of whom nothing is asked (`B-65`). */
    inProgress: string;
    /** Where the case stands to a second-opinion physician whose part is over. */
    partIsOver: string;
    /** A field that is true. */
    yes: string;
    /** A field that is false. */
    no: string;
  };
}

/** What differs between the words of a language and those for one of its readers. */
type Differs<Of> = { [Name in keyof Of]?: Of[Name] extends string ? Of[Name] : Differs<Of[Name]> };

/** The words of a language for one of its readers: what differs, in place of what does not. */
export const inRegister = <Of extends object>(words: Of, differs: Differs<Of>): Of =>
  Object.fromEntries(
    Object.entries(words).map(([name, said]) => {
      const other: unknown = differs[name as keyof Of];
      if (other === undefined) return [name, said];
      return [name, typeof said === 'string' ? other : inRegister(said, other as object)];
    }),
  ) as Of;

type Said = string | { [name: string]: Said };

const mapped = (said: Said, change: (text: string) => string): Said =>
  typeof said === 'string'
    ? change(said)
    : Object.fromEntries(Object.entries(said).map(([name, each]) => [name, mapped(each, change)]));

/** As a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const bare = (name: string): string => name.replace(/^(de|het|the) /, '');

/** What calls a role by one name, calling it by another. */
const renaming = (names: [spelled: string, said: string][]): ((text: string) => string) => {
  // In a title it stands without its article.
  const all = names.flatMap(
    ([spelled, said]) =>
      [
        [bare(spelled), bare(said)],
        [spelled, said],
      ] as const,
  );
  const found = new Map(
    all.flatMap(
      ([spelled, said]) =>
        [
          [spelled, said],
          [capital(spelled), capital(said)],
        ] as const,
    ),
  );
  // The longest first: "the employee’s own physician" is not the employee.
  const longest = [...found.keys()].sort((one, other) => other.length - one.length);
  const escaped = longest.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => text.replace(pattern, (name) => found.get(name) ?? name);
};

const named = new WeakMap<Words, Words>();

/** The words with every role called in the sentences as `roles` calls it: made once of words that do not change. */
export function inOwnNames(words: Words): Words {
  const made = named.get(words) ?? renamed(words);
  named.set(words, made);
  return made;
}

function renamed(words: Words): Words {
  const { roles, spelled = {}, ...rest } = words;
  const all = Object.entries(spelled) as [Role, string][];
  const changed = all.filter(([role, name]) => roles[role] !== name && name.includes(' '));
  if (changed.length === 0) return words;
  const rename = renaming(changed.map(([role, name]) => [name, roles[role]]));
  return {
    ...(mapped(rest as unknown as Said, rename) as unknown as Words),
    // What names another role follows too: "the employee’s own physician".
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, name]) => [role, spelled[role as Role] === name ? rename(name) : name]),
    ) as Words['roles'],
  };
}
