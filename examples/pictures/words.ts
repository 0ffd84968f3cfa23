import type { RouteName } from 'lpbso-second-opinion';
import type { Locale } from '../languages.ts';

interface Words {
  title: string;
  whole: string;
  phase: string;
  case: string;
  /** What must be so for an acceptance to lead on to the one step that stands for several. */
  ownRecord: string;
  everyStep: string;
  everyMoment: string;
  inEveryStep: string;
  employerRoute: string;
  complaints: string;
  /** Before what can still be done where a case has ended. */
  afterEnd: string;
  legend: {
    happy: string;
    way: string;
    outcome: string;
    frame: string;
    every: string;
    forbidden: string;
    taken: string;
    now: string;
    stays: string;
    exit: string;
  };
  poster: {
    whole: string;
    /** What the last lane holds. */
    others: string;
    begin: string;
    /** How the poster is read. */
    reading: string;
    /** Before the steps for which one stands, in the record of the own physician. */
    instead: string;
    /** How a term of so many weeks is called. */
    weeks: (number: number) => string;
    /** How the words for a term call a length that is no number. */
    periods: string[];
    outcomes: string;
    shared: string;
    always: string;
    /** What the employer hears, until the own physician has the advice. */
    employer: string;
    /** What must be so for an exit to lead this way rather than another. */
    routes: Partial<Record<RouteName, string>>;
    otherwise: string;
    legend: {
      usual: string;
      beside: string;
      clock: string;
      told: string;
      leads: string;
      ends: string;
      forbidden: string;
    };
    case: { taken: string; now: string };
  };
}

/** What the pictures say beside the names that the library has words for. */
export const words: Record<Locale, Words> = {
  nl: {
    title: 'Second opinion bedrijfsarts',
    whole:
      'Het toestandsdiagram van de hele procedure: drie fasen, de uitkomsten ernaast, de vraag aan de werkgever en de klachten.',
    phase: 'De stappen van deze fase, de wegen ertussen, en de wegen erin en eruit.',
    case: 'Getekend zijn de weg die een zaak ging en waar zij nu staat.',
    ownRecord: 'in het dossier van de eigen bedrijfsarts',
    everyStep: 'elke stap',
    everyMoment: 'elk moment',
    inEveryStep: 'In elke stap',
    employerRoute: 'Vraag aan de werkgever',
    complaints: 'Klachten',
    afterEnd: 'Na een einde is nog mogelijk',
    legend: {
      happy: 'de gewone weg',
      way: 'andere weg',
      outcome: 'uitkomst',
      frame: 'vanuit elke stap in het kader',
      every: 'vanuit elke stap waarin het mag',
      forbidden: 'weg tegen de regels',
      taken: 'deze weg ging de zaak',
      now: 'hier staat zij nu',
      stays: 'vastgelegd; de stap blijft dezelfde',
      exit: 'stap buiten deze fase',
    },
    poster: {
      whole:
        'De procedure op één blad: wie wanneer aan zet is, binnen welke termijn, wie bericht krijgt, en wat er anders kan gaan.',
      others: 'werkgever en UWV',
      reading: 'Volg de nummers. De kolom zegt wie aan zet is.',
      instead: 'in het dossier van de eigen bedrijfsarts, in plaats van',
      begin: 'vraagt een second opinion aan',
      weeks: (number) => (number === 1 ? '1 week' : `${number} weken`),
      periods: ['zo spoedig mogelijk', 'redelijke termijn'],
      outcomes: 'Einde',
      shared: 'Ook mogelijk',
      always: 'Ook',
      employer: 'De werkgever hoort in deze fase en de vorige alleen iets met toestemming van de werknemer.',
      routes: {
        someoneChosenIsNext: 'met tweede voorkeur',
        physicianTimedOut: 'na de reactietermijn',
        physicianTimedOutAndNobodyIsNext: 'na de reactietermijn',
        physicianTimedOutAndRecordHoldsTheExecution: 'na de reactietermijn',
        wasConcluded: 'als de zaak dat al was',
        notYetDecided: 'zolang de reactie ontbreekt',
        employerMayBeAsked: 'zodra de eigen bedrijfsarts een kopie heeft',
      },
      otherwise: 'anders',
      legend: {
        usual: 'gewone weg',
        beside: 'zijstap',
        clock: 'termijn (elders geen vaste)',
        told: 'krijgt bericht',
        leads: 'door naar',
        ends: 'einde',
        forbidden: 'tegen de regels',
      },
      case: { taken: 'hier kwam de zaak: nummer · dag', now: 'hier staat zij nu' },
    },
  },
  en: {
    title: 'Second opinion, occupational physician',
    whole:
      'The statechart of the whole procedure: three phases, the outcomes beside them, the question to the employer, and the complaints.',
    phase: 'The steps of this phase, the ways between them, and the ways into and out of it.',
    case: 'Drawn are the way that a case went and where it stands now.',
    ownRecord: 'in the record of the own physician',
    everyStep: 'every step',
    everyMoment: 'every moment',
    inEveryStep: 'In every step',
    employerRoute: 'Question to the employer',
    complaints: 'Complaints',
    afterEnd: 'Still possible after an end',
    legend: {
      happy: 'the usual way',
      way: 'another way',
      outcome: 'outcome',
      frame: 'from every step in the frame',
      every: 'from every step in which it may be',
      forbidden: 'way against the rules',
      taken: 'the case went this way',
      now: 'it stands here now',
      stays: 'recorded; the step stays the same',
      exit: 'step outside this phase',
    },
    poster: {
      whole: 'The procedure on one sheet: whose move it is, within which term, who is told, and what else can happen.',
      others: 'employer and UWV',
      reading: 'Follow the numbers. The column says whose move it is.',
      instead: 'in the record of the own physician, in place of',
      begin: 'requests a second opinion',
      weeks: (number) => (number === 1 ? '1 week' : `${number} weeks`),
      periods: ['as soon as possible', 'reasonable period'],
      outcomes: 'End',
      shared: 'Also possible',
      always: 'Also',
      employer: 'In this phase and the one before, the employer hears something only with the consent of the employee.',
      routes: {
        someoneChosenIsNext: 'with a second preference',
        physicianTimedOut: 'after the week',
        physicianTimedOutAndNobodyIsNext: 'after the week',
        physicianTimedOutAndRecordHoldsTheExecution: 'after the week',
        wasConcluded: 'if it was before',
        notYetDecided: 'as long as there is no response',
        employerMayBeAsked: 'once the own physician has a copy',
      },
      otherwise: 'otherwise',
      legend: {
        usual: 'usual way',
        beside: 'side step',
        clock: 'term (elsewhere none is fixed)',
        told: 'is told',
        leads: 'goes on to',
        ends: 'the end',
        forbidden: 'against the rules',
      },
      case: { taken: 'the case came here: number · day', now: 'it stands here now' },
    },
  },
};
