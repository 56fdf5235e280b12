import { Button } from '../button/button.tsx';
import { FigureCard, FigureGrid } from '../figure/figure.tsx';
import { CheckboxField } from '../form/choice.tsx';
import { Form } from '../form/form.tsx';
import { TextArea } from '../form/text.tsx';
import type { PageFrame } from '../frame.ts';
import { SummaryList } from '../lists/lists.tsx';
import { ActionPanel, AuditList, CaseHeader, CaseLayout } from '../staff/case.tsx';
import { DocumentViewer } from '../staff/document-viewer.tsx';
import { type BulkSelect, FilterBar, type InboxRow, InboxTable } from '../staff/inbox.tsx';
import { MaskedValue } from '../staff/masked-value.tsx';
import { ReplyComposer } from '../staff/reply-composer.tsx';
import { ExampleThread } from './sections.tsx';
import { exampleNumber, examplePicture, galleryWords, toGlyph } from './words.ts';

export interface StaffSectionProps {
  readonly frame: PageFrame;
}

export function StaffCounters({ frame }: StaffSectionProps) {
  const counts = ['4', '7', '23', '5'];
  return (
    <FigureGrid>
      {galleryWords(frame).staff.counters.map((label, index) => (
        <FigureCard
          key={label}
          value={counts[index] ?? ''}
          label={label}
          href={`?saring=${index}`}
          tone={index === 0 ? 'late' : undefined}
        />
      ))}
    </FigureGrid>
  );
}

export function StaffInbox({ frame, select }: StaffSectionProps & { select?: BulkSelect | undefined }) {
  const t = galleryWords(frame).staff;
  return <InboxTable rows={exampleRows(frame)} labels={t.labels} select={select} />;
}

const kinds = ['late', 'soon', 'fine', 'paused'] as const;
const states = ['in-progress', 'in-progress', 'received', 'needs-you'] as const;

function exampleRows(frame: PageFrame): InboxRow[] {
  const t = galleryWords(frame).staff;
  return kinds.map((kind, index) => ({
    key: `row-${index}`,
    href: '#petugas',
    number: `P48291307${5 + index}`,
    applicant: t.applicants[index] ?? '',
    service: t.services[index] ?? '',
    step: t.steps[index],
    note: index === 0 ? t.note : undefined,
    due: { kind, text: t.due[index] ?? '' },
    status: states[index] ?? 'received',
  }));
}

export function StaffFilters({ frame }: StaffSectionProps) {
  const t = galleryWords(frame).staff;
  const all = { value: '', label: t.all };
  return (
    <FilterBar
      action="/gaya"
      query={{ name: 'q', label: t.query }}
      filters={[
        {
          name: 'layanan',
          label: t.filterService,
          options: [all, ...t.services.map((name) => ({ value: name, label: name }))],
        },
        { name: 'status', label: t.filterStatus, options: [all, { value: 'baru', label: t.all }] },
      ]}
      clearHref="/gaya"
    />
  );
}

export function StaffCaseHeader({ frame }: StaffSectionProps) {
  const t = galleryWords(frame).staff;
  return (
    <CaseHeader
      number={exampleNumber}
      title={t.caseTitle}
      applicant={t.applicants[0]}
      status="in-progress"
      due={{ kind: 'soon', text: t.due[1] ?? '' }}
      note={t.waits}
    />
  );
}

export function StaffCase({ frame }: StaffSectionProps) {
  return (
    <CaseLayout
      facts={<Facts frame={frame} />}
      story={<Story frame={frame} />}
      actions={<ActionPanel actions={exampleActions(frame)} />}
    />
  );
}

function Facts({ frame }: StaffSectionProps) {
  const words = galleryWords(frame);
  const t = words.staff;
  return (
    <>
      <h2>{t.answers}</h2>
      <SummaryList
        rows={[
          {
            label: t.nik,
            value: (
              <MaskedValue masked="7372 **** **** 0005" label={t.nik} revealAction="/gaya" name="buka" value="nik" />
            ),
          },
          { label: words.form.businessName, value: words.answers.value },
          { label: words.form.owner, value: words.answers.self },
        ]}
      />
      <DocumentViewer
        files={[
          {
            id: 'ktp',
            label: t.ktp,
            href: examplePicture,
            type: 'image',
            note: words.form.uploadedNote,
            check: (
              <CheckboxField
                id="cek-ktp"
                name="cek"
                label={words.staff.labels.status}
                options={t.checks}
                values={['terbaca']}
              />
            ),
          },
          { id: 'foto', label: t.place, href: examplePicture, type: 'image', checked: 'good', checkedLabel: t.good },
        ]}
      />
    </>
  );
}

function Story({ frame }: StaffSectionProps) {
  const words = galleryWords(frame);
  return (
    <>
      <h2>{words.track.messages}</h2>
      <ExampleThread frame={frame} reader="staff" />
      <ReplyComposer action="/gaya" name="balasan" templates={words.staff.templates} preview={words.staff.preview} />
      <h2>{words.staff.story}</h2>
      <AuditList entries={words.staff.audit} />
    </>
  );
}

function exampleActions(frame: PageFrame) {
  const t = galleryWords(frame).staff;
  const ask = (id: string, tone: 'primary' | 'destructive') => (
    <Form action="/gaya" label={`${id}`}>
      <TextArea id={`tindakan-teks-${id}`} name="alasan" label={t.reason} hint={t.reasonHint} rows={3} />
      <Button kind={tone}>{t.save}</Button>
    </Form>
  );
  const normal = t.actions.map(([id = '', icon, label = '', description], index) => ({
    id,
    icon: toGlyph(icon),
    label,
    description,
    open: index === 1,
    children: ask(id, 'primary'),
  }));
  return [
    ...normal,
    {
      id: 'refuse',
      icon: toGlyph('cross-circle'),
      label: t.refuse,
      description: t.refuseNote,
      tone: 'destructive' as const,
      children: ask('refuse', 'destructive'),
    },
  ];
}
