import {
  Button,
  ButtonGroup,
  Details,
  type EditorFinding,
  ErrorSummary,
  FileField,
  FindingList,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  Split,
  TextEditor,
} from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { AuthoringPage, DraftShell, draftBase } from './shell.tsx';

export interface YamlViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly rowVersion: number;
  readonly text: string;
  readonly findings: readonly EditorFinding[];
  readonly counts: string;
  readonly checked: boolean; // shown after "Periksa": not saved
  readonly flash: FlashCode | undefined;
  readonly error?: string | undefined;
}

export function YamlView(props: YamlViewProps) {
  const { frame, slug, findings } = props;
  const words = messagesFor(frame.locale);
  const base = draftBase(slug);
  const aside = (
    <>
      <h2 id="temuan">{words.edit.findings}</h2>
      <p class="small">
        {props.counts} · <a href="#teks">{words.edit.toText}</a>
      </p>
      <div data-target="findings">
        <FindingList findings={findings} empty={words.noFindings} />
      </div>
    </>
  );
  return (
    <DraftShell frame={frame} slug={slug} tab="yaml" title={props.title} flash={props.flash}>
      <ErrorSummary errors={props.error === undefined ? [] : [{ message: props.error }]} />
      {props.checked && (
        <div role="status">
          <Inset>
            <p>{words.edit.checked}</p>
          </Inset>
        </div>
      )}
      <Split aside={aside}>
        <Form action={`${base}/yaml`} id="sunting">
          <input type="hidden" name="rowVersion" value={String(props.rowVersion)} />
          {findings.length > 0 && (
            <p>
              <a href="#temuan">{props.counts}</a>
            </p>
          )}
          <TextEditor
            id="teks"
            name="text"
            label={words.edit.yamlLabel}
            hint={words.edit.yamlHint}
            value={props.text}
            findings={findings}
            checkUrl={`${base}/periksa`}
          />
          <ButtonGroup>
            <Button>{words.edit.save}</Button>
            <Button kind="secondary" formAction={`${base}/periksa-teks`}>
              {words.edit.check}
            </Button>
          </ButtonGroup>
        </Form>
        <LinkButton href={`${base}/unduh`} kind="secondary" icon="download" download>
          {words.edit.exportFile}
        </LinkButton>
        <Details summary={words.edit.importFile}>
          <Form action={`${base}/masukkan`} multipart>
            <input type="hidden" name="rowVersion" value={String(props.rowVersion)} />
            <FileField id="berkas" name="file" label={words.edit.importLabel} accept={['yaml', 'yml']} />
            <Button kind="secondary">{words.edit.importButton}</Button>
          </Form>
        </Details>
      </Split>
    </DraftShell>
  );
}

export interface ConflictViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly rowVersion: number; // of what is saved now
  readonly lead: string;
  readonly field: 'text' | 'examples';
  readonly mine: string;
  readonly theirs: string;
  readonly merge: { readonly text: string; readonly taken: number; readonly left: readonly string[] } | undefined;
}
/** Two people wrote at once: both texts, and a proposal that takes what only one of them changed. */
export function ConflictView(props: ConflictViewProps) {
  const { frame, slug, merge, field } = props;
  const t = messagesFor(frame.locale).conflict;
  const path = field === 'text' ? 'yaml' : 'uji';
  return (
    <AuthoringPage frame={frame} title={t.title}>
      <ErrorSummary title={t.title} errors={[{ message: props.lead }]} />
      <h1>{t.title}</h1>
      {!merge && <p>{t.noMerge}</p>}
      {merge && (
        <>
          <h2>{t.merged}</h2>
          <p>{t.mergedLead(merge.taken, merge.left.length)}</p>
          {merge.left.length > 0 && (
            <p>
              {t.left}: <code>{merge.left.join(', ')}</code>
            </p>
          )}
          <Form action={`${draftBase(slug)}/${path}`}>
            <input type="hidden" name="rowVersion" value={String(props.rowVersion)} />
            <TextEditor id="gabungan" name={field} label={t.merged} value={merge.text} findings={[]} />
            <Button>{t.save}</Button>
          </Form>
        </>
      )}
      <Details summary={t.mine} open={!merge}>
        <TextEditor id="milik-saya" name="mine" label={t.mine} value={props.mine} findings={[]} />
      </Details>
      <Details summary={t.theirs}>
        <TextEditor id="tersimpan" name="theirs" label={t.theirs} value={props.theirs} findings={[]} />
      </Details>
      <p>
        <a href={`${draftBase(slug)}/${path}`}>{t.open}</a>
      </p>
    </AuthoringPage>
  );
}
