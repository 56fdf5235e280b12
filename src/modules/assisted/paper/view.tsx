import type { ComponentChildren } from 'preact';
import type { Field } from '../../../definition/schema.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import { type PageFrame, PaperPage, QrSlot } from '../../../ui/index.ts';
import type { Asked, AskedField, AskedPage } from '../counter/questions.ts';
import { messagesFor } from '../messages.ts';

export interface BlankFormProps {
  readonly frame: PageFrame;
  readonly service: string;
  readonly slug: string;
  readonly version: string;
  readonly asked: Asked;
  readonly declarations: readonly string[];
  readonly entryUrl: string; // opens the counter with exactly this version
  readonly free: boolean;
  readonly backHref: string;
}

/** A blank form on A4: every question with its code, boxes where letters and digits matter, the conditions as sentences. */
export function BlankForm(props: BlankFormProps) {
  const { frame, service, asked } = props;
  const words = messagesFor(frame.locale).paper;
  const short = props.version.slice(-8);
  return (
    <PaperPage frame={frame} title={words.title(service)} printLabel={words.print} backHref={props.backHref}>
      <header class="paper-head">
        <div>
          <p>{words.official(frame.region.name)}</p>
          <h1>{service}</h1>
          <p>{words.lead}</p>
          {props.free && <p>{words.free}</p>}
        </div>
        <div class="paper-qr">
          <QrSlot text={props.entryUrl} label={words.qr} hint={`${words.qrHint}. ${words.version(short)}`} />
        </div>
      </header>
      {asked.pages.map((page) => (
        <Part key={page.id} page={page} title={page.title ?? words.eligibility} locale={frame.locale} />
      ))}
      {asked.documents.length > 0 && (
        <section class="paper-part">
          <h2>{words.documents}</h2>
          <ul class="paper-checks">
            {asked.documents.map(({ rule, code, label, condition, note }) => (
              <li key={rule.id}>
                <i class="paper-box" />
                <b class="num">{code}</b>
                <span>
                  {[label, rule.required === 'hard' ? '' : words.soft].filter(Boolean).join(' ')}
                  {(condition || note) && (
                    <small> {[condition && words.only(condition), note].filter(Boolean).join(' ')}</small>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Foot words={words} declarations={props.declarations} />
    </PaperPage>
  );
}

type Words = ReturnType<typeof messagesFor>['paper'];

function Part({ page, title, locale }: { page: AskedPage; title: string; locale: Locale }) {
  const words = messagesFor(locale).paper;
  return (
    <section class="paper-part">
      <h2>{title}</h2>
      {page.condition && <p class="paper-only">{words.only(page.condition)}</p>}
      {page.fields.map((asked) => (
        <Question key={asked.field.id} asked={asked} locale={locale} words={words} />
      ))}
    </section>
  );
}

function Question({ asked, locale, words }: { asked: AskedField; locale: Locale; words: Words }) {
  const { field, code, condition } = asked;
  return (
    <div class="paper-question">
      <b class="paper-code num">{code}</b>
      <div>
        <p class="paper-label">
          {[say(field.label, locale), field.required || field.type === 'info' ? '' : words.optional]
            .filter(Boolean)
            .join(' ')}
        </p>
        {condition && <p class="paper-only">{words.only(condition)}</p>}
        {field.hint && <p class="paper-hint">{say(field.hint, locale)}</p>}
        <Answer field={field} locale={locale} words={words} />
      </div>
    </div>
  );
}

const boxes: Readonly<Partial<Record<Field['type'], readonly number[]>>> = {
  nik: [4, 4, 4, 4],
  'no-kk': [4, 4, 4, 4],
  npwp: [4, 4, 4, 4],
  nib: [13],
  phone: [4, 4, 5],
  date: [2, 2, 4],
};
const groupRows = 3;

function Answer({ field, locale, words }: { field: Field; locale: Locale; words: Words }) {
  const shape = boxes[field.type];
  if (shape)
    return (
      <>
        <Boxes groups={shape} />
        {field.type === 'date' && <small class="paper-hint">{words.dateHint}</small>}
      </>
    );
  switch (field.type) {
    case 'yesno':
      return <Ticks labels={[words.yes, words.no]} />;
    case 'choice':
    case 'choices':
      return <Ticks labels={(field.options ?? []).map((option) => say(option.label, locale))} />;
    case 'declaration':
      return <Ticks labels={[words.yes]} />;
    case 'address':
      return (
        <>
          <Line label={words.street} />
          <div class="paper-pair">
            <Line label={words.rt} />
            <Line label={words.rw} />
          </div>
          <Line label={words.landmark} />
        </>
      );
    case 'group':
      return <Rows field={field} locale={locale} words={words} />;
    case 'file':
      return <p class="paper-hint">{words.attach}</p>;
    case 'info':
      return null;
    case 'long-text':
      return (
        <>
          <Line />
          <Line />
          <Line />
        </>
      );
    default:
      return <Line />;
  }
}

function Rows({ field, locale, words }: { field: Field; locale: Locale; words: Words }) {
  return (
    <>
      {Array.from({ length: Math.min(field.max ?? groupRows, groupRows) }, (_, index) => (
        <div class="paper-row" key={index}>
          <p>{words.row(index + 1)}</p>
          {(field.fields ?? []).map((inner) => (
            <div key={inner.id}>
              <p class="paper-label">{say(inner.label, locale)}</p>
              <Answer field={inner} locale={locale} words={words} />
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

function Boxes({ groups }: { groups: readonly number[] }) {
  return (
    <p class="paper-boxes">
      {groups.map((count, group) => (
        <span key={`${group}-${count}`}>
          {Array.from({ length: count }, (_, index) => (
            <i class="paper-box" key={index} />
          ))}
        </span>
      ))}
    </p>
  );
}

function Ticks({ labels }: { labels: readonly string[] }) {
  return (
    <ol class="paper-ticks">
      {labels.map((label, index) => (
        <li key={label}>
          <i class="paper-box" />
          <span>
            <b class="num">{index + 1}</b> {label}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Line({ label, children }: { label?: string; children?: ComponentChildren }) {
  return (
    <p class="paper-line">
      {label}
      {children}
    </p>
  );
}

function Foot({ words, declarations }: { words: Words; declarations: readonly string[] }) {
  return (
    <>
      {declarations.length > 0 && (
        <section class="paper-part">
          <h2>{words.declarations}</h2>
          <ul class="paper-checks">
            {declarations.map((text) => (
              <li key={text}>
                <i class="paper-box" />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="paper-part paper-sign">
        <div>
          <Line label={words.place} />
          <p class="paper-space">{words.signature}</p>
          <Line label={words.name} />
        </div>
        <div class="paper-office">
          <h2>{words.office}</h2>
          <Line label={words.receivedAt} />
          <Line label={words.receivedBy} />
          <Line label={words.caseNumber} />
        </div>
      </section>
    </>
  );
}
