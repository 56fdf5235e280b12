export { lettersModule } from './module.ts';
export { closeSigners } from './signers.ts';
