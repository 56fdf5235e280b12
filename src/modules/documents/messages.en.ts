import type { DocumentMessages } from './messages.id.ts';

export const en: DocumentMessages = {
  errors: {
    'documents.no_file': () => 'Choose a file first.',
    'documents.unknown_upload': () => 'The file was not found or has expired. Upload it again.',
    'images.wrong_type': () => 'This kind of file is not accepted. Choose a JPG, PNG or WebP photo, or a PDF.',
    'images.unreadable': () => 'The photo cannot be read. Take it again and upload it.',
    'images.too_many_pixels': () => 'The picture is too large. Use a photo below 50 megapixels.',
    'images.pdf_damaged': () => 'The PDF is damaged or incomplete. Save it as PDF again and upload it.',
    'images.pdf_locked': () => 'The PDF is locked with a password. Save it without one and upload it.',
    'images.pdf_active': () => 'The PDF holds a program or attachment. Print it as a plain PDF and upload it.',
    'documents.wrong_type': () => 'This kind of file is not accepted. Choose a JPG, PNG or WebP photo, or a PDF.',
  },
};
