import type { Code } from './messages.id.ts';

export const en: Readonly<Record<Code, string>> = {
  'L24-Y001': 'This file cannot be read as YAML: {detail}. Check indentation, colons and quotes on this line.',
  'L24-Y002':
    'This file is {size} kB. The limit is {limit} kB. Move shared parts to the workflows folder or fields.yaml.',
  'L24-Y003':
    'The signs & and * (YAML references) are not used here. Write the content itself, or quote it when it is text.',
  'L24-Y004': 'This is nested more than {limit} levels deep. Simplify this part.',
  'L24-Y005': 'The key "{key}" is written twice. Remove one of them.',
  'L24-Y006': 'This file must hold keys, for example "service: sk-domisili".',
  'L24-F001': 'The part "{key}" is missing in {where}.',
  'L24-F002': 'The key "{key}" is not known in {where}.{hint}',
  'L24-F003': '"{where}" must be {expected}.{hint}',
  'L24-F004': '"{value}" cannot be used for "{where}". Choose one of: {values}.',
  'L24-F005': '"{where}" has a wrong number or size: {limit}.',
  'L24-F006':
    '"{value}" is not a name that can be used for "{where}". Use small letters, digits, underscore or hyphen, beginning with a letter.',
  'L24-F007': 'There is no shared workflow "{name}". See the workflows folder.{hint}',
  'L24-F008': 'The shared workflow "{name}" uses itself. Remove one "use".',
  'L24-F009': 'There is no shared question "{name}" in fields.yaml. Write the question here or add it there.',
  'L24-F013': 'There is no clock profile "{profile}" of "{name}". See profiles.yaml and the choice in region.yaml.',
  'L24-F014':
    'The clock profile says how long silence may last in "{state}", but the workflow has no such state with a lapse.',
  'L24-F010': 'There is no {kind} named "{name}" to leave out with "without".',
  'L24-F011': 'The service is called "{service}" but the file "{file}". Give both the same name.',
  'L24-F012': 'The service name "{service}" is also used in {other}. Every service has its own name.',
  'L24-T001': 'There is no Indonesian text for "{where}". Write the text itself or fill in "id".',
  'L24-T002': '{count} texts have no English translation, beginning with "{where}".',
  'L24-T003': 'The text "{where}" contains "{sign}". People read plain sentences: use a full stop or a comma.',
  'L24-T004': 'A sentence in "{where}" has {words} words, the limit is {limit}: "{sentence}". Make it two sentences.',
  'L24-Q001': 'The question "{field}" exists twice. Every question has its own id.',
  'L24-Q002': 'The question "{field}" is of type {type} but has nothing to choose from. Fill in "options".',
  'L24-Q003': 'The option "{value}" of "{field}" exists twice.',
  'L24-Q004': 'The group "{field}" cannot be used like this: {reason}.',
  'L24-Q005': 'The limits of "{field}" are reversed: at least {min}, at most {max}.',
  'L24-Q006': 'The date limit "{value}" of "{field}" is not known. Write "today" or a date like 2026-01-31.',
  'L24-Q007': 'The key "{key}" does not apply to a question of type {type}, so it has no effect.',
  'L24-Q008': 'The first page "{page}" is conditional, so some people have no page to begin with. Remove its "when".',
  'L24-Q009': '"{field}" is personal and must be masked. Remove "personal: false".',
  'L24-Q010': '"{field}" is a word of the condition language. Give this question another id.',
  'L24-Q011': '"{field}" is compared with the question "{other}", which does not exist or is asked later.{hint}',
  'L24-Q012': '"{field}" cannot be compared with "{other}": {reason}.',
  'L24-C001': 'The condition names the question "{field}", which does not exist.{hint}',
  'L24-C002':
    'The condition names "{field}", which is asked later. Move that question forward or change the condition.',
  'L24-C003': 'The comparison "{operator}" cannot be used for "{field}" ({type}). Possible: {allowed}.',
  'L24-C004': '"{value}" is not an option of "{field}". The options are: {values}.',
  'L24-C005': 'The condition on "{field}" is empty. Write the comparison, for example "is".',
  'L24-C006': 'The value compared with "{field}" must be {expected}.',
  'L24-C007': 'The area code "{value}" is not in the list of areas.',
  'L24-C008': 'There is no condition named "{name}" in "conditions".{hint}',
  'L24-C009': 'The condition named "{name}" uses itself. Break the circle.',
  'L24-C010': 'The condition named "{name}" is used nowhere. Use it or remove it.',
  'L24-C011': 'This condition can never hold: what it asks of "{field}" contradicts itself.',
  'L24-C012': 'This condition always holds, so it tells nothing apart. Remove or mend it.',
  'L24-C013': 'The derived value "{name}" has the name of a question. Choose another name.',
  'L24-C014':
    'The derived value "{name}" is read from "{field}", which is not a choice, area, number or yes/no question of this form.',
  'L24-C015': '{what} was not found in the folder tables.{hint}',
  'L24-E001':
    '"{field}" asks for personal data before people know whether they qualify. Move it to a page of the form.',
  'L24-E002': 'The eligibility rule "{rule}" does not look at its own question, so that question serves nothing.',
  'L24-E003': 'This service offers itself to people who do not qualify. Offer another service.',
  'L24-D001': 'The document "{document}" exists twice.',
  'L24-D002':
    'The document "{document}" is asked for without a reason. Write "why", or "waived-by" when known data can replace it.',
  'L24-D003': 'The document "{document}" is evidence of "{field}", but that question does not exist.',
  'L24-S001':
    'The promise of {promise} can be longer than the limit of {limit} ({basis}). Shorten it, or fill in "legal-limit" with its legal basis.',
  'L24-S002': '"legal-limit" has no "legal-limit-basis". Name the regulation that sets this limit.',
  'L24-S003': 'A fee is charged without a legal basis. Fill in "legal" with the regulation and its article.',
  'L24-S004':
    'The service is free, but its legal basis is not written down. Fill in "legal" so that people can refuse illegal charges.',
  'L24-S005':
    'The targets of the steps ({targets} working days) add up to more than the promise of {promise}. Shorten the targets or lengthen the promise.',
  'L24-S006': 'Not yet confirmed by the unit: {parts}. Confirm before the standard is adopted.',
  'L24-S007':
    'The promise counts clock hours, but the staff work office hours. Applications at night or at weekends can exceed it.',
  'L24-S008': 'Option "{value}" of "{field}" has no row in table "{table}", so nothing will be found for it.',
  'L24-S009': 'The fee function "{function}" is not known. There are: {names}.',
  'L24-S010': 'The fee cannot be reckoned: {reason}.',
  'L24-S011': 'A fixed fee and a way to reckon it are both given. Write "amount: null" when the fee is reckoned.',
  'L24-S012': 'The tariff in table "{table}" is usual elsewhere and not yet confirmed for this region.',
  'L24-S013':
    'This table cannot be used. Check "{detail}": every row has a key of its own and every cell fits its column.',
  'L24-S014':
    'The legal basis of the fee, "{legal}", names no article (Pasal) or annex (Lampiran). People must be able to check the tariff.',
  'L24-B001': 'State "{state}" bills a fee, but this service is free or its fee cannot be reckoned from the answers.',
  'L24-B002': 'State "{state}" bills a fee, so it must wait for the applicant ("waits-for: applicant").',
  'L24-B003': 'State "{state}" leads nowhere once it is paid. Add a system action with "when: paid".',
  'L24-B004': 'State "{state}" waits for payment without end. Give it a "lapse" with reminders.',
  'L24-B005': 'Action "{action}" waits for payment in state "{state}", which bills nothing. Give the state a "bill".',
  'L24-B006': 'This service has a fee, but no state bills it. Add a state with "bill".',
  'L24-K001': 'The clock "{clock}" exists twice.',
  'L24-K002': 'There is no clock "promise". People must always be able to see when it will be done.',
  'L24-K003': 'The clock "promise" of {duration} differs from the promise of the standard, {promise}. Make them equal.',
  'L24-K004': 'The clock pauses in the state "{state}", which does not exist.',
  'L24-K005':
    'The clock pauses in "{state}", but that state waits for {waits}, not for the applicant. An idle office never stops the clock.',
  'L24-K006': 'The clock "legal" of {duration} is longer than the limit of {limit} ({basis}).',
  'L24-K007': 'No holidays are known, but the clock "{clock}" counts working days.',
  'L24-K008': 'The warnings of the clock "{clock}" must climb without repeats, for example [50, 80, 100].',
  'L24-K009': 'The clock "{clock}" gives no warning at 100 percent, so nobody is told when its time is over.',
  'L24-K010':
    'The clock "legal" of {duration} is shorter than the promise of {promise}. A promise may not pass the limit by law.',
  'L24-K011':
    'The clock "promise" decides the application, but the law speaks of the clock "legal". Put on-expiry there.',
  'L24-K012': 'Clock "{clock}" names "{name}", but there is no such state or action.{hint}',
  'L24-K013':
    'The duration of clock "{clock}" follows "{field}", but the form of action "{action}" has no choice of that name.',
  'L24-K014': 'The duration of clock "{clock}" names "{value}", which is not one of the choices: {values}.',
  'L24-W001': 'The state "{state}" can never be reached from the start. Remove it or add an action that leads there.',
  'L24-W002': 'The state "{state}" is a dead end: no action leaves it. Add an action or make it final.',
  'L24-W003': 'From the state "{state}" the application can never end: no way leads to a final state.',
  'L24-W004': 'The state "{state}" waits for nobody, so nobody works on it. Fill in "waits-for".',
  'L24-W005': 'The final state "{state}" still has the action "{action}". A final state cannot change any more.',
  'L24-W006':
    'The state "{state}" waits for the applicant, but no clock pauses and it never lapses. Fill in "lapse" and add it to "pause-in".',
  'L24-W007':
    'The state "{state}" waits for the applicant, but the clock of the office keeps running. Add it to "pause-in".',
  'L24-W008':
    'The state "{state}" waits for the applicant without a limit, so it may stay open for ever. Fill in "lapse".',
  'L24-W009': 'The state "{state}" waits for {waits}, but there is no action they can do there.',
  'L24-W010': 'The role "{role}" is not in the list of roles.{hint}',
  'L24-W011': 'The state "{state}" does not exist.{hint}',
  'L24-W012': 'The action "{action}" does not exist.{hint}',
  'L24-W013': 'The action "{action}" exists twice.',
  'L24-W014': 'The state "{state}" cannot be the start: {reason}.',
  'L24-W015': 'The applicant can do "{action}" ({kind}) on their own application. Give it to an officer.',
  'L24-W016': 'Whoever signs ("{action}") may be the person who checked. Add a pair to "separation".',
  'L24-W017':
    'One person can do every step up to "{action}": {path}. Separate two actions on that way with "separation".',
  'L24-W018':
    'The role "{role}" can submit for the applicant ("{submit}") and also sign ("{action}"). Separate the two with "separation".',
  'L24-W019': 'The refusal "{action}" has no list of reasons. People have a right to the reason: fill in "reasons".',
  'L24-W020': 'The refusal "{action}" does not say how to object. Fill in "objection".',
  'L24-W021':
    '"{action}" asks the applicant to complete something, but leads to "{state}", which does not wait for the applicant.',
  'L24-W022': 'The applicant cannot withdraw the application. Add an action of kind withdraw.',
  'L24-W023': 'The state "{state}" waits for tasks, but there is no task in it.',
  'L24-W024':
    'The tasks of the state "{state}" never end: there is no system action with "when: tasks-done" (or tasks-agreed and tasks-refused).',
  'L24-W025':
    'The task "{task}" is in the state "{state}", which does not wait for tasks, so nobody waits for its outcome.',
  'L24-W026':
    '"back" is only for sending the completed application from the state a correction leads to. Name the state.',
  'L24-W027': 'The status "{status}" does not suit the state "{state}": {reason}.',
  'L24-W028':
    'The signature "{action}" produces nothing. Add "effects: [issue-letter]" or a step that records the result.',
  'L24-W029': 'The message contains {placeholder}, which cannot be filled. Possible: {allowed}.',
  'L24-W030': 'The role "{role}" does nothing in this workflow. Remove it when it is not used.',
  'L24-W031': 'A separation pair names "{action}" twice. Name two different actions.',
  'L24-W032': 'No officer has the role "{role}" yet, so applications would stop there.',
  'L24-W033': 'The refusal "{action}" does not end in a final state with the status refused.',
  'L24-W034': 'The withdrawal "{action}" is not done by the applicant. Only applicants withdraw their application.',
  'L24-W035': 'The time limit of the state "{state}" leads to "{to}", which is not final.',
  'L24-W036':
    'The reminder {day} days before the limit is earlier than the beginning of the state "{state}" ({after}).',
  'L24-W037': 'No way leads to a final state with the status done, so the application can never succeed.',
  'L24-W038': 'The system action "{action}" does not know when to happen. Fill in "when".',
  'L24-W039': 'The task "{task}" exists twice.',
  'L24-W040': '"when: {moment}" on "{action}" means nothing: the state "{state}" does not wait for tasks.',
  'L24-W041': 'The task "{task}" is given to {role}, not to an officer. Choose a role of an officer.',
  'L24-W042': 'The name "{role}" is used for a role, but the word already has a meaning of its own. Use another name.',
  'L24-W043':
    'State "{state}" has no way on when its tasks end the other way. Add a system action with "when: {moment}" or "when: tasks-done".',
  'L24-W044': 'State "{state}" needs {needed} voices in favour, but there are only {count} tasks.',
  'L24-W045': '"join" of state "{state}" means nothing: the state does not wait for tasks.',
  'L24-W046': 'The verdict of task "{task}" is read from "{field}", which its form does not ask.{hint}',
  'L24-W047': '"{value}" is not an answer to "{field}", so it never refuses. The answers: {values}.',
  'L24-W048': 'Task "{task}" says what silence means ("{silence}") without a time limit. Fill in "due".',
  'L24-W050': 'Action "{action}" waits for confirmed facts, but "workflow.confirmed" does not say which.',
  'L24-W051':
    'System action "{action}" can go round for ever: from "{state}" the system comes back there with nobody at work.',
  'L24-W052': 'Action "{action}" waits for clock "{clock}" to run out, but there is no such clock.',
  'L24-W053':
    'Action "{action}" waits for clock "{clock}" to run out, but that clock decides nothing. Set "on-expiry: granted" or "refused".',
  'L24-W054':
    'When clock "{clock}" runs out the application counts as {way}, but state "{state}" has no system action with "when: expired".',
  'L24-W055':
    'The decision by time "{action}" ({way}) must lead straight to a final state of status {status}; a refusal is of kind refuse.',
  'L24-W056': 'The decision by time "{action}" has no message. Citizens must read what it means: fill in "message".',
  'L24-W059': 'Task "{task}" names "{name}" in "concerns", but there is no such question or document.{hint}',
  'L24-W060':
    'State "{state}" can run dry: every action of {waits} there has a limit and comes back. Add an action without "limit".',
  'L24-W061': 'Action "{action}" offers the case to the unit in "{field}", but its form does not require that text.',
  'L24-W062': 'Action "{action}" offers the case to "{role}", but state "{state}" does not wait for that role.',
  'L24-W063': 'In state "{state}" the role "{role}" cannot both accept and decline. Add an action with "{missing}".',
  'L24-W064': 'Only "{role}" accepts what was offered. "{action}" is done by {other} too.',
  'L24-W065': 'Action "{action}" moves the case in more than one way. Choose one.',
  'L24-W066': 'State "{state}" waits for "{role}", but "{action}" leads there without an offer to any unit.',
  'L24-L001': 'The action "{action}" issues a letter, but there is no part "letter".',
  'L24-L002': 'There is a part "letter", but no action issues it.',
  'L24-L003': 'The letter template "{template}" is not in the letters folder.',
  'L24-L004': 'The signer of the letter "{role}" is not in the list of roles.{hint}',
  'L24-L005': 'The signer of the letter "{role}" has no signing action.',
  'L24-L006': 'The number of the letter has no {urut}, so every letter would get the same number.',
  'L24-L007': 'The number of the letter contains {placeholder}, which is not known. Possible: {allowed}.',
  'L24-L008': 'A row of the letter names the question "{field}", which does not exist.{hint}',
  'L24-L009':
    'The text of the letter contains {placeholder}, which cannot be filled. Use the id of a question or: {allowed}.',
  'L24-L010': 'The question "{field}" ({type}) cannot be printed in a letter.',
  'L24-L011': 'The letter template "{template}" reads "{part}", which the system never fills.{hint}',
  'L24-R001': 'It is not clear which unit does the work. Fill in "code", or "kind" and "route-by".',
  'L24-R002': 'The unit "{code}" is not in the list of units.{hint}',
  'L24-R003': '"route-by" names the question "{field}", which does not exist.{hint}',
  'L24-R004': '"route-by" names "{field}" ({type}). The unit can only be found from a question of type {needed}.',
  'L24-R005': 'The unit is found from "{field}", but that question may stay empty or is not always asked.',
  'L24-R006': 'The offered service "{service}" does not exist.{hint}',
  'L24-R007': 'The option "{value}" of "{field}" is not the code of a unit.',
  'L24-P001': 'The register "{register}" is not known.{hint}',
  'L24-P002': 'The register "{register}" is asked twice. Ask it once.',
  'L24-P003': 'The register "{register}" takes no "{need}". It takes: {values}.',
  'L24-P004': 'The register "{register}" is asked with "{field}", but there is no such question.{hint}',
  'L24-P005': 'The question "{field}" ({type}) cannot be used here. Fitting types: {needed}.',
  'L24-P006': 'The register "{register}" always needs "{need}". Name its question in "ask".',
  'L24-P007': 'The register "{register}" does not state "{statement}". It states: {values}.',
  'L24-P008': '"{fact}" is used, but the register "{register}" is not asked. Add it to "registers".',
  'L24-P009': '"{prefill}" of "{field}" is not known. There are: {values}.',
  'L24-P010':
    'The register "{register}" is asked, but its answer is not used. Personal data is not sent without need: remove it.',
  'L24-P011': '"{prefill}" cannot fill "{field}" ({type}). Fitting types: {needed}.',
  'L24-P012': '"{field}" is locked when verified, but no source can verify it. Give "prefill".',
  'L24-P013':
    '{questions} questions and {documents} documents are asked although a register or the profile could give them: {names}. Use "prefill" or "waived-by-register".',
  'L24-X001':
    'The longest road ({targets} working days) may take longer than the promise of {promise}. The units differ: check it, or use the same unit.',
  'L24-X002': 'No officer has the role "{role}" in {units}. Applications for that unit would stop.',
  'L24-X003': 'The document "{document}" does not say what it is for. Fill in "why".',
  'L24-X004':
    '{count} of {total} documents do not say what replaces them, beginning with "{document}". Fill in "waived-by" or "waived-by-register" when the city already holds those data.',
  'L24-X005':
    'The action "{action}" ends the application in "{state}" without a message in {missing}. Fill in "message".',
  'L24-X006': 'The message of "{action}" does not carry the reason. Write {reason} in "message".',
  'L24-X007':
    '"{action}" asks the applicant to complete something without a list of reasons. Fill in "reasons" so that the message is clear.',
  'L24-X008':
    'The required question "{field}" is skipped by {channel}, so the application can never be complete. Ask it, send a link, or make it optional.',
  'L24-X009':
    'The question "{field}" ({type}) cannot be answered by {channel}, and this service has no page to link to. Add the channel web, or set "on".',
  'L24-X010':
    'The required document "{document}" has no way in: this service is only reached by phone or SMS. Add loket or web, or make it "required: soft".',
  'L24-X011': 'The options "{value}" and "{other}" of "{field}" sound the same. Use different words.',
  'L24-X012':
    '{count} options of "{field}" are longer than {limit} letters, for example "{label}". A list in WhatsApp cuts them.',
  'L24-X013':
    '{count} personal questions have no retention class, beginning with "{field}". Fill in "retention" on the service or the question.',
  'L24-X014': 'The retention class "{name}" is not in retention.yaml.{hint}',
  'L24-X015':
    'The question "{field}" changed from {was} to {type}. Earlier answers could no longer be read: give this question a new id.',
  'L24-X016': 'The question "{field}" takes {length} of {limit} letters by SMS. Shorten it, or write "say: sms".',
  'L24-X017': 'The message of "{field}" can take {length} of {limit} letters by SMS once filled. Shorten it.',
  'L24-V001': 'The test case "{name}" does not hold. {trait}: expected {expected}, found {found}.',
  'L24-V002': 'The file of test cases cannot be read: {problem}',
};
