import type { ComponentChildren } from 'preact';
import {
  AuditList,
  BackLink,
  Button,
  ButtonGroup,
  Card,
  DataTable,
  Details,
  ErrorSummary,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  SelectField,
  Split,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { AuthoringPage, baseOf, draftBase, Flash } from './shell.tsx';

interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly since: string;
  readonly by: string;
  readonly hash: string;
  readonly current: boolean;
}
interface HistoryRow {
  readonly key: string;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly details?: string | undefined;
}
export interface ServiceViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly flash: FlashCode | undefined;
  readonly error: string | undefined;
  readonly standing: string; // "Versi 3, berlaku sejak ..."
  readonly plan: string | undefined;
  readonly closed: string | undefined;
  readonly draft: { readonly sentence: string; readonly waiting: boolean } | undefined;
  readonly mayWrite: boolean;
  readonly mayPublish: boolean;
  readonly published: boolean;
  readonly versions: readonly VersionRow[];
  readonly history: readonly HistoryRow[];
  readonly others: readonly { readonly value: string; readonly label: string }[];
}

export function ServiceView(props: ServiceViewProps) {
  const { frame, slug, title } = props;
  const t = messagesFor(frame.locale).service;
  const entries = props.history.map(({ details, ...entry }) => ({
    ...entry,
    details: details ? <p>{details}</p> : undefined,
  }));
  return (
    <AuthoringPage frame={frame} title={title}>
      <BackLink href="/petugas/layanan" />
      <Flash frame={frame} code={props.flash} />
      <ErrorSummary errors={props.error === undefined ? [] : [{ message: props.error }]} />
      <PageTitle title={title} eyebrow={`${messagesFor(frame.locale).fresh.name}: ${slug}`} lead={props.standing} />
      <Split aside={<Publishing {...props} />}>
        <DraftPart {...props} />
        <Versions {...props} />
        <h2>{t.history}</h2>
        {entries.length === 0 ? <p>{t.noHistory}</p> : <AuditList entries={entries} />}
      </Split>
    </AuthoringPage>
  );
}

function DraftPart({ frame, slug, draft, mayWrite, mayPublish, published }: ServiceViewProps) {
  const t = messagesFor(frame.locale).service;
  return (
    <>
      {draft && (
        <Inset>
          <p>{draft.sentence}</p>
        </Inset>
      )}
      {!draft && mayWrite && (
        <Form action={draftBase(slug)}>
          <Button icon="pencil">{t.begin}</Button>
        </Form>
      )}
      <ButtonGroup>
        {draft && (mayWrite || mayPublish) && (
          <LinkButton href={`${draftBase(slug)}/${draft.waiting ? 'terbit' : 'isi/texts'}`}>
            {draft.waiting ? t.review : t.goOn}
          </LinkButton>
        )}
        {published && (
          <LinkButton href={`/layanan/${slug}`} kind="secondary">
            {t.open}
          </LinkButton>
        )}
        {published && mayPublish && (
          <LinkButton href={`${baseOf(slug)}/pindah`} kind="secondary">
            {t.rebase}
          </LinkButton>
        )}
      </ButtonGroup>
    </>
  );
}

function Versions({ frame, slug, versions }: ServiceViewProps) {
  const t = messagesFor(frame.locale).service;
  if (versions.length === 0) return null;
  const options = versions.map(({ id, number }) => ({ value: id, label: String(number) }));
  return (
    <>
      <h2>{t.versions}</h2>
      <DataTable
        caption={t.versions}
        captionHidden
        stacked
        columns={[
          { key: 'version', label: t.versionColumns.version },
          { key: 'since', label: t.versionColumns.since },
          { key: 'by', label: t.versionColumns.by },
          { key: 'hash', label: t.versionColumns.hash },
        ]}
        rows={versions.map((version) => ({
          key: version.id,
          cells: {
            version: version.current ? `${version.number} (${t.currentMark})` : String(version.number),
            since: version.since,
            by: version.by,
            hash: <code>{version.hash.slice(0, 12)}</code>,
          },
        }))}
      />
      {versions.length > 1 && (
        <Form action={`${baseOf(slug)}/bandingkan`} method="get" label={t.compare}>
          <SelectField id="dari" name="dari" label={t.compareFrom} options={options} value={versions[1]?.id} />
          <SelectField id="ke" name="ke" label={t.compareTo} options={options} value={versions[0]?.id} />
          <Button kind="secondary">{t.compare}</Button>
        </Form>
      )}
    </>
  );
}

/** What only a publisher does: closing, opening again, taking back a schedule. */
function Publishing(props: ServiceViewProps) {
  const { frame, slug, mayPublish, published, plan, closed } = props;
  const t = messagesFor(frame.locale).service;
  if (!published) return null;
  return (
    <>
      {plan && (
        <Card quiet>
          <p>{plan}</p>
          {mayPublish && <Act action={`${baseOf(slug)}/batal-jadwal`} label={t.cancelPlan} />}
        </Card>
      )}
      {closed && (
        <Card quiet>
          <p>{closed}</p>
          {mayPublish && <Act action={`${baseOf(slug)}/buka`} label={t.reopen} />}
        </Card>
      )}
      {mayPublish && !closed && <Closing {...props} />}
    </>
  );
}

function Closing({ frame, slug, others }: ServiceViewProps) {
  const t = messagesFor(frame.locale).service;
  const successors = [{ value: '', label: t.noSuccessor }, ...others];
  return (
    <>
      <Details summary={t.close}>
        <Reasoned action={`${baseOf(slug)}/tutup`} id="tutup" frame={frame} button={t.close}>
          <TextField
            id="tutup-buka"
            name="reopens"
            label={t.reopens}
            hint={t.reopensHint}
            width="10"
            required={false}
          />
        </Reasoned>
      </Details>
      <Details summary={t.retire}>
        <Reasoned action={`${baseOf(slug)}/pensiun`} id="pensiun" frame={frame} button={t.retire}>
          <SelectField
            id="pensiun-pengganti"
            name="successor"
            label={t.successor}
            options={successors}
            required={false}
          />
        </Reasoned>
      </Details>
    </>
  );
}

function Act({ action, label }: { action: string; label: string }) {
  return (
    <Form action={action}>
      <Button kind="secondary">{label}</Button>
    </Form>
  );
}

interface ReasonedProps {
  readonly action: string;
  readonly id: string;
  readonly frame: PageFrame;
  readonly button: string;
  readonly children: ComponentChildren;
}
function Reasoned({ action, id, frame, button, children }: ReasonedProps) {
  const t = messagesFor(frame.locale).service;
  return (
    <Form action={action} label={button}>
      <p class="small">{t.closeHint}</p>
      <TextArea id={`${id}-alasan`} name="reason" label={t.reason} rows={2} />
      <TextArea id={`${id}-alasan-en`} name="reasonEn" label={t.reasonEn} rows={2} required={false} />
      {children}
      <Button kind="destructive">{button}</Button>
    </Form>
  );
}
