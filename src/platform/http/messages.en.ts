import type { Messages } from './messages.id.ts';

export const en: Messages = {
  field: {
    missing: (field) => `Give ${field}.`,
    wrong: (field) => `Check ${field}. See the form it must have in the API document.`,
  },
  errors: {
    'request.invalid': () => 'Some answers are not right yet. Check them and send again.',
    'request.malformed': () => 'The request cannot be read. Open the page from an official link and try again.',
    'request.csrf': () =>
      'The form has expired or was opened in another browser. Go back, reload the page and send again. Nothing was sent.',
    'request.not_found': () => 'Page not found. Check the address or look for a service from the home page.',
    'request.unauthenticated': () => 'Sign in first to open this page.',
    'request.invalid_key': () => 'The API key is unknown or was revoked. Ask the administrator for a new one.',
    'request.forbidden': () => 'Your account may not open this page. Ask the administrator for access.',
    'request.too_large': ({ megabytes = 1 }) => `The file is too large. Send at most ${megabytes} MB per file.`,
    'request.too_many_files': ({ files = 1 }) => `There are too many files. Send at most ${files} at once.`,
    'request.too_many': ({ seconds = 60 }) => `Too many attempts. Wait ${seconds} seconds and try again.`,
    'request.too_many_lines': () => 'Too many screens are connected. Reload the page in a moment.',
    'request.media_type': () => 'This address does not accept that type of content.',
    'request.timeout': () => 'The upload stopped before it was complete. Check the network and send again.',
    'audio.unsupported': () => 'This type of recording is not supported. Send OGG, M4A, MP3, AAC or WebM.',
    'audio.too_large': () => 'The voice note is too long. 5 MB at most.',
    'images.unsupported': () => 'This type of file is not supported. Send a JPG, PNG or WebP photo, or a PDF.',
    'images.heic': () => 'HEIC photos cannot be read yet. Set the camera to JPG or send a screenshot.',
    'images.damaged': () => 'The photo is damaged or incomplete. Take it again and send it.',
    'images.too_many_pixels': () => 'The picture is too large. Make it smaller and send it again.',
    'images.pdf_damaged': () => 'The PDF is damaged or incomplete. Save it as PDF again and send it.',
    'images.pdf_encrypted': () => 'The PDF is locked with a password. Remove the password and send it again.',
    'images.pdf_active': () => 'The PDF contains a program or an attachment. Print it to a plain PDF and send that.',
    'calendar.invalid': () => 'The calendar file is not right yet. Correct the parts named and load it again.',
    'clock.bad_instant': ({ at = '' }) => `The time "${at}" cannot be read. Write it like 2026-11-22T21:14:00+08:00.`,
    'clock.bad_question': () => 'The question about time is not complete. Correct the parts named and try again.',
    'clock.never_due': () => 'This period never ends by its calendar. Check its working days and its length.',
    'dates.not_a_date': ({ date = '' }) => `The date "${date}" does not exist. Write it like 2026-11-22.`,
    'dates.unknown_zone': ({ timezone = '' }) =>
      `The time zone "${timezone}" is unknown. Choose Asia/Jakarta, Asia/Makassar or Asia/Jayapura.`,
    'platform.try_again': () => 'Somebody else is changing this. Reload the page and try again.',
    'platform.database_unavailable': () =>
      'The service is being restored. Try again shortly; what was received is safe.',
    'platform.disk_full': () => 'Storage is full, so this was not received. Try again later.',
    'platform.busy': ({ seconds = 10 }) =>
      `Very many people are here now and this was not saved. Wait ${seconds} seconds and try again.`,
    'platform.stopping': () => 'The service is restarting. Try again shortly.',
    'platform.unexpected': ({ reference = '' }) =>
      `Sorry, there is a fault in our system, not on your side. Try again; if it returns, mention code ${reference}.`,
  },
  page: {
    home: 'To the home page',
    reload: 'Reload',
    busy: 'Very many people are here',
    titles: {
      400: 'Request not readable',
      401: 'Not signed in',
      403: 'Cannot be opened',
      404: 'Not found',
      409: 'Already changed',
      410: 'No longer valid',
      413: 'Too large',
      415: 'Type not supported',
      422: 'Needs correction',
      429: 'Too many attempts',
      500: 'Something went wrong',
      503: 'Being restored',
    },
  },
};
