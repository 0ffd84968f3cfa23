import type { Locale } from '../languages.ts';

interface Words {
  title: string;
  whole: string;
  phase: string;
  case: string;
  everyStep: string;
  everyMoment: string;
  inEveryStep: string;
  employerRoute: string;
  complaints: string;
  legend: {
    happy: string;
    way: string;
    outcome: string;
    every: string;
    forbidden: string;
    taken: string;
    now: string;
    stays: string;
    exit: string;
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
    everyStep: 'elke stap',
    everyMoment: 'elk moment',
    inEveryStep: 'In elke stap',
    employerRoute: 'Vraag aan de werkgever',
    complaints: 'Klachten',
    legend: {
      happy: 'de gewone weg',
      way: 'andere weg',
      outcome: 'uitkomst',
      every: 'vanuit elke stap waarin het mag',
      forbidden: 'weg tegen de regels',
      taken: 'deze weg ging de zaak',
      now: 'hier staat zij nu',
      stays: 'vastgelegd; de stap blijft dezelfde',
      exit: 'stap buiten deze fase',
    },
  },
  en: {
    title: 'Second opinion, occupational physician',
    whole:
      'The statechart of the whole procedure: three phases, the outcomes beside them, the question to the employer, and the complaints.',
    phase: 'The steps of this phase, the ways between them, and the ways into and out of it.',
    case: 'Drawn are the way that a case went and where it stands now.',
    everyStep: 'every step',
    everyMoment: 'every moment',
    inEveryStep: 'In every step',
    employerRoute: 'Question to the employer',
    complaints: 'Complaints',
    legend: {
      happy: 'the usual way',
      way: 'another way',
      outcome: 'outcome',
      every: 'from every step in which it may be',
      forbidden: 'way against the rules',
      taken: 'the case went this way',
      now: 'it stands here now',
      stays: 'recorded; the step stays the same',
      exit: 'step outside this phase',
    },
  },
};
