export {
  type SpokenChannel,
  type SpokenQuestion,
  type SpokenWay,
  spokenQuestion,
  spokenText,
  spokenWay,
} from './spoken.ts';
