export { type CleanFile, cleanUpload } from './clean-upload.ts';
export { sniffType } from './sniff.ts';
