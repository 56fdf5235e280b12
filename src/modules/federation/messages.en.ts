import type { FederationMessages } from './messages.id.ts';

export const en: FederationMessages = {
  told: {
    taken: (who, number) => `${who} took this report in under the number ${number}.`,
    said: (who, text) => `${who}: ${text}`,
    closed: (who, text) =>
      text === undefined
        ? `${who} says that this report is closed.`
        : `${who} says that this report is closed: ${text}`,
  },
};
