import { BackLink, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { CrewPage } from './shell.tsx';
import { VisitForm, type VisitFormProps } from './visit-form.tsx';

/** Kept on the phone for places whose page nobody opened before the signal went: the script puts in what the list knows. */
export function OfflineView(props: Omit<VisitFormProps, 'number' | 'point' | 'canSolve'>) {
  const words = messagesFor(props.frame.locale).visit;
  return (
    <CrewPage frame={props.frame} title={words.offlineTitle}>
      <BackLink href="/lapangan" label={words.back} />
      <PageTitle title={words.offlineTitle} lead={words.offlineLead} />
      <div class="card stack" data-target="known" hidden />
      <VisitForm {...props} number="" point={undefined} canSolve />
    </CrewPage>
  );
}
