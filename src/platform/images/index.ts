export { type CleanFile, cleanUpload } from './clean-upload.ts';
export { type Area, coverAreas } from './cover-areas.ts';
export { shrink } from './shrink.ts';
