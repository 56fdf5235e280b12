export { documentsModule } from './module.ts';
export {
  acceptUpload,
  attachUploads,
  coverUpload,
  getUploads,
  largestUpload,
  mediaTypesOf,
  readUpload,
} from './service.ts';
export type { Upload } from './types.ts';
