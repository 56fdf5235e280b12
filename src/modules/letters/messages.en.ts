import type { LetterMessages } from './messages.id.ts';

export const en: LetterMessages = {
  verify: {
    title: 'Check that a letter is genuine',
    lead: 'Scan the QR code on the letter, or upload the PDF you received.',
    genuineTitle: 'This letter is on our records',
    resultTitle: 'Result of the check',
    recordTitle: 'The letter on our records for this page',
    testWarning: 'This letter was signed with a test signer. It is not legally valid.',
    number: 'Letter number',
    kind: 'Kind of letter',
    unit: 'Issued by',
    signer: 'Signed by',
    signedAt: 'Date of signature',
    validUntil: 'Valid until',
    forever: 'No time limit',
    expired: (date) => `This letter expired on ${date}`,
    holder: 'Name on the letter (masked)',
    hash: 'Fingerprint of the file (SHA-256)',
    compareTitle: 'Compare with your file',
    compareLead: 'Numbers and names can be imitated. The file cannot: upload the PDF you received.',
    file: 'PDF file of the letter',
    fileHint: 'PDF, at most 10 MB. We do not keep it.',
    check: 'Check the file',
    noFile: 'Choose a PDF file first.',
    same: 'Genuine. This file is exactly the one we signed.',
    other: 'This file is genuine, but it is not the letter of this page.',
    altered:
      'Altered. This file carries a signature, but its content is no longer what we signed, or the signature is not ours.',
    unknown: 'Unknown. This file is not a letter we signed.',
    advice: 'Do not accept this letter before asking the office that issues it.',
    seeLetter: 'See the record of that letter',
    notPrinted: 'The letter is being printed. Try again in a moment.',
  },
  errors: {
    'letters.not_found': () =>
      'We have no letter with this code. Check the address of the page, or upload the file on the page Check that a letter is genuine.',
    'letters.no_letter': () => 'This application has no letter yet.',
    'letters.being_printed': () => 'The letter is being printed and signed. Try again in a moment.',
    'pdf.unknown_template': () => 'There is no form of letter for this service yet. The administrator has to add it.',
    'pdf.template_failed': () => 'The letter could not be printed. The technicians have been told.',
    'pdf.timed_out': () => 'The letter could not be printed. Try again in a moment.',
    'pdf.closed': () => 'The system is shutting down. Try again in a moment.',
    'signing.layout_failed': () => 'The letter could not be signed. The technicians have been told.',
    'signing.key_unreadable': ({ path = '' }: Params) =>
      `The key of the test signer cannot be read. Restore the file ${path} from a backup.`,
    'signing.credentials_needed': () => 'Enter your NIK and the passphrase of your electronic signature.',
    'signing.wrong_passphrase': () => 'The passphrase does not match. Type it again; we do not keep it.',
    'signing.service_unreachable': () => 'The BSrE signing service does not answer. Try again in a moment.',
    'signing.service_login_refused': () =>
      'The BSrE signing service refused the city account. Contact the technicians.',
    'signing.service_refused': ({ reason = '' }: Params) => `The BSrE signing service refused. Its reason: ${reason}`,
    'signing.simulator_answered': () => 'The BSrE address leads to a simulator. Check the signing settings.',
    'signing.answer_not_signed': () => 'The answer of BSrE is not a validly signed letter. The letter was not issued.',
    'signing.host_not_https': () => 'The BSrE address must begin with https://.',
  },
};

type Params = Readonly<Record<string, string | number>>;
