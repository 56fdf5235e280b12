// "Bantu isi untuk orang lain": who helps, for whom, and what was agreed; afterwards only where it stands.
import { formValues } from '../../../definition/interview/form-values.ts';
import type { FieldError } from '../../../lib/errors.ts';
import {
  BackLink,
  Button,
  CitizenPage,
  Confirmation,
  CopyableNumber,
  DeclarationField,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  PhoneField,
  QrSlot,
  RadioField,
  type StatusKind,
  StatusTag,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { consentWays, relations } from '../types.ts';

export interface CompanionViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly service: string;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

export function CompanionView({ frame, slug, service, typed, errors }: CompanionViewProps) {
  const words = messagesFor(frame.locale).companion;
  const of = (name: string) => {
    const error = errors.find((one) => one.field === name)?.message;
    const value = formValues({ id: name, type: 'text', label: { id: name }, required: true }, typed[name]).value;
    return { id: name, name, value, ...(error ? { error } : {}) };
  };
  return (
    <CitizenPage frame={frame} title={words.title} active="layanan" noBottomBar errors={errors.length > 0}>
      <BackLink href={`/layanan/${slug}/mulai`} />
      <ErrorSummary errors={errors} />
      <PageTitle title={words.title} eyebrow={service} lead={words.lead} />
      <Form action={`/layanan/${slug}/bantu`}>
        <TextField {...of('nama_pendamping')} label={words.name} autocomplete="name" />
        <PhoneField {...of('hp_pendamping')} label={words.phone} autocomplete="tel" />
        <RadioField
          {...of('hubungan')}
          label={words.relation}
          options={relations.map((value) => ({ value, label: words.relations[value] }))}
        />
        <PhoneField {...of('hp_pemohon')} label={words.applicantPhone} hint={words.applicantPhoneHint} />
        <Inset>
          <p class="small">{words.readOut}</p>
          <p>{words.consentText}</p>
        </Inset>
        <RadioField
          {...of('cara_setuju')}
          label={words.how}
          options={consentWays.map((value) => ({ value, label: words.ways[value] }))}
        />
        <DeclarationField {...of('setuju')} value="true" checked={typed.setuju === 'true'} label={words.consentTick} />
        <div class="buttons">
          <Button icon="right">{words.start}</Button>
        </div>
      </Form>
    </CitizenPage>
  );
}

export interface HelperViewProps {
  readonly frame: PageFrame;
  readonly service: string;
  readonly number: string;
  readonly status: StatusKind;
  readonly due: string | undefined;
  readonly answer: boolean; // by then the first answer, not the end of the matter
  readonly link: string | undefined;
}

export function HelperView({ frame, service, number, status, due, answer, link }: HelperViewProps) {
  const words = messagesFor(frame.locale).companion;
  return (
    <CitizenPage frame={frame} title={words.sentTitle} active="lacak" robots="noindex">
      <Confirmation title={words.sentTitle}>
        <p>{service}</p>
        <CopyableNumber number={number} />
      </Confirmation>
      <p>
        <StatusTag status={status} />
      </p>
      {due && <p>{answer ? words.answerDue(due) : words.due(due)}</p>}
      {link ? (
        <section class="stack">
          <h2>{words.handOver}</h2>
          <p>{words.handOverLead}</p>
          <p class="num">{link}</p>
          <QrSlot text={link} label={words.qr} />
        </section>
      ) : (
        <p>{words.handedOver}</p>
      )}
    </CitizenPage>
  );
}
