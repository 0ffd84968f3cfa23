import type { ClauseId } from '../clauses.js';

/** What each clause says, in Dutch. */
export const clauses: Record<ClauseId, string> = {
  // Arbobesluit
  'D-1.34a': 'Voor militair personeel mag de andere bedrijfsarts bij Defensie of bij dezelfde arbodienst werken.',
  'D-2.14d.1':
    'De werkgever zorgt dat een werknemer die twijfelt aan advies bij verzuim, periodiek onderzoek of consultatie kan vragen een tweede bedrijfsarts te raadplegen.',
  'D-2.14d.2':
    'De andere bedrijfsarts hoort niet bij de arbodienst of het bedrijf van de eerste. Het contract noemt wie het kan zijn, tenzij werknemer en werkgever samen een ander kiezen.',
  'D-2.14d.3':
    'De eerste bedrijfsarts schakelt na overleg zo spoedig mogelijk een ander in, behalve bij zwaarwegende argumenten, met redenen meegedeeld. Bij meer namen kiest de werknemer.',
  'D-2.14d.4':
    'De eerste bedrijfsarts geeft relevante informatie over het bedrijf, en over de werknemer alleen met uitdrukkelijke toestemming. De ander mag meer verzamelen.',
  'D-2.14d.5':
    'Na bespreking bepaalt de werknemer of de eerste bedrijfsarts het advies krijgt. Met uitdrukkelijke toestemming leest die het binnen een redelijke termijn en meldt met redenen of het helemaal, deels of niet wordt overgenomen.',
  'D-2.14d.6':
    'Loopt de begeleiding door, dan hervat de eerste bedrijfsarts die. Doet de arts (als die het advies heeft) er volgens de werknemer te weinig mee en is verdere begeleiding daarom ongewenst, dan overweegt de arts overdracht en meldt een overdracht aan de werkgever.',
  'D-2.14e.1': 'Elke bedrijfsarts heeft een procedure waarmee de werknemer kan klagen.',
  'D-2.14e.2': 'De werknemer kan de klachtenprocedure kennen; zij beschrijft behandeling, beslissing en de uitvoering van maatregelen.',
  'D-2.14e.3': 'Een klacht wordt met zorg onderzocht.',
  'D-2.14e.4':
    'De klager hoort van ontvangst en voortgang, krijgt oordeel en beslissing met redenen en verneemt de termijn van eventuele maatregelen.',
  'D-2.14e.5': 'Wie bij de klacht betrokken is, heeft geen aandeel in ontvangst, onderzoek, oordeel en beslissing.',

  // Arbowet
  'W-14.2.g':
    'De bedrijfsarts willigt een verzoek om over het advies een collega te raadplegen zo spoedig mogelijk in, tenzij er zwaarwegende argumenten tegen zijn.',
  'W-14.2.h': 'De bedrijfsarts beschikt over een deugdelijke regeling voor de behandeling van klachten.',
  'W-14.4': 'Werkgever en deskundigen leggen in een schriftelijk contract vast hoe de deskundige bijstand verloopt.',
  'W-44': 'Kosten van naleving van de arboregels komen niet voor rekening van de werknemer.',

  // LPBSO, steps for the employee
  'L-01': 'De procedure kent drie fasen: aanvraag, uitvoering en afronding.',
  'L-02': 'De stappen gelden als het contract voor de second opinion een bedrijfsarts uit de LPBSO aanwijst.',
  'L-03': 'De werknemer heeft gegronde twijfel aan een advies van de eigen bedrijfsarts.',
  'L-04': 'De beoordeling komt van een bedrijfsarts die niet aan dezelfde arbodienst verbonden is.',
  'L-05': 'De werknemer meldt de wens bij de eigen bedrijfsarts.',
  'L-06': 'De eigen bedrijfsarts bespreekt met de werknemer welk instrument het beste past.',
  'L-07': 'De beslishulp geeft houvast bij de keuze van het instrument en bij het oordeel over een weigering.',
  'L-08': 'Past een second opinion, dan willigt de eigen bedrijfsarts het verzoek in.',
  'L-09': 'Alleen zwaarwegende argumenten staan inwilliging van een passend verzoek in de weg.',
  'L-10': 'Een afwijzing hoort de werknemer van de eigen bedrijfsarts, met de redenen erbij.',
  'L-11': 'De eigen bedrijfsarts legt uit dat het eigen advies tijdens de second opinion blijft gelden.',
  'L-12': 'De eigen bedrijfsarts legt uit dat de werknemer intussen op basis van dat advies afspraken met de werkgever moet maken.',
  'L-13': 'De werknemer kiest op de LPBSO-site een bedrijfsarts second opinion; de eigen bedrijfsarts mag adviseren.',
  'L-14': 'Het helpt om meteen een tweede voorkeur te noemen, voor als de eerste niet kan.',
  'L-15': 'De tweede voorkeur dient om tijdverlies te voorkomen.',
  'L-16': 'Het aanvraagformulier wordt door de eigen bedrijfsarts opgesteld.',
  'L-17': 'Voor het doorgeven van relevante medische gegevens vraagt de eigen bedrijfsarts een ondertekende machtiging.',
  'L-18': 'Weigert de werknemer de machtiging, dan gaat de second opinion mogelijk niet door.',
  'L-19': 'Of het zonder machtiging kan, beoordeelt de bedrijfsarts second opinion.',
  'L-20': 'De bedrijfsarts second opinion heeft een week om op de aanvraag te antwoorden.',
  'L-21': 'Kan de gekozen arts niet, dan gaat de aanvraag via de eigen bedrijfsarts naar de ander die met de werknemer is uitgezocht.',
  'L-22': 'De eigen bedrijfsarts stuurt aanvraag, achtergrondgegevens en machtiging op.',
  'L-23': 'De aanvraag bereikt de bedrijfsarts second opinion via de eigen bedrijfsarts.',
  'L-24': 'Is de gekozen arts niet beschikbaar, dan zoekt de eigen bedrijfsarts contact met de werknemer.',
  'L-25': 'De werknemer kan dan een ander uit de pool kiezen, desgewenst na advies van de eigen bedrijfsarts.',
  'L-26': 'De nieuw gekozen arts krijgt de stukken die van belang zijn.',
  'L-27': 'Uitgangspunt is dat de werknemer op spreekuur komt bij de bedrijfsarts second opinion.',
  'L-28': 'Op het spreekuur wordt naar een legitimatiebewijs gevraagd.',
  'L-29': 'Het spreekuur bestaat uit een gesprek en, waar nodig, medisch onderzoek.',
  'L-30': 'Zijn er meer gegevens nodig, dan overlegt de bedrijfsarts second opinion daarover met de werknemer.',
  'L-31': 'Meer gegevens kunnen komen van de eigen bedrijfsarts, behandelaars, de werkgever of elders.',
  'L-32': 'De bedrijfsarts second opinion stelt een onderbouwd conceptadvies op.',
  'L-33': 'De werknemer krijgt het conceptadvies te lezen.',
  'L-34': 'De werknemer kan melden welke feiten in het concept niet kloppen.',
  'L-35': 'De bedrijfsarts second opinion bepaalt zelf hoe opmerkingen in het definitieve advies doorwerken.',
  'L-36': 'Het definitieve advies gaat naar de werknemer.',
  'L-37': 'Met een aparte machtiging vraagt de bedrijfsarts second opinion of het advies naar de eigen bedrijfsarts mag.',
  'L-38': 'Met toestemming van de werknemer krijgt de eigen bedrijfsarts een kopie.',
  'L-39': 'Zonder toestemming van de werknemer laat de bedrijfsarts second opinion de eigen bedrijfsarts weten dat er geen kopie komt.',
  'L-40': 'Heeft de eigen bedrijfsarts een kopie, dan volgt het lezen binnen een redelijke termijn.',
  'L-41': 'De eigen bedrijfsarts meldt de werknemer met redenen of het advies helemaal, deels of niet wordt overgenomen.',

  // Enroute, article
  'E-01': 'Iedere werknemer met twijfel over een advies van de bedrijfsarts mag om een second opinion vragen.',
  'E-02': 'Het artikel plaatst dit recht in de Arbowet, met als datum 1 juli 2017.',
  'E-03': 'Bij een second opinion geeft een tweede bedrijfsarts een oordeel over de gezondheid van de werknemer.',
  'E-04': 'Soms past een deskundigenoordeel van UWV beter.',
  'E-05': 'Twijfel over het advies is de aanleiding voor een aanvraag.',
  'E-06': 'De aanvraag loopt via de eigen bedrijfsarts.',
  'E-07': 'Het contract van de werkgever met bedrijfsarts of arbodienst noemt wie de second opinion mag doen.',
  'E-08': 'Noemt het contract er meer dan één, dan kiest de werknemer.',
  'E-09': 'De second opinion bindt de eigen bedrijfsarts niet.',
  'E-10': 'De eigen bedrijfsarts mag het advies helemaal, deels of niet overnemen.',
  'E-11': 'De werkgever betaalt, op twee uitzonderingen na.',
  'E-12': 'De werkgever betaalt niet na een weigering wegens zwaarwegende argumenten.',
  'E-13': 'De werkgever betaalt niet als de werknemer zonder instemming van de werkgever iemand van buiten het contract kiest.',
  'E-14': 'De eigen bedrijfsarts heeft de mogelijkheid te weigeren.',
  'E-15': 'Een weigering rust op zwaarwegende argumenten en op niets anders.',
  'E-16': 'De eigen bedrijfsarts zet de argumenten voor een weigering op schrift en geeft ze door.',
  'E-17': 'Zwaarwegende argumenten doen zich zelden voor.',
  'E-18': 'Alleen misbruik van het recht op een second opinion telt als zwaarwegend.',
  'E-19': 'Een voorbeeld van misbruik is telkens weer over dezelfde kwestie een second opinion vragen.',
  'E-20': 'De werknemer vertelt de bedrijfsarts een second opinion te willen.',
  'E-21': 'Pas na het ja van de bedrijfsarts kiest de werknemer een bedrijfsarts second opinion.',
  'E-22': 'Wie beschikbaar is, volgt uit het contract.',
  'E-23': 'De eigen bedrijfsarts voorziet de bedrijfsarts second opinion van alles wat relevant is.',
  'E-24': 'De bedrijfsarts second opinion beslist of er meer informatie nodig is.',
  'E-25': 'De bedrijfsarts second opinion neemt het advies met de werknemer door.',
  'E-26': 'De werknemer bepaalt of het advies naar de eigen bedrijfsarts gaat.',
  'E-27': 'Mag het advies door, dan leest de eigen bedrijfsarts het.',
  'E-28': 'De eigen bedrijfsarts meldt in hoeverre de second opinion wordt overgenomen.',
  'E-29': 'Maatstaf is of de werknemer zelf vindt dat de second opinion te weinig meetelt.',
  'E-30': 'De werknemer kan om begeleiding door een derde bedrijfsarts vragen.',
  'E-31': 'De eigen bedrijfsarts overweegt de begeleiding over te dragen.',
  'E-32': 'De derde bedrijfsarts houdt rekening met wat de second opinion opleverde.',
  'E-33': 'De eigen bedrijfsarts meldt de overdracht aan de werkgever.',
  'E-34': 'Gaat de overdracht niet door, dan kan de werknemer de werkgever om een andere bedrijfsarts vragen.',
  'E-35': 'De werknemer kan ook bij bedrijfsarts of arbodienst een klacht indienen.',
  'E-36': 'Elke bedrijfsarts of arbodienst moet klachten in een vaste procedure behandelen.',
  'E-37': 'Klagen kan na dit proces, en ook als het niet lukt om er met de bedrijfsarts uit te komen.',
  'E-38': 'Een klacht kan ook dienen om te melden dat iets onprettig is verlopen.',
  'E-39': 'De second opinion dient om zekerder te weten of het advies klopt.',
  'E-40': 'Het gaat om de gezondheid en om wat iemand daardoor in het werk wel en niet kan.',
  'E-41': 'De second opinion past als de werknemer een verkeerde inschatting van de eigen mogelijkheden vermoedt en medische expertise zoekt.',
  'E-42': 'Werknemer en werkgever kunnen het oneens zijn over re-integratie of passend werk.',
  'E-43': 'Is er onenigheid met de werkgever, dan is er het deskundigenoordeel van UWV.',
  'E-44': 'Alleen de werknemer kan om een second opinion vragen.',
  'E-45': 'Een deskundigenoordeel staat ook open voor de werkgever.',
  'E-46': 'Auteursblok, aankondigingen, paginanummers en auteursrechtregel bevatten geen regel.',

  // Decisions on doubts and conflicts between the sources
  'B-01': 'De werknemer noemt de twijfel; niemand toetst of die gegrond is.',
  'B-02': 'Een beter passend instrument is een advies; wie toch een second opinion wil, krijgt die, behoudens zwaarwegende argumenten.',
  'B-03':
    'Alleen misbruik is een zwaarwegend argument: herhaling, het gewenste antwoord zoeken, opzettelijk vertragen, willen schaden of ander misbruik.',
  'B-04': 'Er geldt geen vast aantal; een weigering wegens herhaling noemt een eerdere, afgeronde second opinion over dezelfde vraag.',
  'B-05': 'Een verzoek buiten de regeling krijgt een eigen uitkomst met redenen; dat is geen weigering.',
  'B-06': 'Na een weigering betaalt niemand binnen de procedure; een mening die de werknemer zelf regelt, is voor eigen rekening.',
  'B-07': 'De redenen van een weigering staan op schrift.',
  'B-08': 'Na een weigering of ander einde van de aanvraag mag de werknemer over hetzelfde advies opnieuw vragen.',
  'B-08a': 'Voor beslissen en versturen geldt geen getal: het moet zo spoedig mogelijk.',
  'B-09': 'Noemt het contract maar één arts, dan bevestigt de werknemer die of spreekt met de werkgever een ander af.',
  'B-10': 'De werknemer kiest de arts; de eigen bedrijfsarts verstuurt de aanvraag.',
  'B-11': 'Onafhankelijkheid gaat boven de lijst in het contract; alleen voor militair personeel geldt een uitzondering.',
  'B-12':
    'Een buitenstaander mag: de werkgever betaalt na instemming, anders betaalt de werknemer en hoeft de eigen bedrijfsarts die niet in te schakelen.',
  'B-12a': 'Alleen de werknemer vraagt de werkgever om instemming met een buitenstaander; het model bericht de werkgever niets.',
  'B-13': 'De volgorde is: kiezen, formulier, machtiging, versturen, ontvangst, week, antwoord.',
  'B-14': 'De week begint bij ontvangst, of bij verzending zolang geen ontvangst is gemeld of als het contract dat zegt.',
  'B-15': 'De dag van ontvangst telt niet mee; de week eindigt met de afloop van dezelfde weekdag een week later.',
  'B-16': 'Weekend en feestdagen verlengen de week niet, tenzij het contract de Algemene termijnenwet toepast.',
  'B-17':
    'Wie na de week niet antwoordde, geldt als niet beschikbaar; een laat ja telt tot opnieuw een ander is gekozen of een ander de aanvraag kreeg.',
  'B-17a': 'Elke arts die de aanvraag krijgt, heeft een eigen nieuwe week.',
  'B-17b': 'De week geldt alleen voor het antwoord, niet voor spreekuur of advies.',
  'B-18': 'Een tweede voorkeur is als volgende aan de beurt; zonder kiest de werknemer opnieuw, zo vaak als nodig. De werknemer hoort het altijd.',
  'B-18a': 'Voor elke ontvanger is een eigen machtiging nodig; twee tegelijk tekenen mag.',
  'B-18b': 'Medische gegevens gaan alleen naar een gemachtigde ontvanger, met de aanvraag mee of later.',
  'B-19': 'Een geweigerde machtiging houdt de aanvraag niet tegen; zij gaat dan zonder medische gegevens weg.',
  'B-20': 'Kan het niet zonder gegevens, dan gaat niets vanzelf naar de tweede voorkeur; de werknemer bepaalt hoe het verdergaat.',
  'B-21': 'Zonder dossier kan de bedrijfsarts second opinion zelf gegevens verzamelen: bij de werknemer, en bij anderen met toestemming per bron.',
  'B-22': 'Een machtiging mag tot bepaalde gegevens beperkt zijn en geldt dan als getekend.',
  'B-23': 'Alleen de bedrijfsarts second opinion kan van het spreekuur afzien, met redenen; het advies wordt toch besproken.',
  'B-23a': 'Bij verzuimde afspraak of onbekende identiteit volgt een nieuwe afspraak; intrekken is het niet.',
  'B-24':
    'De arts beslist of meer informatie nodig is; voor elke bron is toestemming nodig, en voor de eigen bedrijfsarts is dat de getekende machtiging.',
  'B-25': 'Het advies kan definitief worden na opmerkingen, na bericht dat er geen zijn of na een aangekondigde, verstreken termijn.',
  'B-26': 'De reactie gaat over feiten; een veto over de tekst heeft de werknemer niet.',
  'B-27': 'Eerst concept en bespreking, dan het definitieve advies aan de werknemer, dan pas de vraag om het door te sturen.',
  'B-28': 'Zwijgen is geen toestemming; na een herinnering mag de bedrijfsarts second opinion melden dat er geen kopie komt.',
  'B-29': 'Beslissend is dat de eigen bedrijfsarts het advies heeft; de werknemer mag het ook zelf geven.',
  'B-30': 'Zonder kopie gaat de begeleiding door de eigen bedrijfsarts verder; de werknemer kan later alsnog toestemmen of het advies geven.',
  'B-31': 'Toestemming intrekken kan tot de kopie is verstuurd; daarna blijft de plicht om te reageren.',
  'B-31a': 'Het advies gaat in zijn geheel door of niet.',
  'B-31b': 'De redelijke termijn krijgt geen getal en verstrijkt niet vanzelf.',
  'B-32': 'Overdracht vragen kan zodra de eigen bedrijfsarts het advies heeft, ook als er geen beslissing komt, mits de begeleiding doorloopt.',
  'B-33': 'Zowel de eigen als de derde bedrijfsarts houdt de second opinion voor ogen.',
  'B-34': 'De derde bedrijfsarts is een ander dan de eigen bedrijfsarts; dezelfde arbodienst mag.',
  'B-34a': 'De werknemer zegt bij het verzoek om overdracht of het advies mee mag.',
  'B-35': 'Redenen voor het weigeren van overdracht zijn wenselijk, niet verplicht.',
  'B-36': 'De werkgever beslist vrij of er een andere bedrijfsarts komt en weet alleen wat de werknemer vertelt.',
  'B-37': 'Klagen kan altijd, ook na afloop en vaker dan eens, en schort niets op.',
  'B-37a': 'Klacht en vraag aan de werkgever staan los van elkaar.',
  'B-38': 'Voor verzending is uitgelegd dat het advies blijft gelden; of er afspraken met de werkgever zijn, maakt niet uit.',
  'B-39':
    'De werknemer kan de aanvraag intrekken tot het advies definitief is, en een verzoek om overdracht tot dat is geweigerd of de derde het aanvaardt; de betrokken artsen horen dat, de werkgever niet.',
  'B-40': 'Anderen mogen voorbereiden en vastleggen; inwilligen, weigeren, verzenden en beslissen doet de bedrijfsarts zelf.',
  'B-41': 'Second opinion en deskundigenoordeel sluiten elkaar niet uit; de weg naar UWV kiest de werknemer.',
  'B-42': 'De werkgever hoort niets, behalve een overdracht en wat de werknemer vertelt of toestaat; kosten blijven anoniem.',
  'B-43': 'Het Arbobesluit geeft de doorslag: over een aanstellingskeuring is er geen second opinion.',
  'B-44': 'De Arbowet is ouder; de wijziging met dit recht ging op 1 juli 2017 in.',
  'B-45': 'Over een sanctie of boete voor wie weigert doet het model geen uitspraak.',
  'B-46': 'De zaak kent rollen in plaats van personen en eindigt niet vanzelf bij vervanging, herstel of vertrek.',
  'B-47': 'Het model houdt geen bewaartermijn bij.',
  'B-48': 'De werknemer kan de vraagstelling meteen meegeven, of later in de aanvraagfase formuleren en bijstellen.',
  'B-49':
    'Een aanvraag vervalt alleen waar op de werknemer wordt gewacht: bij de keuze, de machtiging, het heroverwegen of de uitnodiging. In de aanvraagfase stelt de eigen bedrijfsarts dat vast, bij de uitnodiging de bedrijfsarts second opinion; de werknemer en de betrokken artsen horen het.',
  'B-50':
    'Overlijdt de werknemer, dan vervalt de aanvraag, in welke fase ook en zonder herinnering. De eigen bedrijfsarts, de bedrijfsarts second opinion of de administratie meldt dat, de werkgever niet; klachten lopen door.',
  'B-51':
    'Een beslissing zonder kopie is een afwijking: de werknemer hoort ervan en houdt alle wegen open. Komt er een kopie, dan beslist de eigen bedrijfsarts alsof er nog niet was beslist.',
  'B-52': 'De aanvraag intrekken kan tot het advies definitief is. Nee zeggen tegen de kopie is daarna een geweigerde toestemming, geen intrekking.',
  'B-53':
    'Is er een machtiging, dan is de eigen bedrijfsarts aan zet tot de medische gegevens er zijn; alsnog sturen kan. Ontbreken ze geheel of deels, dan mag de bedrijfsarts second opinion oordelen dat de second opinion niet uitvoerbaar is, door wie dat ook komt.',
  'B-54':
    'De eigen bedrijfsarts hoort welke informatie de bedrijfsarts second opinion vraagt, en is aan zet tot die er is. Gaat een vraag met toestemming naar de werkgever of de werkplek, dan hoort de werkgever alleen waarover die gaat.',
  'B-55':
    'Zodra de eigen bedrijfsarts een kopie heeft, kan de werknemer de werkgever om een andere bedrijfsarts vragen, en die vraag terugnemen. Deze route loopt naast de procedure en houdt niets op; de eigen bedrijfsarts en de planning zien er niets van.',
  'B-56':
    'Na de beslissing of een geweigerde overdracht kan zowel de werknemer als de eigen bedrijfsarts de zaak afsluiten; de ander krijgt bericht. Overdracht vragen kan daarna nog.',
  'B-57':
    'Tot het advies definitief is, kan de bedrijfsarts second opinion de opdracht teruggeven en kan de werknemer die beëindigen. Dan volgt de tweede voorkeur of een nieuwe keuze; de betrokken artsen horen het.',
  'B-58':
    'Tot het advies definitief is, kan de werknemer de weg naar UWV kiezen. De eigen bedrijfsarts hoort dat; voor de bedrijfsarts second opinion is het een intrekking.',
  'B-59':
    'Ontbrekende redenen blijft de eigen bedrijfsarts verschuldigd; wie ze alsnog geeft, wist de afwijking niet uit. Op een beslissing terugkomen kan: de laatste telt en de werknemer hoort het.',
  'B-60':
    'De bedrijfsarts second opinion kan het definitieve advies verbeteren; de werknemer hoort het, en een toestemming voor de oude tekst die nog niet is gebruikt, vervalt. Had de eigen bedrijfsarts de oude tekst al, dan kan de werknemer de nieuwe zelf geven.',
  'B-61': 'Een overdracht ontslaat de eigen bedrijfsarts niet van een reactie op het advies; de termijn loopt door.',
  'B-62': 'Een machtiging voor medische gegevens kan de werknemer ook al bij het kiezen geven, weigeren of intrekken.',
  'B-63':
    'Toestemming om door te sturen noemt een persoon. Wordt de eigen bedrijfsarts vóór het doorsturen vervangen, dan is de werknemer na bericht aan zet: opnieuw toestemmen of het advies zelf geven.',
  'B-64':
    'Heeft de werknemer het advies zelf gegeven, dan hoort de bedrijfsarts second opinion dat een antwoord over doorsturen niet meer nodig is. Voor die arts is de zaak daarmee af.',
  'B-65':
    'Een opvolger van de eigen bedrijfsarts krijgt wat de voorganger had alleen met toestemming van de werknemer. Zonder die toestemming ziet de opvolger dat er een aanvraag loopt en wat er nu moet gebeuren; heeft de voorganger de kopie, dan is de werknemer aan zet.',
  'B-66': 'De opvolger hoort meteen wat nu van de eigen bedrijfsarts wordt gevraagd, en niets anders.',
  'B-67': 'Aan wat een partij kan melden, is niets af te lezen: het wordt aangenomen in elke stap die er voor die partij hetzelfde uitziet.',
  'B-68': 'Het bericht van een weigering noemt de argumenten, de redenen of dat die nog komen, de klachtenprocedure, en dat opnieuw vragen mag.',
  'B-69':
    'Van een kopie die zonder toestemming is doorgestuurd hoort de werknemer; de ontvanger hoeft er niets mee en de stap blijft dezelfde. Toestemming achteraf laat de plicht om te reageren ingaan.',
  'B-70':
    'Dat een weigering zwaarwegende argumenten noemt, eist de wet; dat alleen misbruik als zodanig telt, staat in de toelichting en is een keuze. Beide worden apart getoetst.',
  'B-71':
    'Los staan van de dienst van wie het bestreden advies gaf, eist de wet; los staan van de dienst van de huidige eigen bedrijfsarts, vraagt de pool. Wat tegen dat laatste in is gedaan, is een afwijking maar blijft gelden.',
  'B-72': 'Toestemming voor een andere bron dan de eigen bedrijfsarts rust op de stappen van de pool, niet op het Arbobesluit.',
  'B-73':
    'Een klacht wordt niet behandeld door wie zij betreft, een arts van de zaak, de werkgever of de werknemer. De planning mag de ontvangst bevestigen.',
  'B-74':
    'Het contract kan naast bedrijfsartsen ook arbodiensten noemen; wie daar werkt, is geen buitenstaander. Een bedrijfsarts kan een eigen klachtenprocedure hebben.',
  'B-75':
    'Het bestreden advies geldt tot de second opinion helemaal of deels is overgenomen of de begeleiding is overgedragen. Wat daarna geldt, bepaalt de gewone begeleiding.',
  'B-76': 'Kiest de werknemer de weg naar UWV, dan betaalt binnen de procedure niemand. Wat UWV rekent, staat daarbuiten.',
  'B-77':
    'Een herinnering telt vanaf de dag na het verzoek of het advies waaraan zij herinnert. Meldt de arts dat de werknemer van de bespreking afziet, dan verwijst die melding naar een document.',
  'B-78':
    'Het einde van de begeleiding meldt de werknemer of de administratie. Met alleen een eigen verklaring kan de eigen bedrijfsarts het recht om overdracht te vragen niet beëindigen.',
  'B-79': 'De administratie ziet wat voor de planning nodig is, en niets wat de eigen bedrijfsarts niet mag zien.',
  'B-80':
    'Overdracht vragen heeft twee voorwaarden: volgens de werknemer krijgt het advies te weinig gewicht, en is verdere begeleiding door deze arts daarom niet gewenst.',
  'B-81':
    'Een aanvraag aan iemand die niet was gekozen, verbruikt de keuze van de werknemer niet: wie gekozen is en nog niet gevraagd, is als volgende aan de beurt. Wie betaalt, volgt uit die keuze.',
  'B-82': 'Wat zonder beletsel wordt aangeboden, kan ook gebeuren. De zaak wacht alleen op wie iets kan doen.',
  'B-83':
    'Zolang een klacht niet is beantwoord, kan een ander die niet betrokken is haar overnemen door de ontvangst te bevestigen. De vorige klachtbehandelaar krijgt bericht.',
  'B-84':
    'Heeft de werknemer voor de ontvanger niet getekend, dan staat bij het sturen van medische gegevens vooraf vermeld dat de machtiging ontbreekt.',
  'B-85':
    'Wat de werkgever met toestemming is verteld, houdt zijn dag. Het later zonder toestemming nog eens vertellen is een afwijking, en de werkgever ziet die niet.',
  'B-86': 'Verklaringen over dezelfde machtiging staan in de volgorde van hun dagen: een oudere maakt een jongere niet ongedaan.',
  'B-87': 'Wie bedankte, niet op tijd reageerde of de opdracht teruggaf, is niet opnieuw als volgende aan de beurt.',
  'B-88':
    'Een nee, een ontvangst of een oordeel dat het niet uitvoerbaar is, van een dag binnen de week, telt ook als het later wordt vastgelegd, zolang geen ander is gekozen of de aanvraag kreeg. Wat het einde van de week teweegbracht, blijft.',
  'B-89':
    'Na het definitieve advies is de aanvraag niet meer in te trekken, ook niet na een tweede toestemming. De eigen bedrijfsarts hoort niet van een aarzeling van de werknemer.',
  'B-90':
    'Een concept dat tegen de regels is doorgestuurd, verandert de stap niet: het werk gaat door tot het definitieve advies. De werknemer hoort het, en van de eigen bedrijfsarts wordt niets verwacht.',
  'B-91':
    'Het dossier van de eigen bedrijfsarts bevat na het bericht dat er geen kopie komt niets over toestemming of bespreking. Komt er toch een kopie, dan is die doorgestuurd of door de werknemer gegeven.',
  'B-92':
    'Een derde bedrijfsarts die niet meer nodig is, hoort alleen dat. Na een nee van de derde bedrijfsarts loopt de termijn om een ander te vinden opnieuw.',
  'B-93':
    'Werknemer, vertegenwoordiger en werkgever zijn geen arts in de zaak. Wie eigen bedrijfsarts is of was, of het advies gaf, doet de second opinion niet; de derde bedrijfsarts is een ander dan de eigen.',
  'B-94': 'Dat de eigen bedrijfsarts is vervangen, hoort alleen wie nog een taak in de zaak heeft.',
  'B-95':
    'Een vertegenwoordiger verwijst naar een volmacht, en is niet de werkgever, de administratie of een arts van de zaak. Of de volmacht klopt, gaat het model niet na.',

  // Rules drawn from case law and professional guidance
  'G-1': 'Stilzitten is geen weigering: het verzoek blijft open tot verzending of een gemotiveerd nee. Een alarmdag uit het contract verbiedt niets.',
  'G-2': 'De eigen bedrijfsarts kan op een weigering terugkomen.',
  'G-3': 'Dat UWV beter past is advies, en een arbeidsconflict is geen zwaarwegend argument.',
  'G-4': 'Dat er een verzoek is, blijft geheim voor de werkgever, tenzij de werknemer toestemming geeft.',
  'G-5': 'Een zaak gaat over één advies met dag en gever; onafhankelijkheid geldt tegenover die gever en de huidige eigen bedrijfsarts.',
  'G-6': 'Alleen een geregistreerde bedrijfsarts beslist; een weigering door iemand anders is er geen.',
  'G-7': 'Een consult in opdracht van de werkgever is geen second opinion; alleen de werknemer opent een zaak.',
  'G-8': 'De derde bedrijfsarts aanvaardt de begeleiding of bedankt; pas na aanvaarding hoort de werkgever het.',
  'G-9': 'Het eerste advies geldt in elke stap; de second opinion houdt UWV noch werkgever tegen.',
  'G-10': 'Het advies niet overnemen mag, maar nooit zonder redenen.',
  'G-11': 'Het maakt niet uit welke kant de twijfel op gaat, ook richting meer werken.',
  'G-12': 'Een klacht krijgt een ontvangstbericht en een inhoudelijk antwoord; een alarmdag is er alleen als het contract die geeft.',
  'G-13': 'Na nieuwe informatie ziet de werknemer eerst een nieuw concept; dan pas wordt het advies definitief.',
  'G-14': 'Een andere eigen bedrijfsarts is gewoon; het bestreden advies houdt zijn gever.',
  'G-15': 'Anoniem navragen of een collega tijd heeft, mag zonder machtiging.',
  'G-16': 'Uit een afwijking leidt het model nooit een sanctie af.',
};
