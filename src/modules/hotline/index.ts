export { hotlineModule } from './module.ts';
export { type RawMessage, sendAnswers, sendMessage } from './service/send.ts';
export { hotlineService } from './service/setting.ts';
export type { Intake, MessageKind, MessageLevel, MessageReceipt } from './types.ts';
