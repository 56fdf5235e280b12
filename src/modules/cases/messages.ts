import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { type CaseMessages, id } from './messages.id.ts';
import { enReport, idReport } from './messages-report.ts';

function ofReports(usual: CaseMessages, { timeline, track, notice }: typeof idReport): CaseMessages {
  return {
    ...usual,
    timeline: { ...usual.timeline, ...timeline },
    track: { ...usual.track, ...track },
    notice: { ...usual.notice, ...notice },
  };
}
const reports = { id: ofReports(id, idReport), en: ofReports(en, enReport) };

/** `about`: a case or a definition. The letter of the number says whether it is a report or an application. */
export function messagesFor(locale: Locale, about?: { readonly number?: string | undefined }): CaseMessages {
  if (about?.number?.startsWith('L')) return locale === 'en' ? reports.en : reports.id;
  return locale === 'en' ? en : id;
}
export const caseErrors = { id: id.errors, en: en.errors };
