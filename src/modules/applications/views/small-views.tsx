// Start, not eligible, continue later: short pages around the questions.
import {
  BackLink,
  Button,
  ButtonGroup,
  Card,
  CitizenPage,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  PromiseBox,
  QrSlot,
  type RequirementItem,
  RequirementList,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export function StartView(props: {
  frame: PageFrame;
  slug: string;
  service: string;
  requirements: readonly RequirementItem[];
  minutes: number;
  promise: string; // "2 hari kerja"
  fee: string;
}) {
  const { frame } = props;
  const words = messagesFor(frame.locale).journey;
  return (
    <CitizenPage frame={frame} title={words.startTitle(props.service)} active="layanan" noBottomBar>
      <BackLink href={`/layanan/${props.slug}`} />
      <PageTitle title={words.startTitle(props.service)} lead={words.startLead} />
      <PromiseBox
        headline={words.promise(props.promise)}
        facts={[
          { icon: 'receipt', text: props.fee },
          { icon: 'clock', text: words.minutes(props.minutes) },
        ]}
      />
      {props.requirements.length > 0 && (
        <section class="stack">
          <h2>{words.prepare}</h2>
          <RequirementList items={props.requirements} />
        </section>
      )}
      <Form action={`/layanan/${props.slug}/mulai`}>
        <Button icon="right">{words.startButton}</Button>
      </Form>
      <p>
        <a href={`/layanan/${props.slug}/bantu`}>{messagesFor(frame.locale).companion.title}</a>
      </p>
    </CitizenPage>
  );
}

export function NotEligibleView(props: {
  frame: PageFrame;
  service: string;
  sentence: string;
  offer: { readonly href: string; readonly title: string } | undefined;
  back: string;
  onward: string | undefined; // when one may go on all the same
}) {
  const { frame, onward } = props;
  const words = messagesFor(frame.locale).journey;
  const title = onward ? words.betterTitle : words.notEligibleTitle;
  return (
    <CitizenPage frame={frame} title={title} active="layanan" noBottomBar robots="noindex">
      <BackLink href={props.back} label={words.notEligibleBack} />
      <PageTitle title={title} eyebrow={props.service} lead={props.sentence} />
      <ButtonGroup>
        {onward && <LinkButton href={onward}>{words.continueAnyway}</LinkButton>}
        {props.offer && (
          <LinkButton href={props.offer.href} kind={onward ? 'secondary' : undefined}>
            {words.notEligibleOffer(props.offer.title)}
          </LinkButton>
        )}
      </ButtonGroup>
    </CitizenPage>
  );
}

export function LaterView(props: {
  frame: PageFrame;
  service: string;
  url: string;
  token: string;
  sent: boolean;
  error?: string | undefined;
  email?: string | undefined;
}) {
  const { frame, url } = props;
  const words = messagesFor(frame.locale).journey;
  return (
    <CitizenPage
      frame={frame}
      title={words.laterTitle}
      active="layanan"
      robots="noindex"
      errors={props.error !== undefined}
    >
      <PageTitle title={words.laterTitle} eyebrow={props.service} lead={words.laterLead} />
      <Card>
        <p>
          <b>{words.laterLink}</b>
        </p>
        <p>
          <a href={url}>{url}</a>
        </p>
      </Card>
      <QrSlot text={url} label={words.laterQr} />
      {props.sent && (
        <Inset>
          <p role="status">{words.laterMailSent}</p>
        </Inset>
      )}
      <Form action={`/permohonan/${props.token}/nanti`} label={words.laterMail}>
        <TextField
          id="email"
          name="email"
          label={words.laterMailLabel}
          type="email"
          inputMode="email"
          autocomplete="email"
          value={props.email}
          error={props.error}
        />
        <Button kind="secondary" icon="forward">
          {words.laterMailSend}
        </Button>
      </Form>
      <ButtonGroup>
        <LinkButton href={url} kind="quiet">
          {words.continue}
        </LinkButton>
      </ButtonGroup>
    </CitizenPage>
  );
}
