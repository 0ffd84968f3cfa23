import type { ClauseId } from '../clauses.js';

/** What each clause says, in English. */
export const clauses: Record<ClauseId, string> = {
  // Arbobesluit
  'D-1.34a': 'For military personnel the other physician may work within the Ministry of Defence or the same occupational health service.',
  'D-2.14d.1':
    'The employer sees to it that an employee who doubts advice in absence guidance, a periodic examination or a work-health consultation can ask to have a second physician consulted.',
  'D-2.14d.2':
    'The other physician does not belong to the service or company of the first. The contract says who it can be, unless employee and employer together pick another.',
  'D-2.14d.3':
    'After consulting the employee the first physician engages another as soon as possible, except on compelling grounds, given with reasons. Of several names the employee chooses.',
  'D-2.14d.4':
    'The first physician gives relevant information about the company, and about the employee only with explicit consent. The other may collect more.',
  'D-2.14d.5':
    'After discussing it the employee decides whether the first physician gets the advice. With explicit consent that physician takes note of it within a reasonable period and says, with reasons, whether it is adopted in full, in part or not at all.',
  'D-2.14d.6':
    'If guidance continues, the first physician resumes it. If the employee finds that the physician (who has the advice) takes too little account of it, and that further guidance is therefore undesirable, the physician considers a transfer, and tells the employer of one.',
  'D-2.14e.1': 'Every occupational physician has a procedure through which the employee can complain.',
  'D-2.14e.2': 'The employee can know the complaints procedure; it describes the handling, the decision and how measures are carried out.',
  'D-2.14e.3': 'A complaint is investigated with care.',
  'D-2.14e.4': 'The complainant hears of receipt and progress, gets judgement and decision with reasons and learns the term for any measures.',
  'D-2.14e.5': 'Whoever is involved in the complaint has no part in receiving, investigating, judging or deciding it.',

  // Arbowet
  'W-14.2.g':
    'The physician honours a request to consult a colleague about the advice as soon as possible, except where compelling grounds oppose it.',
  'W-14.2.h': 'The physician has adequate arrangements for dealing with complaints.',
  'W-14.4': 'Employer and experts lay down in a written contract how the expert assistance is given.',
  'W-44': 'The employee does not bear the cost of complying with the working conditions rules.',

  // LPBSO, steps for the employee
  'L-01': 'The procedure has three phases: application, execution and completion.',
  'L-02': 'The steps apply where the contract has a physician of the LPBSO give the second opinion.',
  'L-03': 'The employee has well-founded doubt about advice of the own physician.',
  'L-04': 'The assessment comes from a physician who is not tied to the same occupational health provider.',
  'L-05': 'The employee tells the own physician of the wish.',
  'L-06': 'The own physician discusses with the employee which instrument fits best.',
  'L-07': 'The decision aid supports the choice of instrument and the judgement on a refusal.',
  'L-08': 'If a second opinion fits, the own physician honours the request.',
  'L-09': 'Only compelling grounds stand in the way of honouring a request that fits.',
  'L-10': 'The employee hears of a rejection from the own physician, together with the reasons.',
  'L-11': 'The own physician explains that the advice given stays in force during the second opinion.',
  'L-12': 'The own physician explains that the employee must meanwhile make arrangements with the employer on the basis of that advice.',
  'L-13': 'The employee chooses a second-opinion physician on the LPBSO site; the own physician may advise.',
  'L-14': 'It helps to name a second preference at once, in case the first is unavailable.',
  'L-15': 'The second preference serves to save time.',
  'L-16': 'The application form is drawn up by the own physician.',
  'L-17': 'To pass on relevant medical data the own physician asks for a signed authorisation.',
  'L-18': 'If the employee refuses the authorisation, it may turn out that the second opinion cannot be carried out.',
  'L-19': 'Whether it can be done without authorisation is for the second-opinion physician to judge.',
  'L-20': 'The second-opinion physician has one week to answer the application.',
  'L-21': 'If the chosen physician is unavailable, the own physician sends the application to the other one settled on with the employee.',
  'L-22': 'The own physician sends the application, the background information and the authorisation.',
  'L-23': 'The application reaches the second-opinion physician through the own physician.',
  'L-24': 'If the chosen physician is unavailable, the own physician gets in touch with the employee.',
  'L-25': 'The employee can then choose another from the pool, if desired after advice of the own physician.',
  'L-26': 'The newly chosen physician gets the documents that matter.',
  'L-27': 'As a rule the employee is seen by the second-opinion physician in a consultation.',
  'L-28': 'At the consultation proof of identity is asked for.',
  'L-29': 'The consultation is a conversation and, where needed, a medical examination.',
  'L-30': 'If more data are needed, the second-opinion physician consults the employee about them.',
  'L-31': 'More data may come from the own physician, treating health professionals, the employer or elsewhere.',
  'L-32': 'The second-opinion physician draws up a substantiated draft advice.',
  'L-33': 'The employee gets the draft advice to read.',
  'L-34': 'The employee can say which facts in the draft are wrong.',
  'L-35': 'The second-opinion physician decides at their own discretion how remarks are worked into the final advice.',
  'L-36': 'The final advice goes to the employee.',
  'L-37': 'With a separate authorisation the second-opinion physician asks whether the advice may go to the own physician.',
  'L-38': 'With the consent of the employee the own physician gets a copy.',
  'L-39': 'Without the consent of the employee the second-opinion physician tells the own physician that no copy will come.',
  'L-40': 'An own physician who holds a copy takes note of it within a reasonable period.',
  'L-41': 'The own physician tells the employee, with reasons, whether the advice is adopted in full, in part or not at all.',

  // Enroute, article
  'E-01': 'Every employee in doubt about advice of the occupational physician may ask for a second opinion.',
  'E-02': 'The article places this right in the Working Conditions Act, dated 1 July 2017.',
  'E-03': 'In a second opinion another occupational physician gives a view on the health of the employee.',
  'E-04': 'Sometimes a UWV expert opinion fits better.',
  'E-05': 'Doubt about the advice is the reason to ask.',
  'E-06': 'The request goes through the own physician.',
  'E-07': 'The contract of the employer with the physician or service names who may give the second opinion.',
  'E-08': 'If the contract names more than one, the employee chooses.',
  'E-09': 'The second opinion does not bind the own physician.',
  'E-10': 'The own physician may adopt the advice in full, in part or not at all.',
  'E-11': 'The employer pays, with two exceptions.',
  'E-12': 'The employer does not pay after a refusal on compelling grounds.',
  'E-13': 'The employer does not pay if the employee, without the employer agreeing, picks someone outside the contract.',
  'E-14': 'It is open to the own physician to refuse.',
  'E-15': 'A refusal rests on compelling grounds and on nothing else.',
  'E-16': 'The own physician puts the grounds for a refusal in writing and passes them on.',
  'E-17': 'Compelling grounds seldom arise.',
  'E-18': 'Only abuse of the right to a second opinion counts as compelling.',
  'E-19': 'An example of abuse is asking time and again for a second opinion on the same question.',
  'E-20': 'The employee tells the physician that a second opinion is wanted.',
  'E-21': 'Only after the physician has agreed does the employee choose a second-opinion physician.',
  'E-22': 'Who is available follows from the contract.',
  'E-23': 'The own physician supplies the second-opinion physician with everything relevant.',
  'E-24': 'The second-opinion physician decides whether more information is needed.',
  'E-25': 'The second-opinion physician goes through the advice with the employee.',
  'E-26': 'The employee decides whether the advice goes to the own physician.',
  'E-27': 'If the advice may be passed on, the own physician reads it.',
  'E-28': 'The own physician says how far the second opinion is adopted.',
  'E-29': 'The test is whether the employee finds that the second opinion counts for too little.',
  'E-30': 'The employee can ask for guidance by a third physician.',
  'E-31': 'The own physician weighs whether to transfer the guidance.',
  'E-32': 'The third physician takes account of what the second opinion yielded.',
  'E-33': 'The own physician tells the employer of the transfer.',
  'E-34': 'If the transfer is refused, the employee can ask the employer for another occupational physician.',
  'E-35': 'The employee can also file a complaint with the physician or the occupational health service.',
  'E-36': 'Every physician or occupational health service must have a procedure for complaints.',
  'E-37': 'A complaint is possible after this process, and also where matters cannot be settled with the physician.',
  'E-38': 'A complaint may also serve to report that something went badly.',
  'E-39': 'The second opinion serves to be surer that the advice is right.',
  'E-40': 'It is about health and what a person therefore can and cannot do at work.',
  'E-41': 'The second opinion fits where the employee suspects a wrong estimate of their abilities and seeks medical expertise.',
  'E-42': 'Employee and employer may disagree about reintegration or suitable work.',
  'E-43': 'For disagreement with the employer there is the UWV expert opinion.',
  'E-44': 'Only the employee can ask for a second opinion.',
  'E-45': 'An expert opinion is open to the employer as well.',
  'E-46': 'The author block, announcements, page numbers and copyright line hold no rule.',

  // Decisions on doubts and conflicts between the sources
  'B-01': 'The employee states the doubt; nobody tests whether it is well-founded.',
  'B-02': 'A better instrument is advice; whoever still wants a second opinion gets it, save on compelling grounds.',
  'B-03': 'Only abuse is a compelling ground: repetition, seeking the desired answer, deliberate delay, intent to harm or other abuse.',
  'B-04': 'No number is fixed; a refusal for repetition names an earlier, completed second opinion on the same question.',
  'B-05': 'A request outside the scope of the rules gets an outcome of its own, with reasons; that is no refusal.',
  'B-06': 'After a refusal nobody pays within the procedure; an opinion the employee arranges privately is at their own cost.',
  'B-07': 'The reasons for a refusal are in writing.',
  'B-08': 'After a refusal or another end of the request the employee may ask again about the same advice.',
  'B-08a': 'No number applies to deciding and sending: it is as soon as possible.',
  'B-09': 'If the contract names only one physician, the employee confirms that one or agrees on another with the employer.',
  'B-10': 'The employee chooses the physician; the own physician sends the application.',
  'B-11': 'Independence goes before the list in the contract; the only exception is for military personnel.',
  'B-12': 'An outsider is allowed: the employer pays after agreeing; if not, the employee pays and the own physician need not engage that person.',
  'B-12a': 'Only the employee asks the employer to agree to an outsider; the model tells the employer nothing.',
  'B-13': 'The order is: choice, form, authorisation, sending, receipt, week, answer.',
  'B-14': 'The week starts on receipt, or on sending while no receipt is reported or where the contract says so.',
  'B-15': 'The day of receipt does not count; the week ends when the same weekday a week later is over.',
  'B-16': 'Weekends and holidays do not extend the week, unless the contract applies the General Extension of Time Limits Act.',
  'B-17': 'Silence after the week counts as unavailable; a late yes counts until another is newly chosen or has been sent the application.',
  'B-17a': 'Each physician who is sent the application has a new week of their own.',
  'B-17b': 'The week is for the answer only, not for consultation or advice.',
  'B-18': 'A second preference is next in line; without one the employee chooses again, as often as needed. The employee is always told.',
  'B-18a': 'Each recipient needs an authorisation of their own; two may be signed at once.',
  'B-18b': 'Medical data go only to an authorised recipient, along with the application or later.',
  'B-19': 'A withheld authorisation does not stop the application; it then goes without medical data.',
  'B-20': 'If it cannot be done without data, nothing moves to the second preference by itself; the employee decides how to go on.',
  'B-21': 'Without the file the second-opinion physician may collect data: from the employee, and from others with consent per source.',
  'B-22': 'An authorisation may be limited to certain data and then counts as signed.',
  'B-23': 'Only the second-opinion physician can forgo the consultation, with reasons; the advice is still discussed.',
  'B-23a': 'A missed appointment or unknown identity leads to a new appointment; it is no withdrawal.',
  'B-24':
    'The physician decides whether more information is needed; every source needs consent, and for the own physician the signed authorisation is that consent.',
  'B-25': 'The advice can become final after remarks, after word that there are none, or after an announced period has passed.',
  'B-26': 'The response is about facts; the employee has no veto over the text.',
  'B-27': 'Draft and discussion come first, then the final advice to the employee, and only then the question of forwarding.',
  'B-28': 'Silence is no consent; after a reminder the second-opinion physician may report that no copy will come.',
  'B-29': 'What counts is that the own physician has the advice; the employee may also hand it over personally.',
  'B-30': 'Without a copy the guidance by the own physician continues; the employee can still consent or hand over the advice later.',
  'B-31': 'Consent can be withdrawn until the copy has been sent; after that the duty to respond remains.',
  'B-31a': 'The advice is forwarded whole or not at all.',
  'B-31b': 'The reasonable period gets no number and does not lapse by itself.',
  'B-32': 'A transfer can be asked once the own physician has the advice, even in silence, provided guidance continues.',
  'B-33': 'Both the own and the third physician keep the second opinion in view.',
  'B-34': 'The third physician is another than the own physician; the same occupational health service is allowed.',
  'B-34a': 'When asking for a transfer the employee says whether the advice may go along.',
  'B-35': 'Reasons for refusing a transfer are desirable, not required.',
  'B-36': 'The employer decides freely whether another physician comes, and knows only what the employee tells.',
  'B-37': 'A complaint is possible at any time, also afterwards and more than once, and suspends nothing.',
  'B-37a': 'The complaint and the request to the employer are independent of each other.',
  'B-38': 'Before sending it has been explained that the advice stays in force; whether there are arrangements with the employer does not matter.',
  'B-39':
    'The employee can withdraw the request until the advice is final, and a request for transfer until it is refused or the third physician accepts; the physicians involved are told, the employer is not.',
  'B-40': 'Others may prepare and record; honouring, refusing, sending and deciding are for the physician in person.',
  'B-41': 'Second opinion and expert opinion do not exclude each other; the employee chooses the way to UWV.',
  'B-42': 'The employer learns nothing but a transfer and what the employee tells or allows; costs stay anonymous.',
  'B-43': 'The decree prevails: there is no second opinion on a pre-employment examination.',
  'B-44': 'The Act is older; the amendment with this right took effect on 1 July 2017.',
  'B-45': 'The model states no sanction or fine for a physician who refuses.',
  'B-46': 'The case knows roles instead of persons and does not end by itself on replacement, recovery or departure.',
  'B-47': 'The model keeps no retention period.',
  'B-48': 'The employee can give the question with the request, or put and change it later in the application phase.',
  'B-49':
    'A request lapses only where it waits for the employee: for a choice, an authorisation, a reconsideration or an appointment. The own physician reports it in the application phase, the second-opinion physician when inviting; the employee and the physicians involved are told.',
  'B-50':
    'If the employee dies, the request lapses, in whatever phase and without a reminder. The own physician, the second-opinion physician or the administration reports it, the employer does not; complaints go on.',
  'B-51':
    'A decision without a copy is a deviation: the employee is told and keeps every way open. Once there is a copy, the own physician decides as if for the first time.',
  'B-52': 'The request can be withdrawn until the advice is final. After that, saying no to the copy is consent refused, not a withdrawal.',
  'B-53':
    'Once there is an authorisation, the case waits for the own physician to send the medical data, late if need be. Where some or all are missing, the second-opinion physician may find the second opinion not feasible, whoever caused it.',
  'B-54':
    'The own physician is told what information the second-opinion physician asks for, and has the next move until it has come. Where a question goes to the employer or the workplace, with consent, the employer is told what it is about and no more.',
  'B-55':
    'Once the own physician has a copy, the employee can ask the employer for another physician, and take that back. This road runs beside the procedure and holds nothing up; the own physician and planning see nothing of it.',
  'B-56':
    'After the decision or a refused transfer, employee and own physician can each close the case; the other is told. A transfer can still be asked for afterwards.',
  'B-57':
    'Until the advice is final, the second-opinion physician can give up the engagement and the employee can end it. The second preference or a new choice follows; the physicians involved are told.',
  'B-58':
    'Until the advice is final, the employee can choose the way to UWV. The own physician is told; to the second-opinion physician it is a withdrawal.',
  'B-59':
    'The own physician owes missing reasons until they are given; giving them does not erase the deviation. A decision can be changed: the last one counts, and the employee is told.',
  'B-60':
    'The second-opinion physician can correct the final advice; the employee is told, and a consent to forward the earlier text lapses if unused. If the own physician had the earlier text already, the employee can hand over the new one.',
  'B-61': 'A transfer does not relieve the own physician of responding to the advice; the term runs on.',
  'B-62': 'The employee can sign, withhold or revoke an authorisation for medical data while still choosing.',
  'B-63':
    'Consent to forward names a person. If the own physician is replaced before the advice is forwarded, the employee is told and has the next move: to consent anew or to hand the advice over.',
  'B-64':
    'Once the employee has handed the advice over, the second-opinion physician is told that no answer about forwarding is needed any more. For that physician the case is then over.',
  'B-65':
    'A successor to the own physician has what the predecessor had only with the consent of the employee. Without it the successor sees that a request is in progress and what has to be done now; where the predecessor has the copy, the employee has the next move.',
  'B-66': 'The successor is told at once what is now asked of the own physician, and nothing else.',
  'B-67': 'What a party can report gives nothing away: it is taken in every step that looks the same to that party.',
  'B-68': 'The letter of a refusal names the grounds, the reasons or that they are still owed, the complaints procedure, and that one may ask again.',
  'B-69':
    'The employee is told of a copy forwarded without consent; the recipient need not do anything with it, and the step stays. Consent given afterwards starts the duty to respond.',
  'B-70':
    'That a refusal names compelling grounds is law; that only abuse counts as such comes from the commentary and is a choice. The two are tested apart.',
  'B-71':
    'Independence of the service of the giver of the contested advice is law; independence of the service of the present own physician is asked by the pool. What was done against the latter is a deviation, yet stands.',
  'B-72': 'Consent for a source other than the own physician rests on the steps of the pool, not on the Decree.',
  'B-73':
    'A complaint is not handled by the person complained of, a physician of the case, the employer or the employee. Planning may acknowledge receipt.',
  'B-74':
    'A contract can name occupational health services beside physicians; whoever works there is no outsider. A physician can have a complaints procedure of their own.',
  'B-75':
    'The contested advice is in force until the second opinion is adopted in full or in part, or the guidance is transferred. What holds after that is ordinary guidance.',
  'B-76': 'If the employee chooses the way to UWV, nobody pays within the procedure. What UWV charges is outside it.',
  'B-77':
    'A reminder counts from the day after the request or the advice that it reminds of. A physician who reports that the employee waives the discussion refers to a document.',
  'B-78':
    'The end of guidance is reported by the employee or the administration. The own physician cannot end the right to ask for a transfer by a statement of their own alone.',
  'B-79': 'The administration sees what it needs for planning, and nothing that the own physician may not see.',
  'B-80':
    'Asking for a transfer has two conditions: in the view of the employee too little account is taken of the advice, and further guidance by this physician is therefore undesirable.',
  'B-81':
    'An application to somebody who was not chosen does not use up the choice of the employee: whoever was chosen and not yet asked is next. Who pays follows that choice.',
  'B-82': 'What is offered with nothing in the way can be done. The case waits only for those who can act.',
  'B-83': 'Until a complaint is answered, another person who is not involved can take it over by acknowledging it. The former handler is told.',
  'B-84': 'Where the employee has not signed for the recipient, it is shown before medical data are sent that the authorisation is missing.',
  'B-85':
    'What the employer was told with consent keeps its day. Telling it again later without consent is a deviation, and the employer does not see it.',
  'B-86': 'Statements about the same authorisation are in the order of their days: an older one does not undo a newer one.',
  'B-87': 'Whoever declined, did not respond in time or gave up the engagement is not next again.',
  'B-88':
    'A no, a receipt or a finding that it is not feasible, dated within the week, counts even if it is entered later, as long as nobody else was chosen or sent the application. What the end of the week brought about stays.',
  'B-89':
    'After the final advice there is no withdrawing the request, not even after a second consent. The own physician does not hear that the employee wavered.',
  'B-90':
    'A draft forwarded against the rules does not change the step: the work goes on to the final advice. The employee is told, and nothing is expected of the own physician.',
  'B-91':
    'After the word that no copy will come, the record of the own physician holds nothing about consent or discussion. A copy that comes after all was forwarded or handed over.',
  'B-92':
    'A third physician who is not needed any more is told that and nothing else. After a no from the third physician the term for finding another runs again.',
  'B-93':
    'Employee, representative and employer are not physicians in the case. Whoever is or was own physician, or gave the advice, does not give the second opinion; the third physician is another than the own physician.',
  'B-94': 'Only those who still have a part in the case are told that the own physician is replaced.',
  'B-95':
    'A representative refers to a mandate, and is neither employer, administration nor a physician of the case. Whether the mandate is real, the model does not check.',

  // Rules drawn from case law and professional guidance
  'G-1':
    'Doing nothing is no refusal: the request stays open until it is sent or refused with reasons. An alarm day in the contract forbids nothing.',
  'G-2': 'The own physician can go back on a refusal.',
  'G-3': 'That UWV fits better is advice, and a labour conflict is no compelling ground.',
  'G-4': 'That there is a request stays secret from the employer, unless the employee consents.',
  'G-5': 'A case is about one advice with its day and giver; independence is measured against that giver and the present own physician.',
  'G-6': 'Only a registered occupational physician decides; a refusal by anyone else is none.',
  'G-7': 'A consult ordered by the employer is no second opinion; only the employee opens a case.',
  'G-8': 'The third physician accepts the guidance or declines; only on acceptance is the employer told.',
  'G-9': 'The first advice holds in every step; the second opinion stops neither UWV nor employer.',
  'G-10': 'Not adopting the advice is allowed, but never without reasons.',
  'G-11': 'Which way the doubt points does not matter, towards working more included.',
  'G-12': 'A complaint is acknowledged and gets an answer on the merits; there is an alarm day only if the contract gives one.',
  'G-13': 'After new information the employee first sees a new draft; only then does the advice become final.',
  'G-14': 'A change of own physician is ordinary; the contested advice keeps its giver.',
  'G-15': 'Asking a colleague anonymously about availability needs no authorisation.',
  'G-16': 'The model never derives a sanction from a deviation.',
};
