// Previews of what is asked: the page on the web, the list of the counter, the script of the telephone.
import type { ScriptPart } from '../../../definition/outputs/index.ts';
import type { Field, LocalText } from '../../../definition/schema.ts';
import { FieldView } from '../../../forms/field-view.tsx';
import { say } from '../../../lib/locale.ts';
import {
  Button,
  DataTable,
  FileField,
  Form,
  Inset,
  type PageFrame,
  RequirementList,
  type SelectGroup,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { draftBase } from './shell.tsx';

export interface WebPage {
  readonly id: string; // in the address
  readonly title: LocalText;
  readonly hint?: LocalText | undefined;
  readonly condition?: string | undefined; // "jika ..."
  readonly fields: readonly Field[];
  readonly document?: { readonly accept: readonly ('jpg' | 'png' | 'webp' | 'heic' | 'pdf')[]; readonly max: number };
}
export interface WebPreviewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly pages: readonly WebPage[];
  readonly shown: WebPage | undefined;
  readonly areas: readonly SelectGroup[];
  readonly raw: Readonly<Record<string, unknown>>; // the sample answers stand in the fields
  readonly mayWrite: boolean;
}

export function WebPreview(props: WebPreviewProps) {
  const { frame, slug, pages, shown, areas, raw } = props;
  const { locale } = frame;
  const t = messagesFor(locale).preview;
  return (
    <>
      <nav aria-label={t.page}>
        <ol>
          {pages.map((page) => (
            <li key={page.id}>
              <a
                href={`${draftBase(slug)}/pratinjau/web?halaman=${encodeURIComponent(page.id)}`}
                aria-current={page === shown ? 'page' : undefined}
              >
                {say(page.title, locale)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {shown && props.mayWrite && shown.fields.length > 0 && (
        <Form action={`${draftBase(slug)}/pratinjau/kasus`}>
          <input type="hidden" name="_halaman" value={shown.id} />
          <WebQuestions locale={locale} page={shown} areas={areas} raw={raw} />
          <TextField id="_nama" name="_nama" label={t.caseName} hint={t.caseHint} required={false} />
          <Button kind="secondary">{t.makeCase}</Button>
        </Form>
      )}
      {shown && !(props.mayWrite && shown.fields.length > 0) && (
        <WebQuestions locale={locale} page={shown} areas={areas} raw={raw} />
      )}
    </>
  );
}

interface WebQuestionsProps {
  readonly locale: PageFrame['locale'];
  readonly page: WebPage;
  readonly areas: readonly SelectGroup[];
  readonly raw: Readonly<Record<string, unknown>>;
}
function WebQuestions({ locale, page, areas, raw }: WebQuestionsProps) {
  const { empty, condition } = messagesFor(locale).preview;
  const nothing = new Map<string, string>();
  return (
    <section class="card" aria-label={say(page.title, locale)}>
      <h3>{say(page.title, locale)}</h3>
      {page.hint && <p class="lead">{say(page.hint, locale)}</p>}
      {page.condition !== undefined && (
        <Inset>
          <p>{condition(page.condition)}</p>
        </Inset>
      )}
      {page.fields.map((field) => (
        <FieldView key={field.id} field={field} raw={raw[field.id]} errors={nothing} locale={locale} areas={areas} />
      ))}
      {page.document && (
        <FileField
          id={page.id}
          name="berkas"
          label={say(page.title, locale)}
          accept={page.document.accept}
          multiple={page.document.max > 1}
        />
      )}
      {page.fields.length === 0 && !page.document && <p>{empty}</p>}
    </section>
  );
}

export interface CounterPart {
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly code: string;
    readonly label: string;
    readonly options: readonly string[];
    readonly condition: string | undefined;
  }[];
}
export function CounterPreview({ frame, parts }: { frame: PageFrame; parts: readonly CounterPart[] }) {
  const t = messagesFor(frame.locale).preview;
  return (
    <>
      {parts.map((part) => (
        <DataTable
          key={part.title}
          caption={part.title}
          stacked
          columns={[
            { key: 'code', label: t.code },
            { key: 'question', label: t.question },
            { key: 'options', label: t.options },
            { key: 'when', label: t.when },
          ]}
          rows={part.rows.map((row) => ({
            key: row.id,
            cells: {
              code: row.code || '-',
              question: row.label,
              options: row.options.join(', ') || '-',
              when: row.condition ?? '-',
            },
          }))}
        />
      ))}
    </>
  );
}

export function PhonePreview({ frame, parts }: { frame: PageFrame; parts: readonly ScriptPart[] }) {
  const t = messagesFor(frame.locale).preview;
  return (
    <>
      {parts.map((part) => (
        <section key={part.title}>
          <h3>{part.title}</h3>
          <dl>
            {part.lines.map((line) => (
              <div key={line.id}>
                <dt>{line.say}</dt>
                <dd>
                  {line.condition !== undefined && <p class="small">{t.condition(line.condition)}</p>}
                  {line.note !== undefined && <p class="small">{line.note}</p>}
                  {line.options.length > 0 && <RequirementList items={line.options.map((label) => ({ label }))} />}
                  {line.readBack !== undefined && <p>{t.readBack(line.readBack)}</p>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
