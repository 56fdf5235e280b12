export { notificationsModule } from './module.ts';
export { queueEmail } from './service.ts';
export type { Email } from './types.ts';
