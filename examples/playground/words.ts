// The words of this page itself; those of the procedure are the library's.
import type { Locale } from '../languages.ts';
import type { Item } from './items.ts';

interface Words {
  title: string;
  lead: string;
  /** What a person must know before typing anything. */
  caution: string;
  skip: string;
  language: string;
  /** The parts of the page. */
  parts: { case: string; picture: string; terms: string; log: string; happened: string };
  views: { lead: string; all: string; silence: string; letters: string; label: string };
  start: {
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
  moment: { previous: string; next: string; end: string; of: (at: number, all: number) => string };
  record: { label: string; hint: string };
  picture: {
    phase: string;
    whole: string;
    fit: string;
    missing: string;
    legend: { now: string; taken: string };
    of: string;
  };
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
    sees: string;
    /** The same, for whoever keeps the file. */
    holds: string;
    nothing: string;
    mayReport: string;
    mayBeReported: string;
    mayReportNothing: string;
    ready: string;
    notYet: string;
    other: string;
    otherPick: string;
    story: string;
    noStory: string;
    letters: string;
    noLetters: string;
    terms: string;
    act: (role: string) => string;
    formerly: string;
  };
  form: {
    report: string;
    missing: string;
    complete: string;
    reference: string;
    choose: string;
    none: string;
    add: string;
    remove: string;
    notSaid: string;
    optional: string;
    needsRule: string;
    apply: string;
    cancel: string;
    empty: string;
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
    empty: string;
    deviates: string;
    correction: string;
    act: (verb: string, event: string, at: number) => string;
  };
  all: { lead: string; beside: string; grey: string; item: string; waits: string };
  silence: {
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
    close: string;
    clauses: string;
  };
  items: Record<Item, string>;
}

export const words: Record<Locale, Words> = {
  nl: {
    title: 'Second opinion, stap voor stap',
    lead: 'Leid een verzonnen zaak door de procedure van de second opinion bij een bedrijfsarts, en zie wat elke partij ziet.',
    caution:
      'Dit is geen juridisch advies. Voer geen echte zaak in, ook niet zonder namen. Wat u hier invult, blijft op deze pagina en is weg zodra u haar sluit, tenzij u zelf een bestand bewaart.',
    skip: 'Naar de inhoud',
    language: 'Taal',
    parts: {
      case: 'Zaak',
      picture: 'Waar de zaak staat',
      terms: 'Termijnen',
      log: 'Logboek',
      happened: 'Wat er gebeurde',
    },
    views: {
      label: 'Weergave',
      lead: 'Zaak leiden',
      all: 'Alle partijen tegelijk',
      silence: 'Niemand doet iets',
      letters: 'Brieven',
    },
    start: {
      worked: 'Uitgewerkte zaken',
      pick: 'Kies een zaak …',
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
      previous: 'Vorige',
      next: 'Volgende',
      end: 'Naar het einde',
      of: (at, all) => `${at} van ${all} gebeurtenissen`,
    },
    record: {
      label: 'Leg ook vast wat niet mag',
      hint: 'Wat tegen de regels gebeurde, komt in het logboek met de afwijking erbij.',
    },
    picture: {
      phase: 'Deze fase',
      whole: 'De hele procedure',
      fit: 'Passend in beeld',
      missing: 'Het plaatje ontbreekt in deze uitgave; de stap staat hieronder in woorden.',
      legend: { now: 'hier staat de zaak', taken: 'de gegane weg' },
      of: 'Schema',
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
      pick: 'Bekijk als',
      person: 'Persoon',
      everything: 'het dossier (ziet alles)',
      someone: 'wie de rol nu heeft',
      sees: 'Wat deze partij ziet',
      holds: 'Wat het dossier bevat',
      nothing: 'Deze partij ziet niets van de zaak, ook niet dat er een aanvraag is.',
      mayReport: 'Wat deze partij nu kan melden',
      mayBeReported: 'Wat nu kan worden gemeld',
      mayReportNothing: 'Deze partij kan nu niets melden.',
      ready: 'kan nu',
      notYet: 'er staat nog iets in de weg',
      other: 'Iets anders proberen',
      otherPick: 'Kies wat er gebeurt …',
      story: 'Het verhaal tot nu toe',
      noStory: 'Voor deze partij is er geen verhaal.',
      letters: 'Brieven aan deze partij',
      noLetters: 'Nog geen brieven.',
      terms: 'Termijnen die deze partij aangaan',
      act: (role) => `Bekijk als ${role}`,
      formerly: 'had de rol eerder',
    },
    form: {
      report: 'Melden',
      missing: 'Wat er nog ontbreekt',
      complete: 'Er staat niets in de weg.',
      reference: 'Vul een kenmerk in',
      choose: 'Kies …',
      none: 'geen',
      add: 'Voeg toe',
      remove: 'Haal weg',
      notSaid: 'niet vermeld',
      optional: 'mag leeg',
      needsRule: 'nodig volgens de regels',
      apply: 'Wijzig en speel opnieuw af',
      cancel: 'Laat staan',
      empty: 'is nog niet ingevuld',
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
      empty: 'Na de aanvraag is er nog niets gebeurd.',
      deviates: 'afwijking',
      correction: 'Bij deze zaak hoort een verbetering. Pas haar toe',
      act: (verb, event, at) => `${verb}: ${event}, nummer ${at}`,
    },
    all: {
      lead: 'Elke rij is iets dat iemand van de zaak ziet. Een grijs vlak: deze partij ziet het niet.',
      beside: 'Toon ook de klachtbehandelaar en de planning',
      grey: 'ziet dit niet',
      item: 'Wat er te zien is',
      waits: 'Ziet als laatste stand',
    },
    silence: {
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
      recordAnyway: 'Zet ‘Leg ook vast wat niet mag’ aan om dit toch vast te leggen, met de afwijking erbij.',
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
    lead: 'Lead an invented case through the procedure of the second opinion on an occupational physician’s advice, and see what each party sees.',
    caution:
      'This is not legal advice. Enter no real case, not even without names. What you fill in stays on this page and is gone once you close it, unless you save a file yourself.',
    skip: 'To the content',
    language: 'Language',
    parts: {
      case: 'Case',
      picture: 'Where the case stands',
      terms: 'Terms',
      log: 'Log',
      happened: 'What happened',
    },
    views: {
      label: 'View',
      lead: 'Lead the case',
      all: 'All parties at once',
      silence: 'Nobody does anything',
      letters: 'Letters',
    },
    start: {
      worked: 'Worked cases',
      pick: 'Pick a case …',
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
      previous: 'Previous',
      next: 'Next',
      end: 'To the end',
      of: (at, all) => `${at} of ${all} events`,
    },
    record: {
      label: 'Also record what is not allowed',
      hint: 'What was done against the rules enters the log, with its deviation.',
    },
    picture: {
      phase: 'This phase',
      whole: 'The whole procedure',
      fit: 'Fit into view',
      missing: 'The picture is missing from this edition; the step is given in words below.',
      legend: { now: 'where the case stands', taken: 'the way taken' },
      of: 'Diagram',
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
      sees: 'What this party sees',
      holds: 'What the file holds',
      nothing: 'This party sees nothing of the case, not even that there is a request.',
      mayReport: 'What this party may report now',
      mayBeReported: 'What may be reported now',
      mayReportNothing: 'This party can report nothing now.',
      ready: 'possible now',
      notYet: 'something still stands in the way',
      other: 'Try something else',
      otherPick: 'Pick what happens …',
      story: 'The story so far',
      noStory: 'There is no story for this party.',
      letters: 'Letters to this party',
      noLetters: 'No letters yet.',
      terms: 'Terms that concern this party',
      act: (role) => `Look as ${role}`,
      formerly: 'held the role before',
    },
    form: {
      report: 'Report',
      missing: 'What is still missing',
      complete: 'Nothing stands in the way.',
      reference: 'Fill in a reference',
      choose: 'Choose …',
      none: 'none',
      add: 'Add',
      remove: 'Take away',
      notSaid: 'not said',
      optional: 'may be empty',
      needsRule: 'needed by the rules',
      apply: 'Change and replay',
      cancel: 'Leave as it is',
      empty: 'is not filled in yet',
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
      marks: { today: 'today', due: 'last day of a term', alarm: 'alarm day', event: 'something happened' },
    },
    log: {
      opened: 'The case opens',
      toCome: 'Has not happened yet',
      edit: 'Change',
      remove: 'Remove',
      drop: 'Leave all of this out',
      empty: 'Nothing has happened since the request.',
      deviates: 'deviation',
      correction: 'A correction comes with this case. Apply it',
      act: (verb, event, at) => `${verb}: ${event}, number ${at}`,
    },
    all: {
      lead: 'Each row is something that somebody sees of the case. A grey square: this party does not see it.',
      beside: 'Also show the complaint handler and planning',
      grey: 'does not see this',
      item: 'What there is to see',
      waits: 'Sees as the last state',
    },
    silence: {
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
      recordAnyway: 'Turn on ‘Also record what is not allowed’ to record it all the same, with its deviation.',
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
