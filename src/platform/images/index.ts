export { type CleanFile, cleanUpload } from './clean-upload.ts';
