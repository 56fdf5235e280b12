export { documentsModule } from './module.ts';
export { acceptUpload, attachUploads, coverUpload, getUploads, largestUpload, readUpload } from './service.ts';
export type { Upload } from './types.ts';
