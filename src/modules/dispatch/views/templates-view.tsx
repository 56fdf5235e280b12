import {
  Button,
  Card,
  CheckboxField,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Template } from '../store/templates.ts';
import { DispatchPage } from './shell.tsx';

export interface TemplateTyped {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly error: string;
}
export interface TemplatesViewProps {
  readonly frame: PageFrame;
  readonly templates: readonly Template[];
  readonly freshId: string;
  readonly typed: TemplateTyped | undefined;
  readonly saved: boolean;
}

function TemplateForm({ frame, template, error }: { frame: PageFrame; template: Template; error: string | undefined }) {
  const words = messagesFor(frame.locale).templates;
  const { id } = template;
  return (
    <Form action="/petugas/kalimat-laporan" label={template.title || words.add}>
      <input type="hidden" name="id" value={id} />
      <TextField
        id={`judul-${id}`}
        name="judul"
        label={words.name}
        value={template.title}
        maxLength={80}
        error={error}
      />
      <TextArea
        id={`isi-${id}`}
        name="isi"
        label={words.body}
        hint={words.bodyHint}
        value={template.body}
        rows={5}
        maxLength={1000}
      />
      <CheckboxField
        id={`pakai-${id}`}
        name="pakai"
        label={words.use}
        options={[{ value: '1', label: words.active }]}
        values={template.active ? ['1'] : []}
        required={false}
      />
      <Button kind="secondary">{words.save}</Button>
    </Form>
  );
}

export function TemplatesView({ frame, templates, freshId, typed, saved }: TemplatesViewProps) {
  const words = messagesFor(frame.locale).templates;
  const known = templates.some(({ id }) => id === typed?.id);
  const as = (template: Template): Template =>
    typed?.id === template.id ? { ...template, title: typed.title, body: typed.body } : template;
  const fresh = { id: freshId, title: '', body: '', active: true };
  const added = typed && !known ? { ...fresh, id: typed.id, title: typed.title, body: typed.body } : fresh;
  const errorOf = (id: string) => (typed?.id === id ? typed.error : undefined);
  return (
    <DispatchPage frame={frame} title={words.title}>
      <ErrorSummary errors={typed ? [{ field: `judul-${typed.id}`, message: typed.error }] : []} />
      {saved && (
        <div role="status">
          <Inset>
            <p>{words.saved}</p>
          </Inset>
        </div>
      )}
      <PageTitle title={words.title} lead={words.lead} />
      {templates.map((template) => (
        <Card key={template.id}>
          <TemplateForm frame={frame} template={as(template)} error={errorOf(template.id)} />
        </Card>
      ))}
      <h2>{words.add}</h2>
      <Card>
        <TemplateForm frame={frame} template={added} error={errorOf(added.id)} />
      </Card>
    </DispatchPage>
  );
}
