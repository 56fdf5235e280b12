import type { ReportMessages } from './laporan-messages.id.ts';

export const enReport: ReportMessages = {
  timeline: {
    submitted: 'Report received',
    lapsed: 'The time to answer has passed. The report was closed.',
    escalatedLate: 'The head was told that this report is not done yet',
    rebased: 'The report follows the new rules of the service. Your answers stay.',
    applicant: 'Reporter',
  },
  track: {
    title: () => 'Your report',
    lateText: 'We are sorry, this report is later than promised. Officers see it at the top of their list.',
    paused: 'The promise runs again as soon as you answer.',
    journey: 'Journey of the report',
    refusedTitle: 'Who can help',
    notMine: 'This is not my report',
    disowned: 'We received your message. An officer looks into it before this report goes on.',
    disownedMessage: 'I did not agree to this report. It is not mine.',
    withdraw: 'Withdraw the report',
    withdrawAsk: 'A withdrawn report cannot be reopened. You can report again at any time.',
    withdrawButton: 'Yes, withdraw the report',
    keepLink: 'Keep the link of this page. Anybody who has it can see your report.',
    onExpiry: {
      escalate: 'If it is exceeded, the head of the unit and then the one above are told. The work goes on.',
      granted: 'If there is no answer by then, the report counts as agreed to.',
      refused: 'If there is no answer by then, you can object.',
    },
  },
  notice: {
    submittedSubject: (number) => `Report ${number} received`,
    submitted: (_service, due) => `We have received your report. It will be done by ${due} at the latest.`,
    submittedAnswer: (_service, due) => `We have received your report. First answer by ${due} at the latest.`,
    submittedNoDue: () => 'We have received your report.',
    needsYouSubject: (number) => `Report ${number} waits for your answer`,
    changedSubject: (number) => `News about report ${number}`,
    refused: 'We cannot handle this report. The reason and what you can do are on the tracking page.',
    lapsed: 'The time to answer has passed, so this report was closed. You can report again at any time.',
    reminded: (days) => `We are still waiting for your answer. You have ${days} days left.`,
  },
};
