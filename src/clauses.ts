/** How high a clause stands: law before pool before article before our own choice. */
export type Rank = 'law' | 'pool' | 'commentary' | 'choice';

/** Where a clause comes from: decree and act are the law, decision and rule are ours. */
export type ClauseSource = 'decree' | 'act' | 'pool' | 'commentary' | 'decision' | 'rule';

/** One clause of a source, paraphrased in both languages. */
export interface Clause {
  /** The text it stands in. */
  source: ClauseSource;
  /** Where it stands in its source, in Dutch; for a decision or a rule, what it interprets. */
  place: string;
  /** What it says, in Dutch. */
  nl: string;
  /** What it says, in English. */
  en: string;
}

/** Keeps the ids of the clauses in the type and leaves the rest of it short. */
const listed = <Id extends string>(all: Record<Id, Clause>): Record<Id, Clause> => all;

/** Every clause that the chart and the norms may cite, by id. */
// Pure, so that whoever never asks for them is not sent their texts.
export const clauses = /* @__PURE__ */ listed({
  // Arbobesluit
  'D-1.34a': {
    source: 'decree',
    place: 'art. 1.34a Arbobesluit',
    nl: 'Voor militair personeel mag de andere bedrijfsarts bij Defensie of bij dezelfde arbodienst werken.',
    en: 'For military personnel the other physician may work within the Ministry of Defence or the same occupational health service.',
  },
  'D-2.14d.1': {
    source: 'decree',
    place: 'art. 2.14d lid 1 Arbobesluit',
    nl: 'De werkgever zorgt dat een werknemer die twijfelt aan advies bij verzuim, periodiek onderzoek of consultatie kan vragen een tweede bedrijfsarts te raadplegen.',
    en: 'The employer sees to it that an employee who doubts advice in absence guidance, a periodic examination or a work-health consultation can ask to have a second physician consulted.',
  },
  'D-2.14d.2': {
    source: 'decree',
    place: 'art. 2.14d lid 2 Arbobesluit',
    nl: 'De andere bedrijfsarts hoort niet bij de arbodienst of het bedrijf van de eerste. Het contract noemt wie het kan zijn, tenzij werknemer en werkgever samen een ander kiezen.',
    en: 'The other physician does not belong to the service or company of the first. The contract says who it can be, unless employee and employer together pick another.',
  },
  'D-2.14d.3': {
    source: 'decree',
    place: 'art. 2.14d lid 3 Arbobesluit',
    nl: 'De eerste bedrijfsarts schakelt na overleg zo spoedig mogelijk een ander in, tenzij hij zwaarwegende argumenten met redenen meedeelt. Bij meer namen kiest de werknemer.',
    en: 'After consulting the employee the first physician engages another as soon as possible, unless he gives compelling grounds with reasons. Of several names the employee chooses.',
  },
  'D-2.14d.4': {
    source: 'decree',
    place: 'art. 2.14d lid 4 Arbobesluit',
    nl: 'De eerste bedrijfsarts geeft relevante informatie over het bedrijf, en over de werknemer alleen met uitdrukkelijke toestemming. De ander mag meer verzamelen.',
    en: 'The first physician gives relevant information about the company, and about the employee only with explicit consent. The other may collect more.',
  },
  'D-2.14d.5': {
    source: 'decree',
    place: 'art. 2.14d lid 5 Arbobesluit',
    nl: 'Na bespreking bepaalt de werknemer of de eerste bedrijfsarts het advies krijgt. Met uitdrukkelijke toestemming leest die het binnen een redelijke termijn en meldt met redenen of hij het helemaal, deels of niet overneemt.',
    en: 'After discussing it the employee decides whether the first physician gets the advice. With explicit consent he takes note of it within a reasonable period and says, with reasons, whether he adopts it in full, in part or not at all.',
  },
  'D-2.14d.6': {
    source: 'decree',
    place: 'art. 2.14d lid 6 Arbobesluit',
    nl: 'Loopt de begeleiding door, dan hervat de eerste bedrijfsarts die. Vindt de werknemer dat de arts (als die het advies heeft) er te weinig mee doet, dan overweegt de arts overdracht en meldt een overdracht aan de werkgever.',
    en: 'If guidance continues, the first physician resumes it. If the employee finds that the physician (if he has the advice) takes too little account of it, the physician considers a transfer, and tells the employer of one.',
  },
  'D-2.14e.1': {
    source: 'decree',
    place: 'art. 2.14e lid 1 Arbobesluit',
    nl: 'Elke bedrijfsarts heeft een procedure waarmee de werknemer kan klagen.',
    en: 'Every occupational physician has a procedure through which the employee can complain.',
  },
  'D-2.14e.2': {
    source: 'decree',
    place: 'art. 2.14e lid 2 Arbobesluit',
    nl: 'De werknemer kan de klachtenprocedure kennen; zij beschrijft behandeling, beslissing en de uitvoering van maatregelen.',
    en: 'The employee can know the complaints procedure; it describes the handling, the decision and how measures are carried out.',
  },
  'D-2.14e.3': {
    source: 'decree',
    place: 'art. 2.14e lid 3 Arbobesluit',
    nl: 'Een klacht wordt met zorg onderzocht.',
    en: 'A complaint is investigated with care.',
  },
  'D-2.14e.4': {
    source: 'decree',
    place: 'art. 2.14e lid 4 Arbobesluit',
    nl: 'De klager hoort van ontvangst en voortgang, krijgt oordeel en beslissing met redenen en verneemt de termijn van eventuele maatregelen.',
    en: 'The complainant hears of receipt and progress, gets judgement and decision with reasons and learns the term for any measures.',
  },
  'D-2.14e.5': {
    source: 'decree',
    place: 'art. 2.14e lid 5 Arbobesluit',
    nl: 'Wie bij de klacht betrokken is, heeft geen aandeel in ontvangst, onderzoek, oordeel en beslissing.',
    en: 'Whoever is involved in the complaint has no part in receiving, investigating, judging or deciding it.',
  },

  // Arbowet
  'W-14.2.g': {
    source: 'act',
    place: 'art. 14 lid 2 onder g Arbowet',
    nl: 'De bedrijfsarts willigt een verzoek om over zijn advies een collega te raadplegen zo spoedig mogelijk in, tenzij er zwaarwegende argumenten tegen zijn.',
    en: 'The physician honours a request to consult a colleague about his advice as soon as possible, except where compelling grounds oppose it.',
  },
  'W-14.2.h': {
    source: 'act',
    place: 'art. 14 lid 2 onder h Arbowet',
    nl: 'De bedrijfsarts beschikt over een deugdelijke regeling voor de behandeling van klachten.',
    en: 'The physician has adequate arrangements for dealing with complaints.',
  },
  'W-14.4': {
    source: 'act',
    place: 'art. 14 lid 4 Arbowet',
    nl: 'Werkgever en deskundigen leggen in een schriftelijk contract vast hoe de deskundige bijstand verloopt.',
    en: 'Employer and experts lay down in a written contract how the expert assistance is given.',
  },
  'W-44': {
    source: 'act',
    place: 'art. 44 Arbowet',
    nl: 'Kosten van naleving van de arboregels komen niet voor rekening van de werknemer.',
    en: 'The employee does not bear the cost of complying with the working conditions rules.',
  },

  // LPBSO, steps for the employee
  'L-01': {
    source: 'pool',
    place: 'inleiding',
    nl: 'De procedure kent drie fasen: aanvraag, uitvoering en afronding.',
    en: 'The procedure has three phases: application, execution and completion.',
  },
  'L-02': {
    source: 'pool',
    place: 'inleiding',
    nl: 'De stappen gelden als het contract voor de second opinion een bedrijfsarts uit de LPBSO aanwijst.',
    en: 'The steps apply where the contract has a physician of the LPBSO give the second opinion.',
  },
  'L-03': {
    source: 'pool',
    place: 'fase 1, stap 1',
    nl: 'De werknemer heeft gegronde twijfel aan een advies van de eigen bedrijfsarts.',
    en: 'The employee has well-founded doubt about advice of the own physician.',
  },
  'L-04': {
    source: 'pool',
    place: 'fase 1, stap 1',
    nl: 'De beoordeling komt van een bedrijfsarts die niet aan dezelfde arbodienst verbonden is.',
    en: 'The assessment comes from a physician who is not tied to the same occupational health provider.',
  },
  'L-05': {
    source: 'pool',
    place: 'fase 1, stap 1',
    nl: 'De werknemer meldt de wens bij de eigen bedrijfsarts.',
    en: 'The employee tells the own physician of the wish.',
  },
  'L-06': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'De eigen bedrijfsarts bespreekt met de werknemer welk instrument het beste past.',
    en: 'The own physician discusses with the employee which instrument fits best.',
  },
  'L-07': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'De beslishulp geeft houvast bij de keuze van het instrument en bij het oordeel over een weigering.',
    en: 'The decision aid supports the choice of instrument and the judgement on a refusal.',
  },
  'L-08': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'Past een second opinion, dan willigt de eigen bedrijfsarts het verzoek in.',
    en: 'If a second opinion fits, the own physician honours the request.',
  },
  'L-09': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'Alleen zwaarwegende argumenten staan inwilliging van een passend verzoek in de weg.',
    en: 'Only compelling grounds stand in the way of honouring a request that fits.',
  },
  'L-10': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'Een afwijzing hoort de werknemer van de eigen bedrijfsarts, met de redenen erbij.',
    en: 'The employee hears of a rejection from the own physician, together with the reasons.',
  },
  'L-11': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'De eigen bedrijfsarts legt uit dat zijn advies tijdens de second opinion blijft gelden.',
    en: 'The own physician explains that his advice stays in force during the second opinion.',
  },
  'L-12': {
    source: 'pool',
    place: 'fase 1, stap 2',
    nl: 'De eigen bedrijfsarts legt uit dat de werknemer intussen op basis van zijn advies afspraken met de werkgever moet maken.',
    en: 'The own physician explains that the employee must meanwhile make arrangements with the employer on the basis of his advice.',
  },
  'L-13': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'De werknemer kiest op de LPBSO-site een bedrijfsarts second opinion; de eigen bedrijfsarts mag adviseren.',
    en: 'The employee chooses a second-opinion physician on the LPBSO site; the own physician may advise.',
  },
  'L-14': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'Het helpt om meteen een tweede voorkeur te noemen, voor als de eerste niet kan.',
    en: 'It helps to name a second preference at once, in case the first is unavailable.',
  },
  'L-15': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'De tweede voorkeur dient om tijdverlies te voorkomen.',
    en: 'The second preference serves to save time.',
  },
  'L-16': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'Het aanvraagformulier wordt door de eigen bedrijfsarts opgesteld.',
    en: 'The application form is drawn up by the own physician.',
  },
  'L-17': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'Voor het doorgeven van relevante medische gegevens vraagt de eigen bedrijfsarts een ondertekende machtiging.',
    en: 'To pass on relevant medical data the own physician asks for a signed authorisation.',
  },
  'L-18': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'Weigert de werknemer de machtiging, dan gaat de second opinion mogelijk niet door.',
    en: 'If the employee refuses the authorisation, it may turn out that the second opinion cannot be carried out.',
  },
  'L-19': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'Of het zonder machtiging kan, beoordeelt de bedrijfsarts second opinion.',
    en: 'Whether it can be done without authorisation is for the second-opinion physician to judge.',
  },
  'L-20': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'De bedrijfsarts second opinion heeft een week om op de aanvraag te antwoorden.',
    en: 'The second-opinion physician has one week to answer the application.',
  },
  'L-21': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'Kan de gekozen arts niet, dan gaat de aanvraag via de eigen bedrijfsarts naar de ander die met de werknemer is uitgezocht.',
    en: 'If the chosen physician is unavailable, the own physician sends the application to the other one settled on with the employee.',
  },
  'L-22': {
    source: 'pool',
    place: 'fase 1, stap 3',
    nl: 'De eigen bedrijfsarts stuurt aanvraag, achtergrondgegevens en machtiging op.',
    en: 'The own physician sends the application, the background information and the authorisation.',
  },
  'L-23': {
    source: 'pool',
    place: 'fase 2, stap 4',
    nl: 'De aanvraag bereikt de bedrijfsarts second opinion via de eigen bedrijfsarts.',
    en: 'The application reaches the second-opinion physician through the own physician.',
  },
  'L-24': {
    source: 'pool',
    place: 'fase 2, stap 4',
    nl: 'Is de gekozen arts niet beschikbaar, dan zoekt de eigen bedrijfsarts contact met de werknemer.',
    en: 'If the chosen physician is unavailable, the own physician gets in touch with the employee.',
  },
  'L-25': {
    source: 'pool',
    place: 'fase 2, stap 4',
    nl: 'De werknemer kan dan een ander uit de pool kiezen, desgewenst na advies van de eigen bedrijfsarts.',
    en: 'The employee can then choose another from the pool, if desired after advice of the own physician.',
  },
  'L-26': {
    source: 'pool',
    place: 'fase 2, stap 4',
    nl: 'De nieuw gekozen arts krijgt de stukken die van belang zijn.',
    en: 'The newly chosen physician gets the documents that matter.',
  },
  'L-27': {
    source: 'pool',
    place: 'fase 2, stap 5',
    nl: 'Uitgangspunt is dat de werknemer op spreekuur komt bij de bedrijfsarts second opinion.',
    en: 'As a rule the employee is seen by the second-opinion physician in a consultation.',
  },
  'L-28': {
    source: 'pool',
    place: 'fase 2, stap 5',
    nl: 'Op het spreekuur wordt naar een legitimatiebewijs gevraagd.',
    en: 'At the consultation proof of identity is asked for.',
  },
  'L-29': {
    source: 'pool',
    place: 'fase 2, stap 5',
    nl: 'Het spreekuur bestaat uit een gesprek en, waar nodig, medisch onderzoek.',
    en: 'The consultation is a conversation and, where needed, a medical examination.',
  },
  'L-30': {
    source: 'pool',
    place: 'fase 2, stap 6',
    nl: 'Zijn er meer gegevens nodig, dan overlegt de bedrijfsarts second opinion daarover met de werknemer.',
    en: 'If more data are needed, the second-opinion physician consults the employee about them.',
  },
  'L-31': {
    source: 'pool',
    place: 'fase 2, stap 6',
    nl: 'Meer gegevens kunnen komen van de eigen bedrijfsarts, behandelaars, de werkgever of elders.',
    en: 'More data may come from the own physician, treating health professionals, the employer or elsewhere.',
  },
  'L-32': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'De bedrijfsarts second opinion stelt een onderbouwd conceptadvies op.',
    en: 'The second-opinion physician draws up a substantiated draft advice.',
  },
  'L-33': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'De werknemer krijgt het conceptadvies te lezen.',
    en: 'The employee gets the draft advice to read.',
  },
  'L-34': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'De werknemer kan melden welke feiten in het concept niet kloppen.',
    en: 'The employee can say which facts in the draft are wrong.',
  },
  'L-35': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'De bedrijfsarts second opinion bepaalt zelf hoe opmerkingen in het definitieve advies doorwerken.',
    en: 'The second-opinion physician decides at his own discretion how remarks are worked into the final advice.',
  },
  'L-36': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'Het definitieve advies gaat naar de werknemer.',
    en: 'The final advice goes to the employee.',
  },
  'L-37': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'Met een aparte machtiging vraagt de bedrijfsarts second opinion of het advies naar de eigen bedrijfsarts mag.',
    en: 'With a separate authorisation the second-opinion physician asks whether the advice may go to the own physician.',
  },
  'L-38': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'Met toestemming van de werknemer krijgt de eigen bedrijfsarts een kopie.',
    en: 'With the consent of the employee the own physician gets a copy.',
  },
  'L-39': {
    source: 'pool',
    place: 'fase 2, stap 7',
    nl: 'Zonder toestemming van de werknemer laat de bedrijfsarts second opinion de eigen bedrijfsarts weten dat er geen kopie komt.',
    en: 'Without the consent of the employee the second-opinion physician tells the own physician that no copy will come.',
  },
  'L-40': {
    source: 'pool',
    place: 'fase 3, stap 8',
    nl: 'Heeft de eigen bedrijfsarts een kopie, dan leest hij die binnen een redelijke termijn.',
    en: 'An own physician who holds a copy takes note of it within a reasonable period.',
  },
  'L-41': {
    source: 'pool',
    place: 'fase 3, stap 8',
    nl: 'De eigen bedrijfsarts meldt de werknemer met redenen of hij het advies helemaal, deels of niet overneemt.',
    en: 'The own physician tells the employee, with reasons, whether he adopts the advice in full, in part or not at all.',
  },

  // Enroute, article
  'E-01': {
    source: 'commentary',
    place: 'Inleiding',
    nl: 'Iedere werknemer met twijfel over een advies van de bedrijfsarts mag om een second opinion vragen.',
    en: 'Every employee in doubt about advice of the occupational physician may ask for a second opinion.',
  },
  'E-02': {
    source: 'commentary',
    place: 'Inleiding',
    nl: 'Het artikel plaatst dit recht in de Arbowet, met als datum 1 juli 2017.',
    en: 'The article places this right in the Working Conditions Act, dated 1 July 2017.',
  },
  'E-03': {
    source: 'commentary',
    place: 'Inleiding',
    nl: 'Bij een second opinion geeft een tweede bedrijfsarts een oordeel over de gezondheid van de werknemer.',
    en: 'In a second opinion another occupational physician gives a view on the health of the employee.',
  },
  'E-04': {
    source: 'commentary',
    place: 'Inleiding',
    nl: 'Soms past een deskundigenoordeel van UWV beter.',
    en: 'Sometimes a UWV expert opinion fits better.',
  },
  'E-05': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'Twijfel over het advies is de aanleiding voor een aanvraag.',
    en: 'Doubt about the advice is the reason to ask.',
  },
  'E-06': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'De aanvraag loopt via de eigen bedrijfsarts.',
    en: 'The request goes through the own physician.',
  },
  'E-07': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'Het contract van de werkgever met bedrijfsarts of arbodienst noemt wie de second opinion mag doen.',
    en: 'The contract of the employer with the physician or service names who may give the second opinion.',
  },
  'E-08': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'Noemt het contract er meer dan één, dan kiest de werknemer.',
    en: 'If the contract names more than one, the employee chooses.',
  },
  'E-09': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'De second opinion bindt de eigen bedrijfsarts niet.',
    en: 'The second opinion does not bind the own physician.',
  },
  'E-10': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'De eigen bedrijfsarts mag het advies helemaal, deels of niet overnemen.',
    en: 'The own physician may adopt the advice in full, in part or not at all.',
  },
  'E-11': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'De werkgever betaalt, op twee uitzonderingen na.',
    en: 'The employer pays, with two exceptions.',
  },
  'E-12': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'De werkgever betaalt niet na een weigering wegens zwaarwegende argumenten.',
    en: 'The employer does not pay after a refusal on compelling grounds.',
  },
  'E-13': {
    source: 'commentary',
    place: 'Aanvragen',
    nl: 'De werkgever betaalt niet als de werknemer zonder zijn instemming iemand van buiten het contract kiest.',
    en: 'The employer does not pay if the employee, without his agreement, picks someone outside the contract.',
  },
  'E-14': {
    source: 'commentary',
    place: 'Weigeren',
    nl: 'De eigen bedrijfsarts heeft de mogelijkheid te weigeren.',
    en: 'It is open to the own physician to refuse.',
  },
  'E-15': {
    source: 'commentary',
    place: 'Weigeren',
    nl: 'Een weigering rust op zwaarwegende argumenten en op niets anders.',
    en: 'A refusal rests on compelling grounds and on nothing else.',
  },
  'E-16': {
    source: 'commentary',
    place: 'Weigeren',
    nl: 'De eigen bedrijfsarts zet de argumenten voor een weigering op schrift en geeft ze door.',
    en: 'The own physician puts the grounds for a refusal in writing and passes them on.',
  },
  'E-17': {
    source: 'commentary',
    place: 'Weigeren',
    nl: 'Zwaarwegende argumenten doen zich zelden voor.',
    en: 'Compelling grounds seldom arise.',
  },
  'E-18': {
    source: 'commentary',
    place: 'Weigeren',
    nl: 'Alleen misbruik van het recht op een second opinion telt als zwaarwegend.',
    en: 'Only abuse of the right to a second opinion counts as compelling.',
  },
  'E-19': {
    source: 'commentary',
    place: 'Weigeren',
    nl: 'Een voorbeeld van misbruik is telkens weer over dezelfde kwestie een second opinion vragen.',
    en: 'An example of abuse is asking time and again for a second opinion on the same question.',
  },
  'E-20': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De werknemer vertelt de bedrijfsarts een second opinion te willen.',
    en: 'The employee tells the physician that a second opinion is wanted.',
  },
  'E-21': {
    source: 'commentary',
    place: 'Proces',
    nl: 'Pas na het ja van de bedrijfsarts kiest de werknemer een bedrijfsarts second opinion.',
    en: 'Only after the physician has agreed does the employee choose a second-opinion physician.',
  },
  'E-22': {
    source: 'commentary',
    place: 'Proces',
    nl: 'Wie beschikbaar is, volgt uit het contract.',
    en: 'Who is available follows from the contract.',
  },
  'E-23': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De eigen bedrijfsarts voorziet de bedrijfsarts second opinion van alles wat relevant is.',
    en: 'The own physician supplies the second-opinion physician with everything relevant.',
  },
  'E-24': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De bedrijfsarts second opinion beslist of er meer informatie nodig is.',
    en: 'The second-opinion physician decides whether more information is needed.',
  },
  'E-25': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De bedrijfsarts second opinion neemt het advies met de werknemer door.',
    en: 'The second-opinion physician goes through the advice with the employee.',
  },
  'E-26': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De werknemer bepaalt of het advies naar de eigen bedrijfsarts gaat.',
    en: 'The employee decides whether the advice goes to the own physician.',
  },
  'E-27': {
    source: 'commentary',
    place: 'Proces',
    nl: 'Mag het advies door, dan leest de eigen bedrijfsarts het.',
    en: 'If the advice may be passed on, the own physician reads it.',
  },
  'E-28': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De eigen bedrijfsarts meldt in hoeverre hij de second opinion overneemt.',
    en: 'The own physician says how far he adopts the second opinion.',
  },
  'E-29': {
    source: 'commentary',
    place: 'Proces',
    nl: 'Maatstaf is of de werknemer zelf vindt dat de second opinion te weinig meetelt.',
    en: 'The test is whether the employee finds that the second opinion counts for too little.',
  },
  'E-30': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De werknemer kan om begeleiding door een derde bedrijfsarts vragen.',
    en: 'The employee can ask for guidance by a third physician.',
  },
  'E-31': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De eigen bedrijfsarts weegt af of hij de begeleiding overdraagt.',
    en: 'The own physician weighs whether to transfer the guidance.',
  },
  'E-32': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De derde bedrijfsarts houdt rekening met wat de second opinion opleverde.',
    en: 'The third physician takes account of what the second opinion yielded.',
  },
  'E-33': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De eigen bedrijfsarts meldt de overdracht aan de werkgever.',
    en: 'The own physician tells the employer of the transfer.',
  },
  'E-34': {
    source: 'commentary',
    place: 'Proces',
    nl: 'Gaat de overdracht niet door, dan kan de werknemer de werkgever om een andere bedrijfsarts vragen.',
    en: 'If the transfer is refused, the employee can ask the employer for another occupational physician.',
  },
  'E-35': {
    source: 'commentary',
    place: 'Proces',
    nl: 'De werknemer kan ook bij bedrijfsarts of arbodienst een klacht indienen.',
    en: 'The employee can also file a complaint with the physician or the occupational health service.',
  },
  'E-36': {
    source: 'commentary',
    place: 'Klachtenprocedure',
    nl: 'Elke bedrijfsarts of arbodienst moet klachten in een vaste procedure behandelen.',
    en: 'Every physician or occupational health service must have a procedure for complaints.',
  },
  'E-37': {
    source: 'commentary',
    place: 'Klachtenprocedure',
    nl: 'Klagen kan na dit proces, en ook als het niet lukt om er met de bedrijfsarts uit te komen.',
    en: 'A complaint is possible after this process, and also where matters cannot be settled with the physician.',
  },
  'E-38': {
    source: 'commentary',
    place: 'Klachtenprocedure',
    nl: 'Een klacht kan ook dienen om te melden dat iets onprettig is verlopen.',
    en: 'A complaint may also serve to report that something went badly.',
  },
  'E-39': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'De second opinion dient om zekerder te weten of het advies klopt.',
    en: 'The second opinion serves to be surer that the advice is right.',
  },
  'E-40': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'Het gaat om de gezondheid en om wat iemand daardoor in het werk wel en niet kan.',
    en: 'It is about health and what a person therefore can and cannot do at work.',
  },
  'E-41': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'De second opinion past als de werknemer een verkeerde inschatting van zijn mogelijkheden vermoedt en medische expertise zoekt.',
    en: 'The second opinion fits where the employee suspects a wrong estimate of his abilities and seeks medical expertise.',
  },
  'E-42': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'Werknemer en werkgever kunnen het oneens zijn over re-integratie of passend werk.',
    en: 'Employee and employer may disagree about reintegration or suitable work.',
  },
  'E-43': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'Is er onenigheid met de werkgever, dan is er het deskundigenoordeel van UWV.',
    en: 'For disagreement with the employer there is the UWV expert opinion.',
  },
  'E-44': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'Alleen de werknemer kan om een second opinion vragen.',
    en: 'Only the employee can ask for a second opinion.',
  },
  'E-45': {
    source: 'commentary',
    place: 'Second opinion of deskundigenoordeel',
    nl: 'Een deskundigenoordeel staat ook open voor de werkgever.',
    en: 'An expert opinion is open to the employer as well.',
  },
  'E-46': {
    source: 'commentary',
    place: 'Auteursblok, aankondigingen en voettekst',
    nl: 'Auteursblok, aankondigingen, paginanummers en auteursrechtregel bevatten geen regel.',
    en: 'The author block, announcements, page numbers and copyright line hold no rule.',
  },

  // Decisions on doubts and conflicts between the sources
  'B-01': {
    source: 'decision',
    place: 'keuze bij E-01, L-03',
    nl: 'De werknemer noemt zijn twijfel; niemand toetst of die gegrond is.',
    en: 'The employee states the doubt; nobody tests whether it is well-founded.',
  },
  'B-02': {
    source: 'decision',
    place: 'keuze bij L-06, L-08',
    nl: 'Een beter passend instrument is een advies; wie toch een second opinion wil, krijgt die, behoudens zwaarwegende argumenten.',
    en: 'A better instrument is advice; whoever still wants a second opinion gets it, save on compelling grounds.',
  },
  'B-03': {
    source: 'decision',
    place: 'keuze bij E-18, L-09',
    nl: 'Alleen misbruik is een zwaarwegend argument: herhaling, het gewenste antwoord zoeken, opzettelijk vertragen, willen schaden of ander misbruik.',
    en: 'Only abuse is a compelling ground: repetition, seeking the desired answer, deliberate delay, intent to harm or other abuse.',
  },
  'B-04': {
    source: 'decision',
    place: 'keuze bij E-19',
    nl: 'Er geldt geen vast aantal; een weigering wegens herhaling noemt een eerdere, afgeronde second opinion over dezelfde vraag.',
    en: 'No number is fixed; a refusal for repetition names an earlier, completed second opinion on the same question.',
  },
  'B-05': {
    source: 'decision',
    place: 'keuze bij art. 2.14d lid 1, E-40',
    nl: 'Een verzoek buiten de regeling krijgt een eigen uitkomst met redenen; dat is geen weigering.',
    en: 'A request outside the scope of the rules gets an outcome of its own, with reasons; that is no refusal.',
  },
  'B-06': {
    source: 'decision',
    place: 'keuze bij E-12',
    nl: 'Na een weigering betaalt niemand binnen de procedure; een mening die de werknemer zelf regelt, is voor eigen rekening.',
    en: 'After a refusal nobody pays within the procedure; an opinion the employee arranges privately is at his own cost.',
  },
  'B-07': {
    source: 'decision',
    place: 'keuze bij E-16, L-10',
    nl: 'De redenen van een weigering staan op schrift.',
    en: 'The reasons for a refusal are in writing.',
  },
  'B-08': {
    source: 'decision',
    place: 'keuze bij E-19',
    nl: 'Na een weigering of ander einde van de aanvraag mag de werknemer over hetzelfde advies opnieuw vragen.',
    en: 'After a refusal or another end of the request the employee may ask again about the same advice.',
  },
  'B-08a': {
    source: 'decision',
    place: 'keuze bij art. 2.14d lid 3',
    nl: 'Voor beslissen en versturen geldt geen getal: het moet zo spoedig mogelijk.',
    en: 'No number applies to deciding and sending: it is as soon as possible.',
  },
  'B-09': {
    source: 'decision',
    place: 'keuze bij E-08',
    nl: 'Noemt het contract maar één arts, dan bevestigt de werknemer die of spreekt met de werkgever een ander af.',
    en: 'If the contract names only one physician, the employee confirms that one or agrees on another with the employer.',
  },
  'B-10': {
    source: 'decision',
    place: 'keuze bij L-13, L-22',
    nl: 'De werknemer kiest de arts; de eigen bedrijfsarts verstuurt de aanvraag.',
    en: 'The employee chooses the physician; the own physician sends the application.',
  },
  'B-11': {
    source: 'decision',
    place: 'keuze bij L-04, art. 2.14d lid 2',
    nl: 'Onafhankelijkheid gaat boven de lijst in het contract; alleen voor militair personeel geldt een uitzondering.',
    en: 'Independence goes before the list in the contract; the only exception is for military personnel.',
  },
  'B-12': {
    source: 'decision',
    place: 'keuze bij E-13, art. 2.14d lid 2',
    nl: 'Een buitenstaander mag: de werkgever betaalt als hij instemt, anders betaalt de werknemer en hoeft de eigen bedrijfsarts die niet in te schakelen.',
    en: 'An outsider is allowed: the employer pays if he agrees; if not, the employee pays and the own physician need not engage that person.',
  },
  'B-12a': {
    source: 'decision',
    place: 'keuze bij E-13',
    nl: 'Alleen de werknemer vraagt de werkgever om instemming met een buitenstaander; het model bericht de werkgever niets.',
    en: 'Only the employee asks the employer to agree to an outsider; the model tells the employer nothing.',
  },
  'B-13': {
    source: 'decision',
    place: 'keuze bij L-16 t/m L-23',
    nl: 'De volgorde is: kiezen, formulier, machtiging, versturen, ontvangst, week, antwoord.',
    en: 'The order is: choice, form, authorisation, sending, receipt, week, answer.',
  },
  'B-14': {
    source: 'decision',
    place: 'keuze bij L-20, L-23',
    nl: 'De week begint bij ontvangst, of bij verzending zolang geen ontvangst is gemeld of als het contract dat zegt.',
    en: 'The week starts on receipt, or on sending while no receipt is reported or where the contract says so.',
  },
  'B-15': {
    source: 'decision',
    place: 'keuze bij L-20',
    nl: 'De dag van ontvangst telt niet mee; de week eindigt met de afloop van dezelfde weekdag een week later.',
    en: 'The day of receipt does not count; the week ends when the same weekday a week later is over.',
  },
  'B-16': {
    source: 'decision',
    place: 'keuze bij L-20',
    nl: 'Weekend en feestdagen verlengen de week niet, tenzij het contract de Algemene termijnenwet toepast.',
    en: 'Weekends and holidays do not extend the week, unless the contract applies the General Extension of Time Limits Act.',
  },
  'B-17': {
    source: 'decision',
    place: 'keuze bij L-20, L-21, L-24',
    nl: 'Wie na de week niet antwoordde, geldt als niet beschikbaar; een laat ja telt tot opnieuw een ander is gekozen of een ander de aanvraag kreeg.',
    en: 'Silence after the week counts as unavailable; a late yes counts until another is newly chosen or has been sent the application.',
  },
  'B-17a': {
    source: 'decision',
    place: 'keuze bij L-20',
    nl: 'Elke arts die de aanvraag krijgt, heeft een eigen nieuwe week.',
    en: 'Each physician who is sent the application has a new week of his own.',
  },
  'B-17b': {
    source: 'decision',
    place: 'keuze bij L-20',
    nl: 'De week geldt alleen voor het antwoord, niet voor spreekuur of advies.',
    en: 'The week is for the answer only, not for consultation or advice.',
  },
  'B-18': {
    source: 'decision',
    place: 'keuze bij L-21, L-24, L-25',
    nl: 'Een tweede voorkeur is als volgende aan de beurt; zonder kiest de werknemer opnieuw, zo vaak als nodig. De werknemer hoort het altijd.',
    en: 'A second preference is next in line; without one the employee chooses again, as often as needed. The employee is always told.',
  },
  'B-18a': {
    source: 'decision',
    place: 'keuze bij L-17, L-26',
    nl: 'Voor elke ontvanger is een eigen machtiging nodig; twee tegelijk tekenen mag.',
    en: 'Each recipient needs an authorisation of his own; two may be signed at once.',
  },
  'B-18b': {
    source: 'decision',
    place: 'keuze bij L-22',
    nl: 'Medische gegevens gaan alleen naar een gemachtigde ontvanger, met de aanvraag mee of later.',
    en: 'Medical data go only to an authorised recipient, along with the application or later.',
  },
  'B-19': {
    source: 'decision',
    place: 'keuze bij L-18, L-19',
    nl: 'Een geweigerde machtiging houdt de aanvraag niet tegen; zij gaat dan zonder medische gegevens weg.',
    en: 'A withheld authorisation does not stop the application; it then goes without medical data.',
  },
  'B-20': {
    source: 'decision',
    place: 'keuze bij L-19',
    nl: 'Kan het niet zonder gegevens, dan gaat niets vanzelf naar de tweede voorkeur; de werknemer bepaalt hoe het verdergaat.',
    en: 'If it cannot be done without data, nothing moves to the second preference by itself; the employee decides how to go on.',
  },
  'B-21': {
    source: 'decision',
    place: 'keuze bij L-30, L-31',
    nl: 'Zonder dossier kan de bedrijfsarts second opinion zelf gegevens verzamelen: bij de werknemer, en bij anderen met toestemming per bron.',
    en: 'Without the file the second-opinion physician may collect data himself: from the employee, and from others with consent per source.',
  },
  'B-22': {
    source: 'decision',
    place: 'keuze bij L-17',
    nl: 'Een machtiging mag tot bepaalde gegevens beperkt zijn en geldt dan als getekend.',
    en: 'An authorisation may be limited to certain data and then counts as signed.',
  },
  'B-23': {
    source: 'decision',
    place: 'keuze bij L-27',
    nl: 'Alleen de bedrijfsarts second opinion kan van het spreekuur afzien, met redenen; het advies wordt toch besproken.',
    en: 'Only the second-opinion physician can forgo the consultation, with reasons; the advice is still discussed.',
  },
  'B-23a': {
    source: 'decision',
    place: 'keuze bij L-28',
    nl: 'Bij verzuimde afspraak of onbekende identiteit volgt een nieuwe afspraak; intrekken is het niet.',
    en: 'A missed appointment or unknown identity leads to a new appointment; it is no withdrawal.',
  },
  'B-24': {
    source: 'decision',
    place: 'keuze bij E-24, L-30, L-31',
    nl: 'De arts beslist of meer informatie nodig is; voor elke bron is toestemming nodig, en voor de eigen bedrijfsarts is dat de getekende machtiging.',
    en: 'The physician decides whether more information is needed; every source needs consent, and for the own physician the signed authorisation is that consent.',
  },
  'B-25': {
    source: 'decision',
    place: 'keuze bij L-34, L-35',
    nl: 'Het advies kan definitief worden na opmerkingen, na bericht dat er geen zijn of na een aangekondigde, verstreken termijn.',
    en: 'The advice can become final after remarks, after word that there are none, or after an announced period has passed.',
  },
  'B-26': {
    source: 'decision',
    place: 'keuze bij L-34, L-35',
    nl: 'De reactie gaat over feiten; een veto over de tekst heeft de werknemer niet.',
    en: 'The response is about facts; the employee has no veto over the text.',
  },
  'B-27': {
    source: 'decision',
    place: 'keuze bij E-25, L-33, L-36',
    nl: 'Eerst concept en bespreking, dan het definitieve advies aan de werknemer, dan pas de vraag om het door te sturen.',
    en: 'Draft and discussion come first, then the final advice to the employee, and only then the question of forwarding.',
  },
  'B-28': {
    source: 'decision',
    place: 'keuze bij L-37, L-39',
    nl: 'Zwijgen is geen toestemming; na een herinnering mag de bedrijfsarts second opinion melden dat er geen kopie komt.',
    en: 'Silence is no consent; after a reminder the second-opinion physician may report that no copy will come.',
  },
  'B-29': {
    source: 'decision',
    place: 'keuze bij L-40',
    nl: 'Beslissend is dat de eigen bedrijfsarts het advies heeft; de werknemer mag het ook zelf geven.',
    en: 'What counts is that the own physician has the advice; the employee may also hand it over himself.',
  },
  'B-30': {
    source: 'decision',
    place: 'keuze bij L-39',
    nl: 'Zonder kopie gaat de begeleiding door de eigen bedrijfsarts verder; de werknemer kan later alsnog toestemmen of het advies geven.',
    en: 'Without a copy the guidance by the own physician continues; the employee can still consent or hand over the advice later.',
  },
  'B-31': {
    source: 'decision',
    place: 'keuze bij L-37, L-38',
    nl: 'Toestemming intrekken kan tot de kopie is verstuurd; daarna blijft de plicht om te reageren.',
    en: 'Consent can be withdrawn until the copy has been sent; after that the duty to respond remains.',
  },
  'B-31a': {
    source: 'decision',
    place: 'keuze bij L-38',
    nl: 'Het advies gaat in zijn geheel door of niet.',
    en: 'The advice is forwarded whole or not at all.',
  },
  'B-31b': {
    source: 'decision',
    place: 'keuze bij L-40',
    nl: 'De redelijke termijn krijgt geen getal en verstrijkt niet vanzelf.',
    en: 'The reasonable period gets no number and does not lapse by itself.',
  },
  'B-32': {
    source: 'decision',
    place: 'keuze bij E-29, E-30, art. 2.14d lid 6',
    nl: 'Overdracht vragen kan zodra de eigen bedrijfsarts het advies heeft, ook als hij zwijgt, mits de begeleiding doorloopt.',
    en: 'A transfer can be asked once the own physician has the advice, even if he stays silent, provided guidance continues.',
  },
  'B-33': {
    source: 'decision',
    place: 'keuze bij E-32, art. 2.14d lid 6',
    nl: 'Zowel de eigen als de derde bedrijfsarts houdt de second opinion voor ogen.',
    en: 'Both the own and the third physician keep the second opinion in view.',
  },
  'B-34': {
    source: 'decision',
    place: 'keuze bij E-30',
    nl: 'De derde bedrijfsarts is een ander dan de eigen bedrijfsarts; dezelfde arbodienst mag.',
    en: 'The third physician is another than the own physician; the same occupational health service is allowed.',
  },
  'B-34a': {
    source: 'decision',
    place: 'keuze bij E-32',
    nl: 'De werknemer zegt bij het verzoek om overdracht of het advies mee mag.',
    en: 'When asking for a transfer the employee says whether the advice may go along.',
  },
  'B-35': {
    source: 'decision',
    place: 'keuze bij E-34',
    nl: 'Redenen voor het weigeren van overdracht zijn wenselijk, niet verplicht.',
    en: 'Reasons for refusing a transfer are desirable, not required.',
  },
  'B-36': {
    source: 'decision',
    place: 'keuze bij E-34',
    nl: 'De werkgever beslist vrij of er een andere bedrijfsarts komt en weet alleen wat de werknemer vertelt.',
    en: 'The employer decides freely whether another physician comes, and knows only what the employee tells.',
  },
  'B-37': {
    source: 'decision',
    place: 'keuze bij E-35 t/m E-38',
    nl: 'Klagen kan altijd, ook na afloop en vaker dan eens, en schort niets op.',
    en: 'A complaint is possible at any time, also afterwards and more than once, and suspends nothing.',
  },
  'B-37a': {
    source: 'decision',
    place: 'keuze bij E-34, E-35',
    nl: 'Klacht en vraag aan de werkgever staan los van elkaar.',
    en: 'The complaint and the request to the employer are independent of each other.',
  },
  'B-38': {
    source: 'decision',
    place: 'keuze bij L-11, L-12',
    nl: 'Voor verzending is uitgelegd dat het advies blijft gelden; of er afspraken met de werkgever zijn, maakt niet uit.',
    en: 'Before sending it has been explained that the advice stays in force; whether there are arrangements with the employer does not matter.',
  },
  'B-39': {
    source: 'decision',
    place: 'geen bepaling; eigen keuze',
    nl: 'De werknemer kan de aanvraag intrekken tijdens aanvraag en uitvoering, en een verzoek om overdracht tot dat is geweigerd of de derde het aanvaardt; de betrokken artsen horen dat, de werkgever niet.',
    en: 'The employee can withdraw the request during application and execution, and a request for transfer until it is refused or the third physician accepts; the physicians involved are told, the employer is not.',
  },
  'B-40': {
    source: 'decision',
    place: 'keuze bij L-16, L-22',
    nl: 'Anderen mogen voorbereiden en vastleggen; inwilligen, weigeren, verzenden en beslissen doet de bedrijfsarts zelf.',
    en: 'Others may prepare and record; honouring, refusing, sending and deciding are for the physician in person.',
  },
  'B-41': {
    source: 'decision',
    place: 'keuze bij E-43',
    nl: 'Second opinion en deskundigenoordeel sluiten elkaar niet uit; de weg naar UWV kiest de werknemer.',
    en: 'Second opinion and expert opinion do not exclude each other; the employee chooses the way to UWV.',
  },
  'B-42': {
    source: 'decision',
    place: 'keuze bij E-33',
    nl: 'De werkgever hoort niets, behalve een overdracht en wat de werknemer vertelt of toestaat; kosten blijven anoniem.',
    en: 'The employer learns nothing but a transfer and what the employee tells or allows; costs stay anonymous.',
  },
  'B-43': {
    source: 'decision',
    place: 'keuze bij art. 2.14d lid 1',
    nl: 'Het Arbobesluit geeft de doorslag: over een aanstellingskeuring is er geen second opinion.',
    en: 'The decree prevails: there is no second opinion on a pre-employment examination.',
  },
  'B-44': {
    source: 'decision',
    place: 'keuze bij E-02',
    nl: 'De Arbowet is ouder; de wijziging met dit recht ging op 1 juli 2017 in.',
    en: 'The Act is older; the amendment with this right took effect on 1 July 2017.',
  },
  'B-45': {
    source: 'decision',
    place: 'keuze bij E-14',
    nl: 'Over een sanctie of boete voor wie weigert doet het model geen uitspraak.',
    en: 'The model states no sanction or fine for a physician who refuses.',
  },
  'B-46': {
    source: 'decision',
    place: 'geen bepaling; eigen keuze',
    nl: 'De zaak kent rollen in plaats van personen en eindigt niet vanzelf bij vervanging, herstel of vertrek.',
    en: 'The case knows roles instead of persons and does not end by itself on replacement, recovery or departure.',
  },
  'B-47': {
    source: 'decision',
    place: 'geen bepaling; eigen keuze',
    nl: 'Het model houdt geen bewaartermijn bij.',
    en: 'The model keeps no retention period.',
  },

  // Rules drawn from case law and professional guidance
  'G-1': {
    source: 'rule',
    place: 'regel bij art. 2.14d lid 3',
    nl: 'Stilzitten is geen weigering: het verzoek blijft open tot verzending of een gemotiveerd nee. Een alarmdag uit het contract verbiedt niets.',
    en: 'Doing nothing is no refusal: the request stays open until it is sent or refused with reasons. An alarm day in the contract forbids nothing.',
  },
  'G-2': {
    source: 'rule',
    place: 'regel bij L-08, E-14',
    nl: 'De eigen bedrijfsarts kan op een weigering terugkomen.',
    en: 'The own physician can go back on a refusal.',
  },
  'G-3': {
    source: 'rule',
    place: 'regel bij L-09, E-18',
    nl: 'Dat UWV beter past is advies, en een arbeidsconflict is geen zwaarwegend argument.',
    en: 'That UWV fits better is advice, and a labour conflict is no compelling ground.',
  },
  'G-4': {
    source: 'rule',
    place: 'regel bij art. 2.14d lid 6, E-33',
    nl: 'Dat er een verzoek is, blijft geheim voor de werkgever, tenzij de werknemer toestemming geeft.',
    en: 'That there is a request stays secret from the employer, unless the employee consents.',
  },
  'G-5': {
    source: 'rule',
    place: 'regel bij art. 2.14d lid 1 en 2',
    nl: 'Een zaak gaat over één advies met dag en gever; onafhankelijkheid geldt tegenover die gever en de huidige eigen bedrijfsarts.',
    en: 'A case is about one advice with its day and giver; independence is measured against that giver and the present own physician.',
  },
  'G-6': {
    source: 'rule',
    place: 'regel bij L-08, L-10',
    nl: 'Alleen een geregistreerde bedrijfsarts beslist; een weigering door iemand anders is er geen.',
    en: 'Only a registered occupational physician decides; a refusal by anyone else is none.',
  },
  'G-7': {
    source: 'rule',
    place: 'regel bij E-44',
    nl: 'Een consult in opdracht van de werkgever is geen second opinion; alleen de werknemer opent een zaak.',
    en: 'A consult ordered by the employer is no second opinion; only the employee opens a case.',
  },
  'G-8': {
    source: 'rule',
    place: 'regel bij E-31 t/m E-33',
    nl: 'De derde bedrijfsarts aanvaardt de begeleiding of bedankt; pas na aanvaarding hoort de werkgever het.',
    en: 'The third physician accepts the guidance or declines; only on acceptance is the employer told.',
  },
  'G-9': {
    source: 'rule',
    place: 'regel bij L-11',
    nl: 'Het eerste advies geldt in elke stap; de second opinion houdt UWV noch werkgever tegen.',
    en: 'The first advice holds in every step; the second opinion stops neither UWV nor employer.',
  },
  'G-10': {
    source: 'rule',
    place: 'regel bij L-41',
    nl: 'Het advies niet overnemen mag, maar nooit zonder redenen.',
    en: 'Not adopting the advice is allowed, but never without reasons.',
  },
  'G-11': {
    source: 'rule',
    place: 'regel bij E-01',
    nl: 'Het maakt niet uit welke kant de twijfel op gaat, ook richting meer werken.',
    en: 'Which way the doubt points does not matter, towards working more included.',
  },
  'G-12': {
    source: 'rule',
    place: 'regel bij art. 2.14e lid 4',
    nl: 'Een klacht krijgt een ontvangstbericht en een inhoudelijk antwoord; een alarmdag is er alleen als het contract die geeft.',
    en: 'A complaint is acknowledged and gets an answer on the merits; there is an alarm day only if the contract gives one.',
  },
  'G-13': {
    source: 'rule',
    place: 'regel bij L-33, L-35',
    nl: 'Na nieuwe informatie ziet de werknemer eerst een nieuw concept; dan pas wordt het advies definitief.',
    en: 'After new information the employee first sees a new draft; only then does the advice become final.',
  },
  'G-14': {
    source: 'rule',
    place: 'regel bij B-46',
    nl: 'Een andere eigen bedrijfsarts is gewoon; het bestreden advies houdt zijn gever.',
    en: 'A change of own physician is ordinary; the contested advice keeps its giver.',
  },
  'G-15': {
    source: 'rule',
    place: 'regel bij L-17',
    nl: 'Anoniem navragen of een collega tijd heeft, mag zonder machtiging.',
    en: 'Asking a colleague anonymously about availability needs no authorisation.',
  },
  'G-16': {
    source: 'rule',
    place: 'regel bij B-45',
    nl: 'Uit een afwijking leidt het model nooit een sanctie af.',
    en: 'The model never derives a sanction from a deviation.',
  },
});

/** The id of a clause, such as `L-20`. */
export type ClauseId = keyof typeof clauses;

/** By what an id begins with; decisions and rules are our own choice. */
const rankOfKind: Record<string, Rank> = { D: 'law', W: 'law', L: 'pool', E: 'commentary' };

const highestFirst: readonly Rank[] = ['law', 'pool', 'commentary'];

/** The highest rank among the clauses cited. */
export function rankOf(cited: readonly ClauseId[]): Rank {
  const ranks = cited.map((id) => rankOfKind[id.charAt(0)]);
  return highestFirst.find((rank) => ranks.includes(rank)) ?? 'choice';
}
