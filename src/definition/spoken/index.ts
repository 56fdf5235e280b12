export {
  type SpokenChannel,
  type SpokenQuestion,
  type SpokenWay,
  spokenQuestion,
  spokenText,
  spokenValue,
  spokenWay,
  spokenWords,
} from './spoken.ts';
