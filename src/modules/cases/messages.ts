import { type Callable, type Called, calledOf } from '../../definition/called.ts';
import type { Locale } from '../../lib/locale.ts';
import { enReport } from './laporan-messages.en.ts';
import { idReport, type ReportMessages } from './laporan-messages.id.ts';
import { en } from './messages.en.ts';
import { type CaseMessages, id } from './messages.id.ts';
import { enMessage } from './pesan-messages.en.ts';
import { idMessage } from './pesan-messages.id.ts';

function spokenOf(usual: CaseMessages, { timeline, track, notice }: ReportMessages): CaseMessages {
  return {
    ...usual,
    timeline: { ...usual.timeline, ...timeline },
    track: { ...usual.track, ...track },
    notice: { ...usual.notice, ...notice },
  };
}
const byCalled: Readonly<Record<Called, Readonly<Record<Locale, CaseMessages>>>> = {
  permohonan: { id, en },
  laporan: { id: spokenOf(id, idReport), en: spokenOf(en, enReport) },
  pesan: { id: spokenOf(id, idMessage), en: spokenOf(en, enMessage) },
};

/** `about`: the definition of the case. It says whether people sent an application, a report or a message. */
export function messagesFor(locale: Locale, about: Callable = {}): CaseMessages {
  return byCalled[calledOf(about)][locale];
}
export const caseErrors = { id: id.errors, en: en.errors };
