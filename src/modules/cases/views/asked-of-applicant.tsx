// What the case waits for on the applicant's side: a correction, a payment, papers that may come later; and how to withdraw.
import { say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import { Button, Details, Form, Inset, LinkButton, NoticeCard } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { sentence, type TrackViewProps, timeOn } from './track-props.ts';

/** A correction that was asked for, or else the bill. */
export function Needs({ frame, tracked, code, reason }: TrackViewProps) {
  const words = messagesFor(frame.locale, tracked.definition).track;
  const { correction, lapseAt } = tracked.target.state;
  if (!correction) return <Payment frame={frame} tracked={tracked} code={code} />;
  const due = lapseAt ? words.needsDue(timeOn(frame, lapseAt)) : '';
  return (
    <NoticeCard
      title={words.needsTitle}
      status="needs-you"
      actions={<LinkButton href={`/lacak/${code}/lengkapi`}>{words.needsButton}</LinkButton>}
    >
      {[reason && sentence(reason), due].filter(Boolean).join(' ')}
    </NoticeCard>
  );
}

function Payment({ frame, tracked, code }: Pick<TrackViewProps, 'frame' | 'tracked' | 'code'>) {
  const words = messagesFor(frame.locale, tracked.definition).track;
  const { bill, closedAt } = tracked.target.state;
  if (!bill || bill.amount === 0) return null;
  const href = `/lacak/${code}/bayar`;
  if (bill.paidAt)
    return (
      <LinkButton kind="quiet" href={href}>
        {words.payReceipt}
      </LinkButton>
    );
  if (closedAt) return null;
  return (
    <NoticeCard
      title={words.payTitle}
      status="needs-you"
      actions={<LinkButton href={href}>{words.pay(formatRupiah(bill.amount))}</LinkButton>}
    >
      {bill.expiresAt && words.payDue(timeOn(frame, bill.expiresAt))}
    </NoticeCard>
  );
}

/** Exactly what is missing, what it holds up, and where to send it. */
export function LateDocuments({ frame, tracked, code }: TrackViewProps) {
  const { late } = tracked;
  if (!late) return null;
  const words = messagesFor(frame.locale, tracked.definition).late;
  return (
    <Inset>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {late.documents.map((document) => (
          <li key={document.id}>{say(document.label, frame.locale)}</li>
        ))}
      </ul>
      <p>{late.clock}</p>
      <LinkButton kind="secondary" href={`/lacak/${code}/dokumen`}>
        {words.button}
      </LinkButton>
    </Inset>
  );
}

export function Withdrawal({ frame, tracked, code, requestId }: TrackViewProps) {
  const words = messagesFor(frame.locale, tracked.definition).track;
  const action = tracked.definition.workflow.actions.find(
    (candidate) => candidate.kind === 'withdraw' && candidate.from.includes(tracked.target.state.state),
  );
  if (!action) return null;
  return (
    <Details summary={words.withdraw}>
      <p>{words.withdrawAsk}</p>
      <Form action={`/lacak/${code}/batalkan`} label={words.withdraw}>
        <input type="hidden" name="requestId" value={requestId} />
        <Button kind="destructive">{words.withdrawButton}</Button>
      </Form>
    </Details>
  );
}
