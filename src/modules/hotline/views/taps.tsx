import { Button, Form, LinkButton, type PageFrame, QuickActions } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { AnswerHours } from '../service/setting.ts';

/** What one tap needs to know: the office the words speak of, and how long it has. */
export interface TapsProps {
  readonly base: string; // address of the message
  readonly seen: string;
  readonly requestId: string;
  readonly thanks: boolean; // a word of thanks is answered with one
  readonly several: boolean; // more than one head is asked: another is asked beside them, none is dropped
  readonly office: { readonly code: string; readonly name: string; readonly tel: string | undefined } | undefined;
  readonly hours: AnswerHours;
  readonly reachable: boolean; // the sender left a number
  readonly from?: 'papan' | undefined; // where a tap leads back to
}

/** Forward, ask, call, thank: one tap each, with the usual words and time. Every button is a small form of its own address. */
export function Taps({ frame, taps }: { frame: PageFrame; taps: TapsProps }) {
  const words = messagesFor(frame.locale).card;
  const { base, office, thanks, hours } = taps;
  const asksToExplain = !taps.several && !thanks;
  const ask = taps.several ? 'tambah' : 'teruskan';
  const choose = (step: string) => `${base}?buka=${step}#tindakan-${step}`;
  const thank = (
    <Button kind={thanks ? 'primary' : 'secondary'} icon="heart" formAction={`${base}/terima-kasih`}>
      {words.thank}
    </Button>
  );
  const forward = office ? (
    <Button kind={thanks ? 'secondary' : 'primary'} icon="forward" formAction={`${base}/${ask}`}>
      {words.forwardTo(office.name, messagesFor(frame.locale).message.hours[hours])}
    </Button>
  ) : (
    <LinkButton kind={thanks ? 'secondary' : 'primary'} icon="forward" href={choose(ask)}>
      {words.forward}
    </LinkButton>
  );
  return (
    <Form action={`${base}/${ask}`}>
      <input type="hidden" name="requestId" value={taps.requestId} />
      <input type="hidden" name="seen" value={taps.seen} />
      <input type="hidden" name="baku" value="1" />
      {taps.from && <input type="hidden" name="dari" value={taps.from} />}
      {office && <input type="hidden" name="unit" value={office.code} />}
      <input type="hidden" name="batas" value={String(hours)} />
      <QuickActions>{thanks ? thank : forward}</QuickActions>
      <QuickActions>
        {thanks ? forward : thank}
        {asksToExplain && office && (
          <Button kind="secondary" icon="help" formAction={`${base}/minta-penjelasan`}>
            {words.explain}
          </Button>
        )}
        {asksToExplain && !office && (
          <LinkButton kind="secondary" icon="help" href={choose('minta-penjelasan')}>
            {words.explain}
          </LinkButton>
        )}
        <Call taps={taps} label={words.call} office={words.callOffice} />
      </QuickActions>
    </Form>
  );
}

/** The sender after a usual reason that is recorded; whoever left no number is reached through the office. */
function Call({ taps, label, office }: { taps: TapsProps; label: string; office: (name: string) => string }) {
  if (taps.reachable)
    return (
      <Button kind="secondary" icon="phone" formAction={`${taps.base}/pengirim#tindakan-telepon`}>
        {label}
      </Button>
    );
  if (!taps.office?.tel) return null;
  return (
    <LinkButton kind="secondary" icon="phone" href={taps.office.tel}>
      {office(taps.office.name)}
    </LinkButton>
  );
}
