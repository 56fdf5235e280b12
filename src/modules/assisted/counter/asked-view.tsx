// The questions of a page and the papers, as they stand on the counter's screen.
import { controlId, FieldView } from '../../../forms/field-view.tsx';
import { sizeText } from '../../../lib/file-size.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import { CheckboxField, FileField, type SelectGroup } from '../../../ui/index.ts';
import type { AskedDocument, AskedField, AskedPage } from './questions.ts';
import { documentControl } from './read-form.ts';
import type { Inner, Words } from './view-props.ts';

export function PageSection(props: Inner & { page: AskedPage; messages: ReadonlyMap<string, string> }) {
  const { page, words, frame } = props;
  const heading = `bagian-${page.id}`;
  return (
    <section class="counter-page" data-page={page.id} aria-labelledby={heading}>
      <h2 id={heading}>{page.title ?? words.eligibility}</h2>
      {page.condition && (
        <p class="hint" data-condition>
          {words.onlyPage(page.condition)}
        </p>
      )}
      <div class="counter-grid">
        {page.fields.map((asked) => (
          <Question
            key={asked.field.id}
            asked={asked}
            words={words}
            locale={frame.locale}
            areas={props.areas}
            raw={props.raw[asked.field.id]}
            errors={props.messages}
          />
        ))}
      </div>
    </section>
  );
}

function Question(props: {
  asked: AskedField;
  words: Words;
  locale: Locale;
  areas: readonly SelectGroup[];
  raw: unknown;
  errors: ReadonlyMap<string, string>;
}) {
  const { asked, words, locale, areas, raw, errors } = props;
  const { field, rule } = asked;
  const wide = ['group', 'address', 'long-text', 'location', 'info'].includes(field.type);
  return (
    <div
      class={wide ? 'counter-question counter-wide' : 'counter-question'}
      data-question={field.id}
      data-code={asked.code}
    >
      {asked.code && <span class="counter-code num">{asked.code}</span>}
      {asked.condition && (
        <p class="hint" data-condition>
          {words.only(asked.condition)}
        </p>
      )}
      <FieldView field={field} raw={raw} errors={errors} locale={locale} areas={areas} dateHint={words.date} />
      {rule && (
        <p class="counter-unmet" data-unmet={rule.id} hidden>
          <b>{words.unmet}.</b> {say(rule.else.say, locale)}
        </p>
      )}
    </div>
  );
}

/** One paper: the tick for the original first, because it is the usual way, then the file. */
export function Paper(props: Inner & { document: AskedDocument; messages: ReadonlyMap<string, string> }) {
  const { document, words, documents, seen, frame } = props;
  const { rule, label } = document;
  const control = documentControl(rule.id);
  const own = documents.filter((one) => one.id === rule.id);
  const soft = rule.required === 'hard' ? undefined : words.soft;
  return (
    <div class="counter-paper" data-document={rule.id} data-code={document.code}>
      <span class="counter-code num">{document.code}</span>
      <CheckboxField
        id={`asli-${rule.id}`}
        name="asli"
        label={[label, soft].filter(Boolean).join(', ')}
        hint={
          [document.condition && words.only(document.condition), document.note].filter(Boolean).join(' ') || undefined
        }
        options={[{ value: rule.id, label: words.original }]}
        values={seen.includes(rule.id) ? [rule.id] : []}
        error={props.messages.get(control)}
      />
      {rule.kind === 'file' && (
        <FileField
          id={controlId(control)}
          name={control}
          label={words.file(label)}
          accept={rule.accept}
          multiple={rule.max > 1}
          camera
          uploaded={own.map((one) => ({
            id: `${rule.id}:${one.uploadId}`,
            fileName: one.fileName,
            note: sizeText(one.size, frame.locale),
            removeName: '_hapus',
          }))}
        />
      )}
    </div>
  );
}
