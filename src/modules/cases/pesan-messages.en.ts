import type { ReportMessages } from './laporan-messages.id.ts';

export const enMessage: ReportMessages = {
  timeline: {
    submitted: 'Message received',
    lapsed: 'The time to answer has passed. The message was closed.',
    escalatedLate: 'The head was told that this message is not answered yet',
    rebased: 'The message follows the new rules of the service. Your answers stay.',
    applicant: 'Sender',
  },
  track: {
    title: () => 'Your message',
    lateText: 'We are sorry, this answer is later than promised. Officers see your message at the top of their list.',
    paused: 'The promise runs again as soon as you answer.',
    journey: 'Journey of the message',
    refusedTitle: 'We cannot handle this message',
    notMine: 'This is not my message',
    disowned: 'We received your note. An officer looks into it before this message goes on.',
    disownedMessage: 'I did not agree to this message. It is not mine.',
    withdraw: 'Withdraw the message',
    withdrawAsk: 'A withdrawn message cannot be reopened. You can write again at any time.',
    withdrawButton: 'Yes, withdraw the message',
    keepLink: 'Keep the link of this page. Anybody who has it can see your message.',
    onExpiry: {
      escalate: 'If it is exceeded, the head of the unit and then the one above are told. You still get an answer.',
      granted: 'If there is no answer by then, the message counts as agreed to.',
      refused: 'If there is no answer by then, you can object.',
    },
  },
  notice: {
    submittedSubject: (number) => `Message ${number} received`,
    submitted: (_service, due) => `We have received your message. It will be answered by ${due} at the latest.`,
    submittedAnswer: (_service, due) => `We have received your message. It will be answered by ${due} at the latest.`,
    submittedNoDue: () => 'We have received your message.',
    needsYouSubject: (number) => `Message ${number} waits for your answer`,
    changedSubject: (number) => `News about message ${number}`,
    refused: 'We cannot handle this message. The reason and what you can do are on the tracking page.',
    lapsed: 'The time to answer has passed, so this message was closed. You can write again at any time.',
    reminded: (days) => `We are still waiting for your answer. You have ${days} days left.`,
  },
};
