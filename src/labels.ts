import type { Step } from './case.js';
import type { ClauseSource, Rank } from './clauses.js';
import type { EventOf, EventType, Opening, Role } from './events.js';
import type { NormKind, NormName } from './norms.js';
import type { NoticeTopic } from './notices.js';
import type { Certainty, TermName } from './terms.js';

/** A language of the labels; Dutch is the reference. */
export type Locale = 'nl' | 'en';

/** A field that some event carries, besides its type. */
type FieldName = Exclude<{ [Type in EventType]: keyof EventOf<Type> }[EventType], 'type'>;

/** The words for every public name, in one language. */
export interface Labels {
  /** Who takes part, with the article, as the subject of a sentence. */
  roles: Record<Role, string>;
  /** The three phases, and what comes of them. */
  phases: Record<'application' | 'execution' | 'completion' | 'outcome', string>;
  /** Where the procedure stands: a title for a box in a picture, and a main clause without capital and full stop. */
  steps: Record<Step, { title: string; sentence: string }>;
  /** Where the complaints stand. */
  complaints: Record<'none' | 'pending' | 'answered', string>;
  /** What is reported: a title for an arrow in a picture, what there is to do, and what follows the doer once it is done. */
  events: Record<EventType, { title: string; todo: string; done: string }>;
  /** What an event carries, as beside a field to fill in. */
  fields: Record<FieldName, string>;
  /** The values of each closed list, by the name of the field that holds them. */
  values: {
    /** Why a request is refused. */
    grounds: Record<EventOf<'request.refused'>['grounds'][number], string>;
    /** Why a request is out of scope. */
    because: Record<EventOf<'request.foundOutOfScope'>['because'], string>;
    /** Which instrument the own physician thinks best. */
    advised: Record<EventOf<'instrument.discussed'>['advised'], string>;
    /** Where information comes from. */
    source: Record<EventOf<'information.requested'>['source'], string>;
    /** How the employee's identity was established. */
    identity: Record<EventOf<'consultation.held'>['identity'], string>;
    /** How far the own physician adopts the advice. */
    adoption: Record<EventOf<'decision.made'>['adoption'], string>;
    /** What the employer was told about. */
    of: Record<EventOf<'employer.informed'>['of'], string>;
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
  };
  /** The statement that should be true, and what stands in the way when it is not. */
  norms: Record<NormName, { rule: string; unmet: string }>;
  /** What a norm is about. */
  kinds: Record<NormKind, string>;
  /** How high a norm stands. */
  ranks: Record<Rank, string>;
  /** Where a clause comes from. */
  sources: Record<ClauseSource, string>;
  /** What a letter says, as it follows 'notice:'. */
  notices: Record<NoticeTopic, string>;
  /** What has to happen within a term, and within which. */
  terms: Record<TermName, string>;
  /** How sure the last day of a term is. */
  certainties: Record<Certainty, string>;
  /** Who pays for the second opinion. */
  payers: Record<'employer' | 'employee' | 'nobody', string>;
  /** The small words between the others. */
  words: {
    /** Before who has to act. */
    whoseMove: string;
    /** Between those any one of whom may act. */
    or: string;
    /** Between the last two of a list. */
    and: string;
    /** Before the last day of a term. */
    by: string;
    /** Before the alarm day that a contract sets. */
    alarm: string;
    /** Before the day on which a step began. */
    since: string;
    /** What follows the employee for the opening of a case, which is no event. */
    requested: string;
    /** Before who entered what another did. */
    recordedBy: string;
    /** Before who is told. */
    told: string;
    /** Before a norm that an act left unmet. */
    deviation: string;
    /** The whole story for a reader who may see nothing. */
    nothing: string;
    /** Where the case stands to a physician who let the week pass, while he can accept and when he no longer can. */
    mayStillAccept: string;
    mayNoLongerAccept: string;
    /** A field that is true. */
    yes: string;
    /** A field that is false. */
    no: string;
  };
}

/** Dutch and English words for every public name. */
export const labels: Record<Locale, Labels> = {
  nl: {
    roles: {
      employee: 'de werknemer',
      ownPhysician: 'de eigen bedrijfsarts',
      secondOpinionPhysician: 'de bedrijfsarts second opinion',
      thirdPhysician: 'de derde bedrijfsarts',
      employer: 'de werkgever',
      complaintHandler: 'de klachtbehandelaar',
      administration: 'de planning en administratie',
      scheduler: 'de termijnbewaking',
    },
    phases: {
      application: 'aanvraagfase',
      execution: 'uitvoeringsfase',
      completion: 'afrondende fase',
      outcome: 'uitkomst',
    },
    steps: {
      'application.discussing': { title: 'Aanvraag bespreken', sentence: 'de eigen bedrijfsarts bespreekt de aanvraag met de werknemer' },
      'application.choosing': { title: 'Kiezen', sentence: 'de werknemer kiest een bedrijfsarts second opinion' },
      'application.preparing': {
        title: 'Aanvraag voorbereiden',
        sentence: 'de eigen bedrijfsarts bereidt de aanvraag voor',
      },
      'application.reconsidering': { title: 'Heroverwegen', sentence: 'de werknemer overweegt hoe het verdergaat' },
      'execution.awaitingResponse': {
        title: 'Reactie afwachten',
        sentence: 'de aanvraag wacht op een reactie van de bedrijfsarts second opinion',
      },
      'execution.inviting': {
        title: 'Uitnodigen',
        sentence: 'de bedrijfsarts second opinion nodigt de werknemer uit voor het spreekuur',
      },
      'execution.awaitingConsultation': { title: 'Spreekuur gepland', sentence: 'de dag van het spreekuur staat vast' },
      'execution.assessing': {
        title: 'Beoordelen',
        sentence: 'de bedrijfsarts second opinion werkt aan het conceptadvies',
      },
      'execution.reviewing': { title: 'Concept lezen', sentence: 'de werknemer leest het conceptadvies' },
      'execution.finalising': {
        title: 'Advies afronden',
        sentence: 'de bedrijfsarts second opinion maakt het advies definitief',
      },
      'execution.awaitingConsent': {
        title: 'Toestemming afwachten',
        sentence: 'de werknemer beslist of de eigen bedrijfsarts een kopie krijgt',
      },
      'execution.forwarding': {
        title: 'Doorsturen',
        sentence: 'de bedrijfsarts second opinion stuurt het advies door naar de eigen bedrijfsarts',
      },
      'execution.underway': { title: 'Second opinion loopt', sentence: 'de second opinion wordt uitgevoerd' },
      'completion.considering': { title: 'Advies bestuderen', sentence: 'de eigen bedrijfsarts bestudeert het advies' },
      'completion.decided': { title: 'Beslist', sentence: 'de eigen bedrijfsarts heeft over het advies beslist' },
      'completion.consideringTransfer': {
        title: 'Overdracht overwegen',
        sentence: 'de eigen bedrijfsarts overweegt de begeleiding over te dragen',
      },
      'completion.awaitingThirdPhysician': {
        title: 'Derde arts afwachten',
        sentence: 'de overdracht wacht op een derde bedrijfsarts',
      },
      'completion.transferRefused': {
        title: 'Overdracht geweigerd',
        sentence: 'de eigen bedrijfsarts draagt de begeleiding niet over',
      },
      'completion.awaitingEmployer': {
        title: 'Werkgever gevraagd',
        sentence: 'de werkgever beslist over de vraag om een andere bedrijfsarts',
      },
      refused: { title: 'Geweigerd', sentence: 'de eigen bedrijfsarts heeft de aanvraag geweigerd' },
      outOfScope: { title: 'Buiten de regeling', sentence: 'de aanvraag valt buiten de regeling' },
      uwvRouteChosen: { title: 'Naar UWV', sentence: 'de werknemer kiest voor een deskundigenoordeel van UWV' },
      withdrawn: { title: 'Ingetrokken', sentence: 'de aanvraag is ingetrokken' },
      lapsed: { title: 'Vervallen', sentence: 'de aanvraag is vervallen' },
      notForwarded: { title: 'Geen kopie', sentence: 'de eigen bedrijfsarts krijgt geen kopie van het advies' },
      concluded: { title: 'Afgesloten', sentence: 'de procedure is afgesloten' },
      transferred: { title: 'Overgedragen', sentence: 'een andere bedrijfsarts heeft de begeleiding overgenomen' },
    },
    complaints: {
      none: 'geen klacht',
      pending: 'klacht in behandeling',
      answered: 'klacht beantwoord',
    },
    events: {
      'instrument.discussed': {
        title: 'instrument besproken',
        todo: 'met de werknemer bespreken welk instrument het beste past',
        done: 'heeft met de werknemer besproken welk instrument het beste past',
      },
      'adviceInForce.explained': {
        title: 'advies blijft gelden',
        todo: 'uitleggen dat het bestaande advies intussen blijft gelden en dat de werknemer op basis daarvan afspraken met de werkgever moet maken',
        done: 'heeft uitgelegd dat het bestaande advies intussen blijft gelden en dat de werknemer op basis daarvan afspraken met de werkgever moet maken',
      },
      'request.honoured': {
        title: 'aanvraag gehonoreerd',
        todo: 'de aanvraag honoreren',
        done: 'heeft de aanvraag gehonoreerd',
      },
      'request.refused': {
        title: 'aanvraag geweigerd',
        todo: 'de aanvraag weigeren',
        done: 'heeft de aanvraag geweigerd',
      },
      'request.foundOutOfScope': {
        title: 'buiten de regeling',
        todo: 'vaststellen dat de aanvraag buiten de regeling valt',
        done: 'heeft vastgesteld dat de aanvraag buiten de regeling valt',
      },
      'request.renewed': {
        title: 'opnieuw aangevraagd',
        todo: 'opnieuw een second opinion aanvragen',
        done: 'heeft opnieuw een second opinion aangevraagd',
      },
      'uwvRoute.chosen': {
        title: 'keuze voor UWV',
        todo: 'kiezen voor een deskundigenoordeel van UWV',
        done: 'heeft gekozen voor een deskundigenoordeel van UWV',
      },
      'request.withdrawn': {
        title: 'aanvraag ingetrokken',
        todo: 'de aanvraag intrekken',
        done: 'heeft de aanvraag ingetrokken',
      },
      'request.lapsed': {
        title: 'aanvraag vervallen',
        todo: 'vaststellen dat de aanvraag is vervallen',
        done: 'heeft vastgesteld dat de aanvraag is vervallen',
      },
      'physicians.chosen': {
        title: 'bedrijfsarts gekozen',
        todo: 'een bedrijfsarts second opinion kiezen',
        done: 'heeft een bedrijfsarts second opinion gekozen',
      },
      'outsider.notEngaged': {
        title: 'niet ingeschakeld',
        todo: 'de gekozen bedrijfsarts van buiten het contract niet inschakelen',
        done: 'heeft de gekozen bedrijfsarts van buiten het contract niet ingeschakeld',
      },
      'authorisation.signed': {
        title: 'machtiging getekend',
        todo: 'een machtiging voor medische gegevens tekenen',
        done: 'heeft een machtiging voor medische gegevens getekend',
      },
      'authorisation.withheld': {
        title: 'geen machtiging',
        todo: 'geen machtiging voor medische gegevens geven',
        done: 'heeft geen machtiging voor medische gegevens gegeven',
      },
      'authorisation.revoked': {
        title: 'machtiging ingetrokken',
        todo: 'een machtiging voor medische gegevens intrekken',
        done: 'heeft een machtiging voor medische gegevens ingetrokken',
      },
      'application.sent': {
        title: 'aanvraag verstuurd',
        todo: 'de aanvraag naar de bedrijfsarts second opinion sturen',
        done: 'heeft de aanvraag naar de bedrijfsarts second opinion gestuurd',
      },
      'application.received': {
        title: 'aanvraag ontvangen',
        todo: 'de ontvangst van de aanvraag melden',
        done: 'heeft de aanvraag ontvangen',
      },
      'application.accepted': {
        title: 'aanvraag aangenomen',
        todo: 'de aanvraag aannemen',
        done: 'heeft de aanvraag aangenomen',
      },
      'application.declined': {
        title: 'niet beschikbaar',
        todo: 'laten weten niet beschikbaar te zijn',
        done: 'heeft laten weten niet beschikbaar te zijn',
      },
      'response.overdue': {
        title: 'reactietermijn voorbij',
        todo: 'melden dat de reactietermijn voorbij is',
        done: 'heeft gemeld dat de reactietermijn voorbij is',
      },
      'application.foundInfeasible': {
        title: 'niet uitvoerbaar',
        todo: 'oordelen dat de second opinion met deze gegevens niet uitvoerbaar is',
        done: 'heeft geoordeeld dat de second opinion met deze gegevens niet uitvoerbaar is',
      },
      'engagement.ended': {
        title: 'opdracht beëindigd',
        todo: 'de opdracht beëindigen',
        done: 'heeft de opdracht beëindigd',
      },
      'medicalData.sent': {
        title: 'gegevens verstuurd',
        todo: 'medische gegevens naar de bedrijfsarts second opinion sturen',
        done: 'heeft medische gegevens naar de bedrijfsarts second opinion gestuurd',
      },
      'consultation.scheduled': {
        title: 'spreekuur gepland',
        todo: 'een dag voor het spreekuur plannen',
        done: 'heeft een dag voor het spreekuur gepland',
      },
      'consultation.held': {
        title: 'spreekuur gehouden',
        todo: 'het spreekuur houden',
        done: 'heeft het spreekuur gehouden',
      },
      'consultation.missed': {
        title: 'spreekuur ging niet door',
        todo: 'melden dat het spreekuur niet is doorgegaan',
        done: 'heeft gemeld dat het spreekuur niet is doorgegaan',
      },
      'consultation.waived': {
        title: 'geen spreekuur',
        todo: 'van het spreekuur afzien',
        done: 'heeft van het spreekuur afgezien',
      },
      'information.requested': {
        title: 'informatie gevraagd',
        todo: 'aanvullende informatie vragen',
        done: 'heeft aanvullende informatie gevraagd',
      },
      'information.received': {
        title: 'informatie ontvangen',
        todo: 'de ontvangst van aanvullende informatie melden',
        done: 'heeft aanvullende informatie ontvangen',
      },
      'draft.submitted': {
        title: 'concept voorgelegd',
        todo: 'het conceptadvies aan de werknemer voorleggen',
        done: 'heeft het conceptadvies aan de werknemer voorgelegd',
      },
      'inaccuracies.reported': {
        title: 'onjuistheden gemeld',
        todo: 'feitelijke onjuistheden in het conceptadvies melden',
        done: 'heeft feitelijke onjuistheden in het conceptadvies gemeld',
      },
      'remarks.waived': {
        title: 'geen opmerkingen',
        todo: 'laten weten dat er geen opmerkingen op het conceptadvies zijn',
        done: 'heeft laten weten dat er geen opmerkingen op het conceptadvies zijn',
      },
      'remarks.timedOut': {
        title: 'leestermijn voorbij',
        todo: 'vaststellen dat de termijn voor opmerkingen voorbij is',
        done: 'heeft vastgesteld dat de termijn voor opmerkingen voorbij is',
      },
      'advice.discussed': {
        title: 'advies besproken',
        todo: 'het advies met de werknemer bespreken',
        done: 'heeft het advies met de werknemer besproken',
      },
      'advice.finalised': {
        title: 'advies definitief',
        todo: 'het definitieve advies aan de werknemer sturen',
        done: 'heeft het definitieve advies aan de werknemer gestuurd',
      },
      'forwarding.authorised': {
        title: 'kopie toegestaan',
        todo: 'een machtiging geven om het advies door te sturen naar de eigen bedrijfsarts',
        done: 'heeft een machtiging gegeven om het advies door te sturen naar de eigen bedrijfsarts',
      },
      'forwarding.withheld': {
        title: 'kopie niet toegestaan',
        todo: 'geen toestemming geven om het advies door te sturen',
        done: 'heeft geen toestemming gegeven om het advies door te sturen',
      },
      'forwarding.unanswered': {
        title: 'vraag niet beantwoord',
        todo: 'melden dat een antwoord over het doorsturen uitblijft',
        done: 'heeft gemeld dat een antwoord over het doorsturen uitblijft',
      },
      'noCopy.announced': {
        title: 'geen kopie gemeld',
        todo: 'melden dat er geen kopie van het advies komt',
        done: 'heeft gemeld dat er geen kopie van het advies komt',
      },
      'advice.forwarded': {
        title: 'advies doorgestuurd',
        todo: 'het advies doorsturen naar de eigen bedrijfsarts',
        done: 'heeft het advies doorgestuurd naar de eigen bedrijfsarts',
      },
      'advice.handedOver': {
        title: 'advies zelf gegeven',
        todo: 'het advies zelf aan de eigen bedrijfsarts geven',
        done: 'heeft het advies zelf aan de eigen bedrijfsarts gegeven',
      },
      'decision.made': {
        title: 'beslissing over advies',
        todo: 'laten weten in hoeverre het advies wordt overgenomen',
        done: 'heeft laten weten in hoeverre het advies wordt overgenomen',
      },
      'transfer.requested': {
        title: 'overdracht gevraagd',
        todo: 'om overdracht van de begeleiding vragen',
        done: 'heeft om overdracht van de begeleiding gevraagd',
      },
      'transfer.withdrawn': {
        title: 'verzoek ingetrokken',
        todo: 'het verzoek om overdracht intrekken',
        done: 'heeft het verzoek om overdracht ingetrokken',
      },
      'transfer.granted': {
        title: 'opvolger voorgesteld',
        todo: 'een derde bedrijfsarts voor de begeleiding voorstellen',
        done: 'heeft een derde bedrijfsarts voor de begeleiding voorgesteld',
      },
      'transfer.refused': {
        title: 'overdracht geweigerd',
        todo: 'de overdracht van de begeleiding weigeren',
        done: 'heeft de overdracht van de begeleiding geweigerd',
      },
      'transfer.accepted': {
        title: 'begeleiding overgenomen',
        todo: 'de begeleiding overnemen',
        done: 'heeft de begeleiding overgenomen',
      },
      'transfer.declined': {
        title: 'overname afgewezen',
        todo: 'laten weten de begeleiding niet over te nemen',
        done: 'heeft laten weten de begeleiding niet over te nemen',
      },
      'employer.asked': {
        title: 'werkgever gevraagd',
        todo: 'de werkgever om een andere bedrijfsarts vragen',
        done: 'heeft de werkgever om een andere bedrijfsarts gevraagd',
      },
      'employer.agreed': {
        title: 'werkgever stemt in',
        todo: 'instemmen met een andere bedrijfsarts',
        done: 'heeft ingestemd met een andere bedrijfsarts',
      },
      'employer.declined': {
        title: 'werkgever stemt niet in',
        todo: 'niet instemmen met een andere bedrijfsarts',
        done: 'heeft niet ingestemd met een andere bedrijfsarts',
      },
      'case.closed': {
        title: 'procedure afgesloten',
        todo: 'de procedure afsluiten',
        done: 'heeft de procedure afgesloten',
      },
      'complaint.filed': { title: 'klacht ingediend', todo: 'een klacht indienen', done: 'heeft een klacht ingediend' },
      'complaint.withdrawn': {
        title: 'klacht ingetrokken',
        todo: 'een klacht intrekken',
        done: 'heeft een klacht ingetrokken',
      },
      'complaint.acknowledged': {
        title: 'ontvangst bevestigd',
        todo: 'de ontvangst van de klacht bevestigen',
        done: 'heeft de ontvangst van de klacht bevestigd',
      },
      'complaint.progressed': {
        title: 'voortgang gemeld',
        todo: 'de voortgang van de klacht melden',
        done: 'heeft de voortgang van de klacht gemeld',
      },
      'complaint.answered': {
        title: 'klacht beantwoord',
        todo: 'de klacht beantwoorden',
        done: 'heeft de klacht beantwoord',
      },
      'ownPhysician.replaced': {
        title: 'bedrijfsarts vervangen',
        todo: 'een nieuwe eigen bedrijfsarts aanwijzen',
        done: 'heeft een nieuwe eigen bedrijfsarts aangewezen',
      },
      'employer.informed': {
        title: 'werkgever ingelicht',
        todo: 'de werkgever inlichten',
        done: 'heeft de werkgever ingelicht',
      },
    },
    fields: {
      by: 'gedaan door',
      on: 'datum',
      recordedBy: 'vastgelegd door',
      advised: 'geadviseerd instrument',
      grounds: 'argumenten voor de weigering',
      earlierRequests: 'eerdere aanvragen',
      reasons: 'redenen op schrift',
      because: 'waarom buiten de regeling',
      question: 'vraagstelling',
      newFacts: 'nieuwe feiten',
      remindedOn: 'dagen van de herinneringen',
      first: 'eerste voorkeur',
      second: 'tweede voorkeur',
      agreedWithEmployer: 'afspraak met de werkgever',
      recipient: 'ontvanger van de gegevens',
      scope: 'beperkt tot',
      document: 'document',
      to: 'aan wie',
      medicalData: 'medische gegevens meegestuurd',
      form: 'aanvraagformulier',
      for: 'dag van het spreekuur',
      identity: 'identiteit',
      examined: 'medisch onderzoek gedaan',
      source: 'bron',
      consent: 'toestemming van de werknemer',
      draft: 'conceptadvies',
      remarks: 'opmerkingen',
      announcedOn: 'termijn aangekondigd op',
      until: 'laatste dag voor opmerkingen',
      waivedByEmployee: 'werknemer ziet af van bespreking',
      advice: 'definitief advies',
      adoption: 'advies overgenomen',
      guidanceContinues: 'begeleiding loopt door',
      adviceMayBePassedOn: 'advies mag mee naar de derde bedrijfsarts',
      complaint: 'klacht',
      against: 'klacht over',
      decision: 'beslissing op de klacht',
      measuresBy: 'maatregelen uiterlijk op',
      physician: 'nieuwe eigen bedrijfsarts',
      of: 'ingelicht over',
    },
    values: {
      grounds: {
        repeatedSameQuestion: 'telkens dezelfde vraag',
        seekingDesiredAnswer: 'zoeken naar het gewenste antwoord',
        deliberateDelay: 'opzettelijke vertraging',
        intentToHarm: 'bedoeling om te schaden',
        otherAbuse: 'ander misbruik van recht',
        otherInstrumentIsBetter: 'een ander instrument past beter',
        labourConflict: 'arbeidsconflict',
        useless: 'een second opinion heeft geen nut',
        cost: 'kosten',
        other: 'een ander argument',
      },
      because: {
        noAdviceByOccupationalPhysician: 'er is geen advies van een bedrijfsarts',
        preEmploymentExamination: 'het gaat om een aanstellingskeuring',
        notAHealthMatter: 'het gaat niet over gezondheid en werk',
        notAskedByEmployee: 'de aanvraag komt niet van de werknemer',
      },
      advised: {
        secondOpinion: 'second opinion',
        uwvExpertOpinion: 'deskundigenoordeel van UWV',
        complaint: 'klacht',
        other: 'een ander instrument',
      },
      source: {
        ownPhysician: 'de eigen bedrijfsarts',
        treatingProfessional: 'een behandelaar',
        employer: 'de werkgever',
        workplace: 'de werkplek',
        elsewhere: 'een andere bron',
      },
      identity: {
        document: 'vastgesteld met een legitimatiebewijs',
        otherwise: 'op een andere manier vastgesteld',
        notEstablished: 'niet vastgesteld',
      },
      adoption: {
        full: 'geheel',
        partial: 'gedeeltelijk',
        none: 'niet',
      },
      of: {
        request: 'de aanvraag',
        advice: 'het advies',
        decision: 'de beslissing over het advies',
      },
      task: {
        sicknessAbsenceGuidance: 'verzuimbegeleiding',
        healthExamination: 'arbeidsgezondheidskundig onderzoek',
        workHealthConsultation: 'consultatie over gezondheid en werk',
        other: 'een andere taak',
      },
      outcome: {
        completed: 'afgerond',
        refused: 'geweigerd',
        withdrawn: 'ingetrokken',
        other: 'anders geëindigd',
      },
      recordOf: {
        procedure: 'de hele procedure',
        ownPhysician: 'wat de eigen bedrijfsarts mag bijhouden',
      },
      from: {
        receipt: 'vanaf de ontvangst',
        dispatch: 'vanaf de verzending',
      },
      extendedBy: {
        none: 'geen verlenging',
        algemeneTermijnenwet: 'verlenging volgens de Algemene termijnenwet',
      },
    },
    norms: {
      actorHoldsRole: {
        rule: 'wie dit doet, heeft de rol die daarbij hoort',
        unmet: 'wie dit doet, heeft niet de rol die daarbij hoort',
      },
      datedInOrder: {
        rule: 'de datum past in de volgorde van de gebeurtenissen',
        unmet: 'de datum past niet in de volgorde van de gebeurtenissen',
      },
      instrumentWasDiscussed: {
        rule: 'met de werknemer is eerst besproken welk instrument het beste past',
        unmet: 'met de werknemer is niet eerst besproken welk instrument het beste past',
      },
      adviceInForceWasExplained: {
        rule: 'aan de werknemer is eerst uitgelegd dat het bestaande advies intussen blijft gelden en dat op basis daarvan afspraken met de werkgever nodig zijn',
        unmet:
          'aan de werknemer is niet eerst uitgelegd dat het bestaande advies intussen blijft gelden en dat op basis daarvan afspraken met de werkgever nodig zijn',
      },
      groundIsCompelling: {
        rule: 'er zijn zwaarwegende argumenten genoemd',
        unmet: 'er zijn geen zwaarwegende argumenten genoemd',
      },
      earlierOpinionIsNamed: {
        rule: 'bij herhaling is een eerdere, afgeronde second opinion over dezelfde vraag genoemd',
        unmet: 'er is geen eerdere, afgeronde second opinion over dezelfde vraag genoemd',
      },
      reasonsAreInWriting: { rule: 'de redenen staan op schrift', unmet: 'de redenen staan niet op schrift' },
      requestWasNotHonoured: { rule: 'de aanvraag was nog niet gehonoreerd', unmet: 'de aanvraag was al gehonoreerd' },
      employeeWasReminded: {
        rule: 'de werknemer heeft eerst een herinnering gekregen',
        unmet: 'de werknemer heeft geen herinnering gekregen',
      },
      physicianIsIndependent: {
        rule: 'de bedrijfsarts second opinion is onafhankelijk van de eigen bedrijfsarts en van wie het advies gaf',
        unmet: 'de bedrijfsarts second opinion is niet onafhankelijk van de eigen bedrijfsarts of van wie het advies gaf',
      },
      physicianIsRegistered: {
        rule: 'de arts is geregistreerd als bedrijfsarts',
        unmet: 'de arts is niet geregistreerd als bedrijfsarts',
      },
      preferencesDiffer: {
        rule: 'de tweede voorkeur is een ander dan de eerste',
        unmet: 'de tweede voorkeur is dezelfde als de eerste',
      },
      choiceIsOutsideContract: {
        rule: 'de gekozen bedrijfsarts staat niet in het contract of de pool en is niet met de werkgever afgesproken',
        unmet: 'de gekozen bedrijfsarts staat in het contract of de pool of is met de werkgever afgesproken',
      },
      consentIsDocumented: {
        rule: 'toestemming die een ander vastlegt, verwijst naar een document',
        unmet: 'een ander heeft de toestemming vastgelegd zonder naar een document te verwijzen',
      },
      sentToTheChosen: {
        rule: 'de stukken gaan naar de gekozen bedrijfsarts',
        unmet: 'de stukken gaan niet naar de gekozen bedrijfsarts',
      },
      questionIsPut: { rule: 'er is een vraagstelling', unmet: 'er is geen vraagstelling' },
      recipientIsAuthorised: {
        rule: 'er is een machtiging om medische gegevens aan deze ontvanger te sturen',
        unmet: 'er is geen machtiging om medische gegevens aan deze ontvanger te sturen',
      },
      responseTermHasPassed: { rule: 'de reactietermijn is voorbij', unmet: 'de reactietermijn is nog niet voorbij' },
      dataWereWithheld: {
        rule: 'de machtiging is niet gegeven, ingetrokken of beperkt',
        unmet: 'de machtiging is gegeven, en niet ingetrokken of beperkt',
      },
      identityWasEstablished: {
        rule: 'de identiteit van de werknemer is vastgesteld',
        unmet: 'de identiteit van de werknemer is niet vastgesteld',
      },
      waiverHasReasons: {
        rule: 'er zijn redenen gegeven om van het spreekuur af te zien',
        unmet: 'er zijn geen redenen gegeven om van het spreekuur af te zien',
      },
      employeeConsentsToSource: {
        rule: 'er is toestemming van de werknemer voor deze bron; voor de eigen bedrijfsarts is dat de getekende machtiging',
        unmet: 'er is geen toestemming van de werknemer voor deze bron',
      },
      reviewPeriodHasPassed: {
        rule: 'de aangekondigde termijn voor opmerkingen is voorbij',
        unmet: 'de aangekondigde termijn voor opmerkingen is nog niet voorbij',
      },
      draftWasReviewed: {
        rule: 'de werknemer heeft op het laatste conceptadvies kunnen reageren',
        unmet: 'de werknemer heeft niet op het laatste conceptadvies kunnen reageren',
      },
      forwardingIsAuthorised: {
        rule: 'er is een machtiging om het advies door te sturen naar de eigen bedrijfsarts',
        unmet: 'er is geen machtiging om het advies door te sturen naar de eigen bedrijfsarts',
      },
      adviceWasDiscussed: {
        rule: 'het advies is eerst met de werknemer besproken, of de werknemer zag daarvan af',
        unmet: 'het advies is niet eerst met de werknemer besproken',
      },
      recipientIsOwnPhysician: {
        rule: 'de machtiging noemt de huidige eigen bedrijfsarts als ontvanger',
        unmet: 'de machtiging noemt een ander dan de huidige eigen bedrijfsarts als ontvanger',
      },
      ownPhysicianHasCopy: {
        rule: 'de eigen bedrijfsarts heeft een kopie van het advies',
        unmet: 'de eigen bedrijfsarts heeft geen kopie van het advies',
      },
      decisionHasReasons: {
        rule: 'de beslissing over het advies is gemotiveerd',
        unmet: 'de beslissing over het advies is niet gemotiveerd',
      },
      guidanceContinues: {
        rule: 'de begeleiding van de werknemer loopt door',
        unmet: 'de begeleiding van de werknemer loopt niet door',
      },
      thirdIsNotTheOwnPhysician: {
        rule: 'de derde bedrijfsarts is een ander dan de eigen bedrijfsarts',
        unmet: 'de voorgestelde opvolger is de eigen bedrijfsarts zelf',
      },
      employerIsNamed: { rule: 'bekend is wie de werkgever is', unmet: 'niet bekend is wie de werkgever is' },
      complaintIsNew: {
        rule: 'onder dit kenmerk is nog geen klacht ingediend',
        unmet: 'onder dit kenmerk is al een klacht ingediend',
      },
      complaintIsOpen: {
        rule: 'onder dit kenmerk staat een klacht open',
        unmet: 'onder dit kenmerk staat geen klacht open',
      },
      handlerIsNotInvolved: {
        rule: 'wie de klacht behandelt, is niet bij de zaak betrokken',
        unmet: 'wie de klacht behandelt, is zelf bij de zaak betrokken',
      },
      answerHasReasons: {
        rule: 'het antwoord op de klacht is gemotiveerd',
        unmet: 'het antwoord op de klacht is niet gemotiveerd',
      },
      replacementIsAnother: {
        rule: 'de nieuwe eigen bedrijfsarts is niet de bedrijfsarts second opinion en niet de derde bedrijfsarts',
        unmet: 'de nieuwe eigen bedrijfsarts is ook de bedrijfsarts second opinion of de derde bedrijfsarts',
      },
      employeeConsentsToTelling: {
        rule: 'de werknemer heeft toestemming gegeven om de werkgever in te lichten',
        unmet: 'er is geen toestemming van de werknemer om de werkgever in te lichten',
      },
    },
    kinds: {
      validity: 'geldigheid',
      conduct: 'werkwijze',
      order: 'volgorde',
    },
    ranks: {
      law: 'wet',
      pool: 'LPBSO',
      commentary: 'toelichting',
      choice: 'keuze',
    },
    sources: {
      decree: 'Arbobesluit',
      act: 'Arbowet',
      pool: 'LPBSO-processtappen',
      commentary: 'artikel Enroute',
      decision: 'keuze van dit model',
      rule: 'uit rechtspraak en richtlijnen',
    },
    notices: {
      requestMade: 'de werknemer vraagt een second opinion aan',
      requestRefused: 'de aanvraag is geweigerd, met de redenen',
      requestOutOfScope: 'de aanvraag valt buiten de regeling, met de redenen',
      physiciansChosen: 'de werknemer heeft een bedrijfsarts second opinion gekozen',
      authorisationSigned: 'de machtiging voor medische gegevens is getekend',
      authorisationWithheld: 'er is geen machtiging voor medische gegevens',
      authorisationRevoked: 'de machtiging voor medische gegevens is ingetrokken',
      applicationSent: 'de aanvraag voor een second opinion, met de stukken',
      requestWithdrawn: 'de aanvraag is ingetrokken',
      applicationAccepted: 'de bedrijfsarts second opinion heeft de aanvraag aangenomen',
      applicationDeclined: 'de bedrijfsarts second opinion is niet beschikbaar voor deze aanvraag',
      responseOverdue: 'de reactietermijn is voorbij zonder reactie',
      engagementEnded: 'de bedrijfsarts second opinion beëindigt de opdracht',
      physicianUnavailable: 'de gekozen bedrijfsarts is niet beschikbaar; de tweede voorkeur is aan de beurt',
      chooseAnotherPhysician: 'de gekozen bedrijfsarts is niet beschikbaar; een nieuwe keuze is mogelijk',
      waitingRemainsPossible: 'wachten op de gekozen bedrijfsarts blijft mogelijk',
      applicationFoundInfeasible: 'met deze gegevens is de second opinion niet uitvoerbaar',
      consultationScheduled: 'de uitnodiging voor het spreekuur',
      draftSubmitted: 'het conceptadvies ligt klaar om te lezen',
      inaccuraciesReported: 'de werknemer heeft feitelijke onjuistheden gemeld',
      remarksWaived: 'de werknemer heeft geen opmerkingen op het conceptadvies',
      adviceFinalised: 'het definitieve advies',
      forwardingAuthorised: 'het advies mag naar de eigen bedrijfsarts',
      forwardingWithheld: 'het advies mag niet naar de eigen bedrijfsarts',
      noCopy: 'er komt geen kopie van het advies',
      decisionMade: 'de beslissing over het advies, met de redenen',
      transferRequested: 'de werknemer vraagt om overdracht van de begeleiding',
      transferWithdrawn: 'het verzoek om overdracht is ingetrokken',
      transferGranted: 'een derde bedrijfsarts is voorgesteld voor de begeleiding',
      transferRefused: 'de begeleiding wordt niet overgedragen',
      transferDeclined: 'de voorgestelde bedrijfsarts neemt de begeleiding niet over',
      guidanceTransferred: 'de begeleiding is overgedragen aan een andere bedrijfsarts',
      heedTheResults: 'de second opinion telt mee bij de verdere begeleiding',
      ownPhysicianReplaced: 'er is een nieuwe eigen bedrijfsarts',
      complaintAcknowledged: 'de klacht is ontvangen',
      complaintProgressed: 'de stand van zaken bij de klacht',
      complaintAnswered: 'de beslissing op de klacht, met de redenen',
    },
    terms: {
      response: 'reactie binnen een week',
      engage: 'aanvraag zo spoedig mogelijk versturen, of met redenen weigeren',
      advise: 'advies, zonder vaste termijn',
      forward: 'advies doorsturen, zonder vaste termijn',
      decide: 'beslissing over het advies binnen een redelijke termijn',
      considerTransfer: 'beslissing over de overdracht, zonder vaste termijn',
      complaint: 'antwoord op de klacht, zonder vaste termijn',
    },
    certainties: {
      known: 'deze dag staat vast',
      decreeDaysUnknown: 'onder voorbehoud: de met een feestdag gelijkgestelde dagen zijn nog niet bekend',
    },
    payers: {
      employer: 'de werkgever betaalt',
      employee: 'de werknemer betaalt',
      nobody: 'binnen deze procedure betaalt niemand',
    },
    words: {
      whoseMove: 'aan zet',
      or: 'of',
      and: 'en',
      by: 'uiterlijk',
      alarm: 'alarmdag',
      since: 'sinds',
      requested: 'heeft een second opinion aangevraagd',
      recordedBy: 'vastgelegd door',
      told: 'bericht aan',
      deviation: 'afwijking',
      nothing: 'er is niets te melden',
      mayStillAccept:
        'de week is voorbij; zolang niemand anders is gekozen of de aanvraag heeft gekregen, kan de bedrijfsarts second opinion haar nog aannemen',
      mayNoLongerAccept: 'de week is voorbij; de aanvraag kan niet meer worden aangenomen',
      yes: 'ja',
      no: 'nee',
    },
  },
  en: {
    roles: {
      employee: 'the employee',
      ownPhysician: 'the own physician',
      secondOpinionPhysician: 'the second-opinion physician',
      thirdPhysician: 'the third physician',
      employer: 'the employer',
      complaintHandler: 'the complaint handler',
      administration: 'planning and administration',
      scheduler: 'the scheduler',
    },
    phases: {
      application: 'application phase',
      execution: 'execution phase',
      completion: 'completion phase',
      outcome: 'outcome',
    },
    steps: {
      'application.discussing': { title: 'Discussing the request', sentence: 'the own physician discusses the request with the employee' },
      'application.choosing': { title: 'Choosing', sentence: 'the employee chooses a second-opinion physician' },
      'application.preparing': { title: 'Preparing application', sentence: 'the own physician prepares the application' },
      'application.reconsidering': { title: 'Reconsidering', sentence: 'the employee considers how to go on' },
      'execution.awaitingResponse': {
        title: 'Awaiting response',
        sentence: 'the application awaits a response from the second-opinion physician',
      },
      'execution.inviting': {
        title: 'Inviting',
        sentence: 'the second-opinion physician invites the employee for a consultation',
      },
      'execution.awaitingConsultation': {
        title: 'Consultation planned',
        sentence: 'the day of the consultation has been set',
      },
      'execution.assessing': { title: 'Assessing', sentence: 'the second-opinion physician works on the draft advice' },
      'execution.reviewing': { title: 'Reading the draft', sentence: 'the employee reads the draft advice' },
      'execution.finalising': { title: 'Finalising', sentence: 'the second-opinion physician makes the advice final' },
      'execution.awaitingConsent': {
        title: 'Awaiting consent',
        sentence: 'the employee decides whether the own physician gets a copy',
      },
      'execution.forwarding': {
        title: 'Forwarding',
        sentence: 'the second-opinion physician forwards the advice to the own physician',
      },
      'execution.underway': { title: 'In progress', sentence: 'the second opinion is in progress' },
      'completion.considering': { title: 'Considering advice', sentence: 'the own physician considers the advice' },
      'completion.decided': { title: 'Decided', sentence: 'the own physician has decided on the advice' },
      'completion.consideringTransfer': {
        title: 'Considering transfer',
        sentence: 'the own physician considers transferring the guidance',
      },
      'completion.awaitingThirdPhysician': {
        title: 'Awaiting third physician',
        sentence: 'the transfer awaits a third physician',
      },
      'completion.transferRefused': {
        title: 'Transfer refused',
        sentence: 'the own physician does not transfer the guidance',
      },
      'completion.awaitingEmployer': {
        title: 'Employer asked',
        sentence: 'the employer decides on the request for another physician',
      },
      refused: { title: 'Refused', sentence: 'the own physician has refused the request' },
      outOfScope: { title: 'Out of scope', sentence: 'the request is out of scope' },
      uwvRouteChosen: { title: 'To the UWV', sentence: 'the employee chooses a UWV expert opinion' },
      withdrawn: { title: 'Withdrawn', sentence: 'the request has been withdrawn' },
      lapsed: { title: 'Lapsed', sentence: 'the request has lapsed' },
      notForwarded: { title: 'No copy', sentence: 'the own physician gets no copy of the advice' },
      concluded: { title: 'Concluded', sentence: 'the procedure has been concluded' },
      transferred: { title: 'Transferred', sentence: 'another physician has taken over the guidance' },
    },
    complaints: {
      none: 'no complaint',
      pending: 'complaint pending',
      answered: 'complaint answered',
    },
    events: {
      'instrument.discussed': {
        title: 'instrument discussed',
        todo: 'discuss with the employee which instrument suits best',
        done: 'discussed with the employee which instrument suits best',
      },
      'adviceInForce.explained': {
        title: 'advice stays in force',
        todo: 'explain that the existing advice stays in force meanwhile, and that the employee must make arrangements with the employer on that basis',
        done: 'explained that the existing advice stays in force meanwhile, and that the employee must make arrangements with the employer on that basis',
      },
      'request.honoured': { title: 'request honoured', todo: 'honour the request', done: 'honoured the request' },
      'request.refused': { title: 'request refused', todo: 'refuse the request', done: 'refused the request' },
      'request.foundOutOfScope': {
        title: 'out of scope',
        todo: 'find the request out of scope',
        done: 'found the request out of scope',
      },
      'request.renewed': {
        title: 'requested again',
        todo: 'request a second opinion again',
        done: 'requested a second opinion again',
      },
      'uwvRoute.chosen': {
        title: 'UWV chosen',
        todo: 'choose a UWV expert opinion',
        done: 'chose a UWV expert opinion',
      },
      'request.withdrawn': { title: 'request withdrawn', todo: 'withdraw the request', done: 'withdrew the request' },
      'request.lapsed': {
        title: 'request lapsed',
        todo: 'find that the request has lapsed',
        done: 'found that the request has lapsed',
      },
      'physicians.chosen': {
        title: 'physician chosen',
        todo: 'choose a second-opinion physician',
        done: 'chose a second-opinion physician',
      },
      'outsider.notEngaged': {
        title: 'not engaged',
        todo: 'not engage the chosen physician from outside the contract',
        done: 'did not engage the chosen physician from outside the contract',
      },
      'authorisation.signed': {
        title: 'authorisation signed',
        todo: 'sign an authorisation for medical data',
        done: 'signed an authorisation for medical data',
      },
      'authorisation.withheld': {
        title: 'no authorisation',
        todo: 'give no authorisation for medical data',
        done: 'gave no authorisation for medical data',
      },
      'authorisation.revoked': {
        title: 'authorisation revoked',
        todo: 'revoke an authorisation for medical data',
        done: 'revoked an authorisation for medical data',
      },
      'application.sent': {
        title: 'application sent',
        todo: 'send the application to the second-opinion physician',
        done: 'sent the application to the second-opinion physician',
      },
      'application.received': {
        title: 'application received',
        todo: 'report receipt of the application',
        done: 'received the application',
      },
      'application.accepted': {
        title: 'application accepted',
        todo: 'accept the application',
        done: 'accepted the application',
      },
      'application.declined': {
        title: 'unavailable',
        todo: 'report being unavailable',
        done: 'reported being unavailable',
      },
      'response.overdue': {
        title: 'response term passed',
        todo: 'report that the response term has passed',
        done: 'reported that the response term has passed',
      },
      'application.foundInfeasible': {
        title: 'infeasible',
        todo: 'judge the second opinion infeasible with these data',
        done: 'judged the second opinion infeasible with these data',
      },
      'engagement.ended': {
        title: 'engagement ended',
        todo: 'end the engagement',
        done: 'ended the engagement',
      },
      'medicalData.sent': {
        title: 'data sent',
        todo: 'send medical data to the second-opinion physician',
        done: 'sent medical data to the second-opinion physician',
      },
      'consultation.scheduled': {
        title: 'consultation scheduled',
        todo: 'set a day for the consultation',
        done: 'set a day for the consultation',
      },
      'consultation.held': { title: 'consultation held', todo: 'hold the consultation', done: 'held the consultation' },
      'consultation.missed': {
        title: 'consultation not held',
        todo: 'report that the consultation did not take place',
        done: 'reported that the consultation did not take place',
      },
      'consultation.waived': {
        title: 'no consultation',
        todo: 'dispense with the consultation',
        done: 'dispensed with the consultation',
      },
      'information.requested': {
        title: 'information requested',
        todo: 'request additional information',
        done: 'requested additional information',
      },
      'information.received': {
        title: 'information received',
        todo: 'report receipt of additional information',
        done: 'received additional information',
      },
      'draft.submitted': {
        title: 'draft submitted',
        todo: 'submit the draft advice to the employee',
        done: 'submitted the draft advice to the employee',
      },
      'inaccuracies.reported': {
        title: 'inaccuracies reported',
        todo: 'report factual inaccuracies in the draft advice',
        done: 'reported factual inaccuracies in the draft advice',
      },
      'remarks.waived': {
        title: 'no remarks',
        todo: 'report having no remarks on the draft advice',
        done: 'reported having no remarks on the draft advice',
      },
      'remarks.timedOut': {
        title: 'review period passed',
        todo: 'find that the period for remarks has passed',
        done: 'found that the period for remarks has passed',
      },
      'advice.discussed': {
        title: 'advice discussed',
        todo: 'discuss the advice with the employee',
        done: 'discussed the advice with the employee',
      },
      'advice.finalised': {
        title: 'advice final',
        todo: 'send the final advice to the employee',
        done: 'sent the final advice to the employee',
      },
      'forwarding.authorised': {
        title: 'copy authorised',
        todo: 'authorise forwarding the advice to the own physician',
        done: 'authorised forwarding the advice to the own physician',
      },
      'forwarding.withheld': {
        title: 'copy not authorised',
        todo: 'give no consent to forwarding the advice',
        done: 'gave no consent to forwarding the advice',
      },
      'forwarding.unanswered': {
        title: 'question unanswered',
        todo: 'report that there is no answer about forwarding',
        done: 'reported that there is no answer about forwarding',
      },
      'noCopy.announced': {
        title: 'no copy announced',
        todo: 'report that no copy of the advice will come',
        done: 'reported that no copy of the advice will come',
      },
      'advice.forwarded': {
        title: 'advice forwarded',
        todo: 'forward the advice to the own physician',
        done: 'forwarded the advice to the own physician',
      },
      'advice.handedOver': {
        title: 'advice handed over',
        todo: 'hand over the advice himself to the own physician',
        done: 'handed over the advice himself to the own physician',
      },
      'decision.made': {
        title: 'decision on advice',
        todo: 'say how far the advice is adopted',
        done: 'said how far the advice is adopted',
      },
      'transfer.requested': {
        title: 'transfer requested',
        todo: 'request a transfer of the guidance',
        done: 'requested a transfer of the guidance',
      },
      'transfer.withdrawn': {
        title: 'transfer request withdrawn',
        todo: 'withdraw the request for a transfer',
        done: 'withdrew the request for a transfer',
      },
      'transfer.granted': {
        title: 'successor proposed',
        todo: 'propose a third physician for the guidance',
        done: 'proposed a third physician for the guidance',
      },
      'transfer.refused': {
        title: 'transfer refused',
        todo: 'refuse to transfer the guidance',
        done: 'refused to transfer the guidance',
      },
      'transfer.accepted': {
        title: 'guidance taken over',
        todo: 'take over the guidance',
        done: 'took over the guidance',
      },
      'transfer.declined': {
        title: 'takeover declined',
        todo: 'decline to take over the guidance',
        done: 'declined to take over the guidance',
      },
      'employer.asked': {
        title: 'employer asked',
        todo: 'ask the employer for another physician',
        done: 'asked the employer for another physician',
      },
      'employer.agreed': {
        title: 'employer agrees',
        todo: 'agree to another physician',
        done: 'agreed to another physician',
      },
      'employer.declined': {
        title: 'employer does not agree',
        todo: 'not agree to another physician',
        done: 'did not agree to another physician',
      },
      'case.closed': { title: 'procedure closed', todo: 'close the procedure', done: 'closed the procedure' },
      'complaint.filed': { title: 'complaint filed', todo: 'file a complaint', done: 'filed a complaint' },
      'complaint.withdrawn': {
        title: 'complaint withdrawn',
        todo: 'withdraw a complaint',
        done: 'withdrew a complaint',
      },
      'complaint.acknowledged': {
        title: 'receipt acknowledged',
        todo: 'acknowledge receipt of the complaint',
        done: 'acknowledged receipt of the complaint',
      },
      'complaint.progressed': {
        title: 'progress reported',
        todo: 'report the progress of the complaint',
        done: 'reported the progress of the complaint',
      },
      'complaint.answered': {
        title: 'complaint answered',
        todo: 'answer the complaint',
        done: 'answered the complaint',
      },
      'ownPhysician.replaced': {
        title: 'physician replaced',
        todo: 'appoint a new own physician',
        done: 'appointed a new own physician',
      },
      'employer.informed': { title: 'employer informed', todo: 'inform the employer', done: 'informed the employer' },
    },
    fields: {
      by: 'done by',
      on: 'date',
      recordedBy: 'recorded by',
      advised: 'instrument advised',
      grounds: 'grounds for the refusal',
      earlierRequests: 'earlier requests',
      reasons: 'reasons in writing',
      because: 'why out of scope',
      question: 'question',
      newFacts: 'new facts',
      remindedOn: 'days of the reminders',
      first: 'first preference',
      second: 'second preference',
      agreedWithEmployer: 'agreement with the employer',
      recipient: 'recipient of the data',
      scope: 'limited to',
      document: 'document',
      to: 'to whom',
      medicalData: 'medical data sent along',
      form: 'application form',
      for: 'day of the consultation',
      identity: 'identity',
      examined: 'medical examination done',
      source: 'source',
      consent: 'consent of the employee',
      draft: 'draft advice',
      remarks: 'remarks',
      announcedOn: 'period announced on',
      until: 'last day for remarks',
      waivedByEmployee: 'employee waives the discussion',
      advice: 'final advice',
      adoption: 'advice adopted',
      guidanceContinues: 'guidance continues',
      adviceMayBePassedOn: 'advice may go along to the third physician',
      complaint: 'complaint',
      against: 'complaint against',
      decision: 'decision on the complaint',
      measuresBy: 'measures by',
      physician: 'new own physician',
      of: 'informed of',
    },
    values: {
      grounds: {
        repeatedSameQuestion: 'the same question again and again',
        seekingDesiredAnswer: 'seeking the desired answer',
        deliberateDelay: 'deliberate delay',
        intentToHarm: 'intent to harm',
        otherAbuse: 'other abuse of the right',
        otherInstrumentIsBetter: 'another instrument suits better',
        labourConflict: 'labour conflict',
        useless: 'a second opinion is of no use',
        cost: 'cost',
        other: 'another ground',
      },
      because: {
        noAdviceByOccupationalPhysician: 'there is no advice by an occupational physician',
        preEmploymentExamination: 'it is about a pre-employment medical examination',
        notAHealthMatter: 'it is not about health and work',
        notAskedByEmployee: 'the request does not come from the employee',
      },
      advised: {
        secondOpinion: 'second opinion',
        uwvExpertOpinion: 'UWV expert opinion',
        complaint: 'complaint',
        other: 'another instrument',
      },
      source: {
        ownPhysician: 'the own physician',
        treatingProfessional: 'a treating health professional',
        employer: 'the employer',
        workplace: 'the workplace',
        elsewhere: 'another source',
      },
      identity: {
        document: 'established by proof of identity',
        otherwise: 'established in another way',
        notEstablished: 'not established',
      },
      adoption: {
        full: 'in full',
        partial: 'in part',
        none: 'not',
      },
      of: {
        request: 'the request',
        advice: 'the advice',
        decision: 'the decision on the advice',
      },
      task: {
        sicknessAbsenceGuidance: 'sickness-absence guidance',
        healthExamination: 'occupational health examination',
        workHealthConsultation: 'consultation on health and work',
        other: 'another task',
      },
      outcome: {
        completed: 'completed',
        refused: 'refused',
        withdrawn: 'withdrawn',
        other: 'ended otherwise',
      },
      recordOf: {
        procedure: 'the whole procedure',
        ownPhysician: 'what the own physician may keep',
      },
      from: {
        receipt: 'from receipt',
        dispatch: 'from dispatch',
      },
      extendedBy: {
        none: 'no extension',
        algemeneTermijnenwet: 'extension under the General Extension of Time Limits Act',
      },
    },
    norms: {
      actorHoldsRole: {
        rule: 'whoever does this has the role it belongs to',
        unmet: 'whoever does this does not have the role it belongs to',
      },
      datedInOrder: { rule: 'the date fits the order of events', unmet: 'the date does not fit the order of events' },
      instrumentWasDiscussed: {
        rule: 'it was first discussed with the employee which instrument suits best',
        unmet: 'it was not first discussed with the employee which instrument suits best',
      },
      adviceInForceWasExplained: {
        rule: 'it was first explained to the employee that the existing advice stays in force meanwhile and that arrangements with the employer are needed on that basis',
        unmet:
          'it was not first explained to the employee that the existing advice stays in force meanwhile and that arrangements with the employer are needed on that basis',
      },
      groundIsCompelling: { rule: 'compelling grounds are named', unmet: 'no compelling grounds are named' },
      earlierOpinionIsNamed: {
        rule: 'for repetition an earlier, completed second opinion on the same question is named',
        unmet: 'no earlier, completed second opinion on the same question is named',
      },
      reasonsAreInWriting: { rule: 'the reasons are in writing', unmet: 'the reasons are not in writing' },
      requestWasNotHonoured: {
        rule: 'the request had not been honoured yet',
        unmet: 'the request had already been honoured',
      },
      employeeWasReminded: { rule: 'the employee was reminded first', unmet: 'the employee was not reminded' },
      physicianIsIndependent: {
        rule: 'the second-opinion physician is independent of the own physician and of whoever gave the advice',
        unmet: 'the second-opinion physician is not independent of the own physician or of whoever gave the advice',
      },
      physicianIsRegistered: {
        rule: 'the physician is registered as an occupational physician',
        unmet: 'the physician is not registered as an occupational physician',
      },
      preferencesDiffer: {
        rule: 'the second preference is another than the first',
        unmet: 'the second preference is the same as the first',
      },
      choiceIsOutsideContract: {
        rule: 'the chosen physician is neither in the contract or the pool nor agreed with the employer',
        unmet: 'the chosen physician is in the contract or the pool, or agreed with the employer',
      },
      consentIsDocumented: {
        rule: 'consent recorded by another refers to a document',
        unmet: 'another recorded the consent without referring to a document',
      },
      sentToTheChosen: {
        rule: 'the documents go to the chosen physician',
        unmet: 'the documents do not go to the chosen physician',
      },
      questionIsPut: { rule: 'a question has been put', unmet: 'no question has been put' },
      recipientIsAuthorised: {
        rule: 'there is an authorisation to send medical data to this recipient',
        unmet: 'there is no authorisation to send medical data to this recipient',
      },
      responseTermHasPassed: { rule: 'the response term has passed', unmet: 'the response term has not passed yet' },
      dataWereWithheld: {
        rule: 'the authorisation was not given, or was revoked or limited',
        unmet: 'the authorisation was given, and neither revoked nor limited',
      },
      identityWasEstablished: {
        rule: 'the identity of the employee was established',
        unmet: 'the identity of the employee was not established',
      },
      waiverHasReasons: {
        rule: 'reasons were given for dispensing with the consultation',
        unmet: 'no reasons were given for dispensing with the consultation',
      },
      employeeConsentsToSource: {
        rule: 'there is consent of the employee to this source; for the own physician the signed authorisation is that consent',
        unmet: 'there is no consent of the employee to this source',
      },
      reviewPeriodHasPassed: {
        rule: 'the announced period for remarks has passed',
        unmet: 'the announced period for remarks has not passed yet',
      },
      draftWasReviewed: {
        rule: 'the employee could react to the last draft advice',
        unmet: 'the employee could not react to the last draft advice',
      },
      forwardingIsAuthorised: {
        rule: 'there is an authorisation to forward the advice to the own physician',
        unmet: 'there is no authorisation to forward the advice to the own physician',
      },
      adviceWasDiscussed: {
        rule: 'the advice was first discussed with the employee, or the employee waived that',
        unmet: 'the advice was not first discussed with the employee',
      },
      recipientIsOwnPhysician: {
        rule: 'the authorisation names the present own physician as recipient',
        unmet: 'the authorisation names another than the present own physician as recipient',
      },
      ownPhysicianHasCopy: {
        rule: 'the own physician has a copy of the advice',
        unmet: 'the own physician has no copy of the advice',
      },
      decisionHasReasons: {
        rule: 'the decision on the advice comes with reasons',
        unmet: 'the decision on the advice comes without reasons',
      },
      guidanceContinues: {
        rule: 'the guidance of the employee continues',
        unmet: 'the guidance of the employee does not continue',
      },
      thirdIsNotTheOwnPhysician: {
        rule: 'the third physician is another than the own physician',
        unmet: 'the successor proposed is the own physician',
      },
      employerIsNamed: { rule: 'it is known who the employer is', unmet: 'it is not known who the employer is' },
      complaintIsNew: {
        rule: 'no complaint has been filed under this reference yet',
        unmet: 'a complaint has already been filed under this reference',
      },
      complaintIsOpen: {
        rule: 'a complaint is open under this reference',
        unmet: 'no complaint is open under this reference',
      },
      handlerIsNotInvolved: {
        rule: 'whoever handles the complaint is not involved in the case',
        unmet: 'whoever handles the complaint is involved in the case',
      },
      answerHasReasons: {
        rule: 'the answer to the complaint comes with reasons',
        unmet: 'the answer to the complaint comes without reasons',
      },
      replacementIsAnother: {
        rule: 'the new own physician is neither the second-opinion physician nor the third physician',
        unmet: 'the new own physician is also the second-opinion physician or the third physician',
      },
      employeeConsentsToTelling: {
        rule: 'the employee has consented to informing the employer',
        unmet: 'there is no consent of the employee to informing the employer',
      },
    },
    kinds: {
      validity: 'validity',
      conduct: 'conduct',
      order: 'order',
    },
    ranks: {
      law: 'law',
      pool: 'LPBSO',
      commentary: 'commentary',
      choice: 'choice',
    },
    sources: {
      decree: 'Working Conditions Decree',
      act: 'Working Conditions Act',
      pool: 'LPBSO process steps',
      commentary: 'Enroute article',
      decision: 'choice of this model',
      rule: 'from case law and guidance',
    },
    notices: {
      requestMade: 'the employee requests a second opinion',
      requestRefused: 'the request has been refused, with the reasons',
      requestOutOfScope: 'the request is out of scope, with the reasons',
      physiciansChosen: 'the employee has chosen a second-opinion physician',
      authorisationSigned: 'the authorisation for medical data has been signed',
      authorisationWithheld: 'there is no authorisation for medical data',
      authorisationRevoked: 'the authorisation for medical data has been revoked',
      applicationSent: 'the application for a second opinion, with the documents',
      requestWithdrawn: 'the request has been withdrawn',
      applicationAccepted: 'the second-opinion physician has accepted the application',
      applicationDeclined: 'the second-opinion physician is unavailable for this application',
      responseOverdue: 'the response term has passed without a response',
      engagementEnded: 'the second-opinion physician ends the engagement',
      physicianUnavailable: 'the chosen physician is unavailable; it is the turn of the second preference',
      chooseAnotherPhysician: 'the chosen physician is unavailable; a new choice is possible',
      waitingRemainsPossible: 'waiting for the chosen physician remains possible',
      applicationFoundInfeasible: 'the second opinion is infeasible with these data',
      consultationScheduled: 'the invitation for the consultation',
      draftSubmitted: 'the draft advice is ready to be read',
      inaccuraciesReported: 'the employee has reported factual inaccuracies',
      remarksWaived: 'the employee has no remarks on the draft advice',
      adviceFinalised: 'the final advice',
      forwardingAuthorised: 'the advice may go to the own physician',
      forwardingWithheld: 'the advice may not go to the own physician',
      noCopy: 'no copy of the advice will come',
      decisionMade: 'the decision on the advice, with the reasons',
      transferRequested: 'the employee requests a transfer of the guidance',
      transferWithdrawn: 'the request for a transfer has been withdrawn',
      transferGranted: 'a third physician has been proposed for the guidance',
      transferRefused: 'the guidance will not be transferred',
      transferDeclined: 'the physician proposed does not take over the guidance',
      guidanceTransferred: 'the guidance has been transferred to another physician',
      heedTheResults: 'the second opinion counts in the further guidance',
      ownPhysicianReplaced: 'there is a new own physician',
      complaintAcknowledged: 'the complaint has been received',
      complaintProgressed: 'how the complaint is progressing',
      complaintAnswered: 'the decision on the complaint, with the reasons',
    },
    terms: {
      response: 'response within one week',
      engage: 'application to be sent as soon as possible, or refused with reasons',
      advise: 'advice, without a fixed term',
      forward: 'advice to be forwarded, without a fixed term',
      decide: 'decision on the advice within a reasonable period',
      considerTransfer: 'decision on the transfer, without a fixed term',
      complaint: 'answer to the complaint, without a fixed term',
    },
    certainties: {
      known: 'this day is certain',
      decreeDaysUnknown: 'provisional: the days equated with a public holiday are not known yet',
    },
    payers: {
      employer: 'the employer pays',
      employee: 'the employee pays',
      nobody: 'within this procedure nobody pays',
    },
    words: {
      whoseMove: 'to act',
      or: 'or',
      and: 'and',
      by: 'by',
      alarm: 'alarm day',
      since: 'since',
      requested: 'requested a second opinion',
      recordedBy: 'recorded by',
      told: 'notice to',
      deviation: 'deviation',
      nothing: 'there is nothing to report',
      mayStillAccept:
        'the week is over; as long as nobody else has been chosen or sent the application, the second-opinion physician can still accept it',
      mayNoLongerAccept: 'the week is over; the application can no longer be accepted',
      yes: 'yes',
      no: 'no',
    },
  },
};
