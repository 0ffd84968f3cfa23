// The words of this page itself; those of the procedure are the library's.
import type { Locale } from '../languages.ts';
import type { Item } from './items.ts';

interface Words {
  title: string;
  lead: string;
  /** What a person must know before typing anything. */
  caution: string;
  skip: string;
  /** The parts of the page. */
  parts: { picture: string; way: string; terms: string; happened: string };
  views: { sees: string; log: string; calendar: string; letters: string; grounds: string; label: string };
  start: {
    home: string;
    menu: string;
    first: string;
    more: string;
    worked: string;
    pick: string;
    fresh: string;
    save: string;
    load: string;
    undo: string;
    redo: string;
    fileName: string;
  };
  opening: {
    edit: string;
    title: string;
    apply: string;
    cancel: string;
    start: string;
    hint: string;
  };
  moment: { label: string; previous: string; next: string; end: string; events: string };
  picture: { zoom: string; smaller: string; larger: string; full: string };
  step: {
    pick: string;
    now: string;
    clauses: string;
    around: string;
    ways: string;
    stays: string;
    none: string;
  };
  party: {
    pick: string;
    person: string;
    everything: string;
    someone: string;
    follow: string;
    sees: (role: string) => string;
    /** The same, for whoever keeps the file. */
    holds: string;
    nothing: string;
    mayReportNothing: string;
    which: string;
    others: string;
    notYet: string;
    other: string;
    otherPick: string;
    story: string;
    noStory: string;
    letters: string;
    noLetters: string;
    terms: string;
    formerly: string;
  };
  form: {
    choose: string;
    none: string;
    add: string;
    remove: string;
    notSaid: string;
    optional: string;
    apply: string;
    cancel: string;
    empty: string;
    /** A paper of the case, by its number. */
    number: (number: string) => string;
    /** What is folded away: who did it and when, and what may be left out. */
    rest: (by: string, on: string) => string;
    secretariat: string;
    physician: { pool: string; noPool: string; unregistered: string };
  };
  terms: {
    today: string;
    day: string;
    week: string;
    toTerm: string;
    none: string;
    open: string;
    passed: string;
    passedAct: string;
    report: string;
    previous: string;
    next: string;
    marks: { today: string; due: string; alarm: string; event: string };
  };
  log: {
    opened: string;
    toCome: string;
    edit: string;
    remove: string;
    drop: string;
    earlier: (count: number) => string;
    empty: string;
    deviates: string;
    correction: string;
    act: (verb: string, event: string, at: number) => string;
  };
  all: {
    lead: string;
    everybody: string;
    beside: string;
    grey: string;
    changed: string;
    item: string;
    waits: string;
  };
  silence: {
    title: string;
    lead: string;
    go: string;
    again: string;
    from: string;
    passed: string;
    alarm: string;
    end: string;
    waits: string;
    waitsFor: string;
    nobodyWaits: string;
    ways: string;
    noWays: string;
    into: string;
    nothing: string;
  };
  letters: {
    lead: string;
    none: string;
    to: string;
    from: string;
    on: string;
    about: string;
    grounds: string;
    body: string;
  };
  happened: {
    taken: string;
    recorded: string;
    refused: string;
    unexpected: string;
    malformed: string;
    expected: string;
    rule: string;
    noticesTo: string;
    stop: (at: number, event: string) => string;
    fallen: (count: number) => string;
    corrected: string;
    nothingFalls: string;
    nowDeviates: (at: number, event: string) => string;
    loaded: string;
    saved: string;
    undone: string;
    redone: string;
    unreadable: Record<'notJson' | 'notALog' | 'storedCase' | 'malformed' | 'notAllowed', string>;
    kept: string;
    recordAnyway: string;
    fill: (field: string) => string;
    first: (event: string) => string;
    nobodyTold: string;
    close: string;
    clauses: string;
  };
  items: Record<Item, string>;
}

export const words: Record<Locale, Words> = {
  nl: {
    title: 'Second opinion, stap voor stap',
    lead: 'Leid een verzonnen zaak door de procedure en zie wat elke partij ziet. Kies boven een uitgewerkte zaak, of begin hier.',
    caution: 'Geen juridisch advies. Voer geen echte zaak in, ook niet zonder namen.',
    skip: 'Naar de inhoud',
    parts: {
      picture: 'De procedure op één blad',
      way: 'De weg tot nu toe',
      terms: 'Termijnen',
      happened: 'Wat er gebeurde',
    },
    views: {
      sees: 'Wie ziet wat',
      log: 'Logboek',
      calendar: 'Kalender',
      letters: 'Brieven',
      grounds: 'Uitleg',
      label: 'Opzoeken',
    },
    start: {
      home: 'Naar het begin',
      menu: 'Meer',
      first: 'Begin hier',
      more: 'Meer zaken',
      worked: 'Zaak',
      pick: 'Eigen zaak',
      fresh: 'Nieuwe zaak',
      save: 'Bewaar als bestand',
      load: 'Open een bestand',
      undo: 'Ongedaan maken',
      redo: 'Opnieuw doen',
      fileName: 'second-opinion-log.json',
    },
    opening: {
      edit: 'Aanvraag wijzigen',
      title: 'De aanvraag waarmee de zaak begint',
      apply: 'Speel de zaak hiermee opnieuw af',
      start: 'Begin deze zaak',
      cancel: 'Laat staan',
      hint: 'Alleen dagen, rollen en verzonnen kenmerken.',
    },
    moment: {
      label: 'Door de zaak lopen',
      previous: 'Vorige gebeurtenis',
      next: 'Volgende gebeurtenis',
      end: 'Naar het einde',
      events: 'gebeurtenissen',
    },
    picture: {
      zoom: 'Grootte',
      smaller: 'Kleiner',
      larger: 'Groter',
      full: 'Toon het hele blad',
    },
    step: {
      pick: 'Toon stap',
      now: 'nu',
      clauses: 'Waar deze stap op rust',
      around: 'Voor deze en andere stappen',
      ways: 'Hoe het verder kan',
      stays: 'blijft in deze stap',
      none: 'Vanuit deze stap leidt geen weg verder.',
    },
    party: {
      pick: 'Kijk als',
      person: 'Persoon',
      everything: 'het dossier (ziet alles)',
      someone: 'wie de rol nu heeft',
      follow: 'volg wie aan zet is',
      sees: (role) => `Wat ${role} ziet`,
      holds: 'Wat het dossier bevat',
      nothing: 'Deze partij ziet niets van de zaak, ook niet dat er een aanvraag is.',
      mayReportNothing: 'Deze partij kan nu niets melden.',
      which: 'Wat gebeurt er?',
      others: 'Anders',
      notYet: 'kan nog niet',
      other: 'Wat nu niet past',
      otherPick: 'Probeer het toch …',
      story: 'Het verhaal tot nu toe',
      noStory: 'Voor deze partij is er geen verhaal.',
      letters: 'Brieven aan deze partij',
      noLetters: 'Nog geen brieven.',
      terms: 'Termijnen die deze partij aangaan',
      formerly: 'had de rol eerder',
    },
    form: {
      choose: 'Kies …',
      none: 'geen',
      add: 'Voeg toe',
      remove: 'Haal weg',
      notSaid: 'niet vermeld',
      optional: 'mag leeg',
      apply: 'Wijzig en speel opnieuw af',
      cancel: 'Laat staan',
      empty: 'is nog niet ingevuld',
      number: (number) => `nummer ${number}`,
      rest: (by, on) => [by, on].filter(Boolean).join(', '),
      secretariat: 'het secretariaat',
      physician: { pool: 'LPBSO', noPool: 'niet in de pool', unregistered: 'niet geregistreerd' },
    },
    terms: {
      today: 'Vandaag is het',
      day: '+ 1 dag',
      week: '+ 1 week',
      toTerm: 'tot na de termijn',
      none: 'Er loopt geen termijn.',
      open: 'open norm: mensen wegen dit',
      passed: 'verstreken',
      passedAct: 'De reactietermijn is voorbij. De kalender kan dat melden.',
      report: 'Laat de kalender melden',
      previous: 'Vorige maand',
      next: 'Volgende maand',
      marks: { today: 'vandaag', due: 'laatste dag van een termijn', alarm: 'signaaldatum', event: 'er gebeurde iets' },
    },
    log: {
      opened: 'De zaak begint',
      toCome: 'Nog niet gebeurd',
      edit: 'Wijzig',
      remove: 'Verwijder',
      drop: 'Laat dit alles weg',
      earlier: (count) => `Toon ook de eerdere ${count}`,
      empty: 'Na de aanvraag is er nog niets gebeurd.',
      deviates: 'afwijking',
      correction: 'Bij deze zaak hoort een verbetering. Pas haar toe',
      act: (verb, event, at) => `${verb}: ${event}, nummer ${at}`,
    },
    all: {
      lead: 'Elke rij is iets dat iemand van de zaak ziet. Een grijs vlak: deze partij ziet het niet.',
      everybody: 'Iedereen',
      changed: 'nieuw',
      beside: 'Toon ook de klachtbehandelaar en de planning',
      grey: 'ziet dit niet',
      item: 'Wat er te zien is',
      waits: 'Ziet als laatste stand',
    },
    silence: {
      title: 'Niemand doet iets',
      lead: 'Hier doet niemand iets en loopt alleen de kalender door. Zo blijkt wie op wie wacht, en welke wegen open blijven.',
      go: 'Laat de kalender doorlopen',
      again: 'Laat de kalender opnieuw doorlopen',
      from: 'Vanaf',
      passed: 'De kalender meldt dat de termijn voorbij is.',
      alarm: 'Alarmdag: iemand kijkt hoe het ervoor staat. Er volgt niets vanzelf.',
      end: 'Daarna brengt geen enkele dag nog iets.',
      waits: 'Wie op wie wacht',
      waitsFor: 'wacht op',
      nobodyWaits: 'Voor zover de partijen weten, wacht niemand op een ander.',
      ways: 'Wegen die open blijven',
      noWays: 'Er blijft geen weg open.',
      into: 'Neem dit over in het logboek',
      nothing: 'Geen termijn en geen signaaldatum ligt nog voor ons.',
    },
    letters: {
      lead: 'Elk bericht dat de procedure vraagt, als brief. Wat niet in een zaak hoort, zoals redenen en namen, staat er niet in.',
      none: 'Er zijn nog geen berichten.',
      to: 'Aan',
      from: 'Van',
      on: 'Datum',
      about: 'Betreft',
      grounds: 'Grond',
      body: 'Wat een zaak niet weet, voegt wie de brief stuurt toe.',
    },
    happened: {
      taken: 'Opgenomen',
      recorded: 'Vastgelegd, met een afwijking',
      refused: 'Dit kan zo niet',
      unexpected: 'Dit past niet in deze stap',
      malformed: 'Dit is nog niet compleet',
      expected: 'Wat hier wel past',
      rule: 'De regel',
      noticesTo: 'Bericht aan',
      stop: (at, event) => `Gebeurtenis ${at} (${event}) kan zo niet.`,
      fallen: (count) =>
        count === 1
          ? 'Eén gebeurtenis is daarmee weer niet gebeurd; zij blijft in het logboek staan.'
          : `${count} gebeurtenissen zijn daarmee weer niet gebeurd; zij blijven in het logboek staan.`,
      corrected: 'Het logboek is verbeterd en opnieuw afgespeeld.',
      nothingFalls: 'Alles wat erna kwam, klopt nog.',
      nowDeviates: (at, event) => `Gebeurtenis ${at} (${event}) wijkt nu af:`,
      loaded: 'Geopend',
      saved: 'Bewaard als bestand.',
      undone: 'Ongedaan gemaakt.',
      redone: 'Opnieuw gedaan.',
      unreadable: {
        notJson: 'Dit bestand is geen JSON.',
        notALog: 'Dit bestand is geen logboek: het heeft een "opening" en een lijst "events" nodig.',
        storedCase:
          'Dit is een opgeslagen zaak, geen logboek. Zij staat in deze stap, maar hoe zij daar kwam, staat er niet in',
        malformed: 'In dit bestand klopt iets niet:',
        notAllowed: 'Met deze opening kan geen zaak beginnen:',
      },
      kept: 'Uw zaak is ongewijzigd.',
      recordAnyway: 'Leg het toch vast, met de afwijking',
      fill: (field) => `Vul in: ${field}`,
      first: (event) => `Meld eerst: ${event}`,
      nobodyTold: 'Niemand krijgt daarvan bericht.',
      close: 'Sluit',
      clauses: 'rust op',
    },
    items: {
      request: 'Dat er een aanvraag is',
      step: 'Hoe het ervoor staat',
      people: 'Om wie het gaat',
      contestedAdvice: 'Het bestreden advies',
      question: 'De vraagstelling',
      adviceInForce: 'Het advies dat geldt',
      guidance: 'Of de begeleiding doorloopt',
      contract: 'Het contract',
      earlierRequests: 'Eerdere aanvragen',
      discussing: 'De behandeling van de aanvraag',
      choice: 'De keuze van een bedrijfsarts',
      authorisation: 'De machtiging voor medische gegevens',
      application: 'De verstuurde aanvraag',
      engaged: 'Wie is gevraagd',
      medicalData: 'Het versturen van medische gegevens',
      received: 'De ontvangst',
      response: 'De reactie op de aanvraag',
      infeasible: 'Het oordeel ‘niet uitvoerbaar’',
      consultation: 'Het spreekuur',
      information: 'Aanvullende informatie',
      draft: 'Het conceptadvies',
      review: 'De reactie op het concept',
      discussion: 'De bespreking van het advies',
      advice: 'Het definitieve advies',
      forwarding: 'De toestemming om door te sturen',
      noCopy: 'Het bericht dat er geen kopie komt',
      copy: 'De kopie bij de eigen bedrijfsarts',
      decision: 'De reactie op het second-opinionadvies',
      transfer: 'De overdracht van de begeleiding',
      thirdPhysician: 'De voorgestelde derde bedrijfsarts',
      employerAsked: 'De vraag aan de werkgever',
      disclosures: 'Wat de werkgever is verteld',
      complaints: 'Klachten',
      payer: 'Wie betaalt',
    },
  },
  en: {
    title: 'The second opinion, step by step',
    lead: 'Lead an invented case through the procedure and see what each party sees. Pick a worked case above, or begin here.',
    caution: 'Not legal advice. Enter no real case, not even without names.',
    skip: 'To the content',
    parts: { picture: 'The procedure on one sheet', way: 'The way so far', terms: 'Terms', happened: 'What happened' },
    views: {
      sees: 'Who sees what',
      log: 'Log',
      calendar: 'Calendar',
      letters: 'Letters',
      grounds: 'Explained',
      label: 'Look up',
    },
    start: {
      home: 'To the beginning',
      menu: 'More',
      first: 'Begin here',
      more: 'More cases',
      worked: 'Case',
      pick: 'A case of your own',
      fresh: 'New case',
      save: 'Save as a file',
      load: 'Open a file',
      undo: 'Undo',
      redo: 'Redo',
      fileName: 'second-opinion-log.json',
    },
    opening: {
      edit: 'Change the request',
      title: 'The request with which the case opens',
      apply: 'Replay the case with this',
      start: 'Begin this case',
      cancel: 'Leave as it is',
      hint: 'Only days, roles and invented references.',
    },
    moment: {
      label: 'Walk through the case',
      previous: 'Previous event',
      next: 'Next event',
      end: 'To the end',
      events: 'events',
    },
    picture: {
      zoom: 'Size',
      smaller: 'Smaller',
      larger: 'Larger',
      full: 'Show the whole sheet',
    },
    step: {
      pick: 'Show step',
      now: 'now',
      clauses: 'What this step rests on',
      around: 'For this and other steps',
      ways: 'How it can go on',
      stays: 'stays in this step',
      none: 'No way leads on from this step.',
    },
    party: {
      pick: 'Look as',
      person: 'Person',
      everything: 'the file (sees all)',
      someone: 'whoever holds the role now',
      follow: 'follow whose move it is',
      sees: (role) => `What ${role} sees`,
      holds: 'What the file holds',
      nothing: 'This party sees nothing of the case, not even that there is a request.',
      mayReportNothing: 'This party can report nothing now.',
      which: 'What happens?',
      others: 'Otherwise',
      notYet: 'not yet possible',
      other: 'What does not fit now',
      otherPick: 'Try it all the same …',
      story: 'The story so far',
      noStory: 'There is no story for this party.',
      letters: 'Letters to this party',
      noLetters: 'No letters yet.',
      terms: 'Terms that concern this party',
      formerly: 'held the role before',
    },
    form: {
      choose: 'Choose …',
      none: 'none',
      add: 'Add',
      remove: 'Take away',
      notSaid: 'not said',
      optional: 'may be empty',
      apply: 'Change and replay',
      cancel: 'Leave as it is',
      empty: 'is not filled in yet',
      number: (number) => `number ${number}`,
      rest: (by, on) => [by, on].filter(Boolean).join(', '),
      secretariat: 'the secretariat',
      physician: { pool: 'LPBSO', noPool: 'not in the pool', unregistered: 'not registered' },
    },
    terms: {
      today: 'Today is',
      day: '+ 1 day',
      week: '+ 1 week',
      toTerm: 'until after the term',
      none: 'No term is running.',
      open: 'open norm: people judge this',
      passed: 'passed',
      passedAct: 'The response term has passed. The scheduler can report it.',
      report: 'Let the scheduler report',
      previous: 'Previous month',
      next: 'Next month',
      marks: { today: 'today', due: 'last day of a term', alarm: 'day to look at it', event: 'something happened' },
    },
    log: {
      opened: 'The case opens',
      toCome: 'Has not happened yet',
      edit: 'Change',
      remove: 'Remove',
      drop: 'Leave all of this out',
      earlier: (count) => `Also show the earlier ${count}`,
      empty: 'Nothing has happened since the request.',
      deviates: 'deviation',
      correction: 'A correction comes with this case. Apply it',
      act: (verb, event, at) => `${verb}: ${event}, number ${at}`,
    },
    all: {
      lead: 'Each row is something that somebody sees of the case. A grey square: this party does not see it.',
      everybody: 'Everybody',
      changed: 'new',
      beside: 'Also show the complaint handler and planning',
      grey: 'does not see this',
      item: 'What there is to see',
      waits: 'Sees as the last state',
    },
    silence: {
      title: 'Nobody does anything',
      lead: 'Here nobody does anything and only the calendar runs on. It shows who is waiting for whom, and which ways stay open.',
      go: 'Let the calendar run on',
      again: 'Let the calendar run on again',
      from: 'From',
      passed: 'The scheduler reports that the term has passed.',
      alarm: 'Alarm day: somebody looks how things stand. Nothing follows by itself.',
      end: 'After this no day brings anything.',
      waits: 'Who is waiting for whom',
      waitsFor: 'waits for',
      nobodyWaits: 'As far as the parties know, nobody waits for another.',
      ways: 'Ways that stay open',
      noWays: 'No way stays open.',
      into: 'Take this into the log',
      nothing: 'No term and no alarm day lies ahead.',
    },
    letters: {
      lead: 'Each notice that the procedure asks for, as a letter. What does not belong in a case, such as reasons and names, is not in it.',
      none: 'There are no notices yet.',
      to: 'To',
      from: 'From',
      on: 'Date',
      about: 'Subject',
      grounds: 'Grounds',
      body: 'What a case does not know is added by whoever sends the letter.',
    },
    happened: {
      taken: 'Taken',
      recorded: 'Recorded, with a deviation',
      refused: 'This cannot be done like this',
      unexpected: 'This does not belong in this step',
      malformed: 'This is not complete yet',
      expected: 'What does belong here',
      rule: 'The rule',
      noticesTo: 'Notice to',
      stop: (at, event) => `Event ${at} (${event}) cannot be done like this.`,
      fallen: (count) =>
        count === 1
          ? 'One event has therefore not happened any more; it stays in the log.'
          : `${count} events have therefore not happened any more; they stay in the log.`,
      corrected: 'The log was corrected and replayed.',
      nothingFalls: 'Everything that came after still holds.',
      nowDeviates: (at, event) => `Event ${at} (${event}) deviates now:`,
      loaded: 'Opened',
      saved: 'Saved as a file.',
      undone: 'Undone.',
      redone: 'Done again.',
      unreadable: {
        notJson: 'This file is not JSON.',
        notALog: 'This file is no log: it needs an "opening" and a list of "events".',
        storedCase: 'This is a stored case, not a log. It stands in this step, but how it came there is not in it',
        malformed: 'Something in this file is not right:',
        notAllowed: 'No case can open like this:',
      },
      kept: 'Your case is unchanged.',
      recordAnyway: 'Record it all the same, with the deviation',
      fill: (field) => `Fill in: ${field}`,
      first: (event) => `Report first: ${event}`,
      nobodyTold: 'Nobody is told of it.',
      close: 'Close',
      clauses: 'rests on',
    },
    items: {
      request: 'That there is a request',
      step: 'How it stands',
      people: 'Whom it is about',
      contestedAdvice: 'The contested advice',
      question: 'The question',
      adviceInForce: 'The advice in force',
      guidance: 'Whether the guidance continues',
      contract: 'The contract',
      earlierRequests: 'Earlier requests',
      discussing: 'How the request is dealt with',
      choice: 'The choice of a physician',
      authorisation: 'The authorisation for medical data',
      application: 'The application that was sent',
      engaged: 'Who was asked',
      medicalData: 'The sending of medical data',
      received: 'The receipt',
      response: 'The response to the application',
      infeasible: 'The judgement ‘not feasible’',
      consultation: 'The consultation',
      information: 'Additional information',
      draft: 'The draft advice',
      review: 'The response to the draft',
      discussion: 'The discussion of the advice',
      advice: 'The final advice',
      forwarding: 'The consent to forward',
      noCopy: 'The word that no copy comes',
      copy: 'The copy with the own physician',
      decision: 'The decision on the advice',
      transfer: 'The transfer of the guidance',
      thirdPhysician: 'The third physician proposed',
      employerAsked: 'The question to the employer',
      disclosures: 'What the employer was told',
      complaints: 'Complaints',
      payer: 'Who pays',
    },
  },
};
