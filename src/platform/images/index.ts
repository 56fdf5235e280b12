export { type CleanFile, cleanUpload } from './clean-upload.ts';
export { shrink } from './shrink.ts';
