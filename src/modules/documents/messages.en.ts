import type { DocumentMessages } from './messages.id.ts';

export const en: DocumentMessages = {
  errors: {
    'documents.no_file': () => 'Choose a file first.',
    'documents.unknown_upload': () => 'The file was not found or has expired. Upload it again.',
    'documents.not_a_picture': () => 'Only a picture can be covered in part.',
  },
};
