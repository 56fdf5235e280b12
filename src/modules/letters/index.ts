export { sampleLetter } from './draft.ts';
export { lettersModule } from './module.ts';
export { closeSigners } from './signers.ts';
