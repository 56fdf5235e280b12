import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import * as ui from '../../src/ui/index.ts';
import { aFrame, noAssets } from './serve.ts';

const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
const frame = aFrame(noAssets, {
  locale: 'id',
  path: `/cari?q=${hostile}`,
  csrf: hostile,
  officer: { name: hostile, title: hostile, permissions: [], roles: [] },
});
const field = { id: 'a', name: hostile, label: hostile, hint: hostile, error: hostile };
const option = { value: hostile, label: hostile, hint: hostile };

const square = [
  [119, -4],
  [119.1, -4],
  [119.1, -4.1],
  [119, -4],
] as const;
const samples: Record<string, VNode> = {
  button: (
    <ui.Button name={hostile} value={hostile}>
      {hostile}
    </ui.Button>
  ),
  linkButton: <ui.LinkButton href={hostile}>{hostile}</ui.LinkButton>,
  text: <ui.TextField {...field} value={hostile} prefix={hostile} />,
  textArea: <ui.TextArea {...field} value={hostile} maxLength={20} />,
  nik: <ui.NikField {...field} value={hostile} />,
  money: <ui.MoneyField {...field} value={hostile} />,
  phone: <ui.PhoneField {...field} value={hostile} />,
  code: <ui.CodeField {...field} value={hostile} />,
  date: <ui.DateField {...field} value={{ day: hostile, month: hostile, year: hostile }} />,
  radio: <ui.RadioField {...field} options={[option]} value={hostile} />,
  checkbox: <ui.CheckboxField {...field} options={[option]} values={[hostile]} />,
  select: <ui.SelectField {...field} options={[option]} groups={[{ label: hostile, options: [option] }]} />,
  area: <ui.AreaField {...field} groups={[{ label: hostile, options: [option] }]} />,
  address: <ui.AddressField {...field} value={{ street: hostile, landmark: hostile }} errors={{ rt: hostile }} />,
  location: <ui.LocationField {...field} value={{ lat: hostile, lng: hostile }} />,
  file: (
    <ui.FileField
      {...field}
      accept={[hostile]}
      uploaded={[
        { id: hostile, fileName: hostile, note: hostile, href: hostile, thumbnailUrl: hostile, removeName: hostile },
      ]}
    />
  ),
  declaration: <ui.DeclarationField {...field} />,
  errors: <ui.ErrorSummary title={hostile} errors={[{ field: hostile, message: hostile }, { message: hostile }]} />,
  draft: <ui.DraftBar label={hostile} savedText={hostile} />,
  search: <ui.SearchBox action={hostile} label={hostile} hint={hostile} value={hostile} />,
  repeat: <ui.RepeatGroup {...field} rows={[{ title: hostile, fields: hostile }]} addLabel={hostile} />,
  status: <ui.StatusTag status="done" label={hostile} />,
  late: <ui.LateMark text={hostile} />,
  promise: <ui.PromiseBox headline={hostile} note={hostile} facts={[{ icon: 'home', text: hostile }]} mark={hostile} />,
  confirmation: <ui.Confirmation title={hostile}>{hostile}</ui.Confirmation>,
  tile: <ui.ServiceTile href={hostile} title={hostile} note={hostile} />,
  requirements: <ui.RequirementList items={[{ label: hostile, note: hostile, have: hostile }]} />,
  steps: <ui.StepList items={[{ title: hostile, note: hostile }]} />,
  editor: (
    <ui.TextEditor
      {...field}
      value={hostile}
      checkUrl={hostile}
      findings={[{ line: 1, kind: 'error', code: hostile, kindLabel: hostile, lineLabel: hostile, message: hostile }]}
    />
  ),
  findings: (
    <ui.FindingList
      empty={hostile}
      findings={[{ line: 1, kind: 'info', code: hostile, kindLabel: hostile, lineLabel: hostile, message: hostile }]}
    />
  ),
  diff: (
    <ui.DiffTable label={hostile} words={{ gone: hostile, fresh: hostile }} rows={[{ kind: 'new', text: hostile }]} />
  ),
  bubbles: <ui.Bubbles items={[{ from: 'office', who: hostile, text: hostile }]} />,
  answers: (
    <ui.CheckAnswers sections={[{ title: hostile, rows: [{ label: hostile, value: hostile, changeHref: hostile }] }]} />
  ),
  facts: <ui.DefinitionRows rows={[{ label: hostile, value: hostile }]} />,
  documents: <ui.DocumentList items={[{ label: hostile, href: hostile, note: hostile, action: hostile }]} />,
  access: <ui.AccessList entries={[{ who: hostile, what: hostile, when: hostile, reason: hostile }]} />,
  tasks: <ui.TaskList items={[{ title: hostile, href: hostile, status: 'done', label: hostile }]} />,
  notice: (
    <ui.NoticeCard title={hostile} href={hostile} number={hostile} status="done">
      {hostile}
    </ui.NoticeCard>
  ),
  warning: <ui.Warning label={hostile}>{hostile}</ui.Warning>,
  details: <ui.Details summary={hostile}>{hostile}</ui.Details>,
  empty: <ui.EmptyState title={hostile}>{hostile}</ui.EmptyState>,
  timeline: <ui.Timeline steps={[{ state: 'now', title: hostile, time: hostile, note: hostile }]} />,
  figure: <ui.FigureCard value={hostile} label={hostile} note={hostile} href={hostile} />,
  table: (
    <ui.DataTable
      caption={hostile}
      columns={[{ key: 'a', label: hostile, sortHref: hostile }]}
      rows={[{ key: 'r', cells: { a: hostile } }]}
    />
  ),
  pagination: <ui.Pagination previousHref={hostile} nextHref={hostile} />,
  number: <ui.CopyableNumber number={hostile} label={hostile} />,
  qr: <ui.QrSlot text={hostile} label={hostile} hint={hostile} />,
  thread: (
    <ui.MessageThread
      messages={[
        {
          id: '1',
          from: 'staff',
          author: hostile,
          time: hostile,
          text: hostile,
          channel: hostile,
          files: [{ href: hostile, label: hostile }],
        },
      ]}
    />
  ),
  title: <ui.PageTitle title={hostile} eyebrow={hostile} lead={hostile} />,
  back: <ui.BackLink href={hostile} label={hostile} />,
  due: <ui.DueChip kind="late" text={hostile} until={hostile} />,
  inbox: (
    <ui.InboxTable
      caption={hostile}
      labels={{ number: hostile, applicant: hostile, service: hostile, due: hostile, status: hostile }}
      rows={[
        {
          key: hostile,
          href: hostile,
          number: hostile,
          applicant: hostile,
          service: hostile,
          step: hostile,
          note: hostile,
          due: { kind: 'fine', text: hostile },
          status: 'done',
        },
      ]}
      select={{ action: hostile, name: hostile, buttons: hostile }}
    />
  ),
  filters: (
    <ui.FilterBar
      action={hostile}
      filters={[{ name: hostile, label: hostile, options: [option] }]}
      query={{ name: hostile, label: hostile, value: hostile }}
      clearHref={hostile}
    />
  ),
  caseHeader: <ui.CaseHeader number={hostile} title={hostile} applicant={hostile} status="done" note={hostile} />,
  actions: (
    <ui.ActionPanel
      title={hostile}
      actions={[{ id: hostile, label: hostile, description: hostile, children: hostile }]}
    />
  ),
  audio: <ui.AudioPlayer src={hostile} label={hostile} note={hostile} />,
  map: (
    <ui.PointMap ground={{ attribution: hostile }} label={hostile} cards={hostile} many={hostile} failed={hostile}>
      {hostile}
    </ui.PointMap>
  ),
  sketch: (
    <ui.AreaSketch
      outlines={[{ code: hostile, name: hostile, centre: [119, -4], shape: [[square]] }]}
      coast={[square]}
      counts={new Map([[hostile, 1]])}
      hrefOf={() => hostile}
    />
  ),
  viewer: (
    <ui.DocumentViewer
      files={[{ id: hostile, label: hostile, href: hostile, type: 'pdf', note: hostile, check: hostile }]}
    />
  ),
  masked: <ui.MaskedValue masked={hostile} label={hostile} revealAction={hostile} name={hostile} value={hostile} />,
  reply: (
    <ui.ReplyComposer
      action={hostile}
      name={hostile}
      value={hostile}
      preview={hostile}
      error={hostile}
      templates={[{ id: hostile, label: hostile, text: hostile }]}
    />
  ),
  audit: (
    <ui.AuditList
      entries={[{ key: '1', time: hostile, who: hostile, what: hostile, channel: hostile, proof: hostile }]}
    />
  ),
  fresh: <ui.FreshNotice url={hostile} reloadHref={hostile} />,
};

describe('what people type', () => {
  it.each(Object.keys(samples))('is only text in %s', (name) => {
    const html = ui.renderPage(
      <ui.StaffPage frame={frame} title={hostile} nav={[{ href: hostile, label: hostile }]}>
        {samples[name]}
      </ui.StaffPage>,
    );
    expect(html).not.toMatch(/<img src=x|<script>|<script(?! src="\/a\.js" defer)/);
    expect(html).toContain('&lt;script>alert');
  });

  it('has a sample for every component the front door exports', () => {
    const shells = [
      'CitizenScreenPage',
      'PaperPage',
      'Icon',
      'DiamondMark',
      'SkipLink',
      'OfficialBanner',
      'DevelopmentBanner',
      'PhaseBanner',
      'CitizenPage',
      'EmbedPage',
      'PlainPage',
      'StaffPage',
      'CitizenScreenPage',
      'PaperPage',
    ];
    const frames = [
      'Form',
      'CsrfInput',
      'ButtonGroup',
      'Card',
      'Split',
      'TileGrid',
      'FigureGrid',
      'QuickActions',
      'TableScroll',
      'CaseLayout',
      'Inset',
      'StepLine',
    ];
    const insideOthers = ['FamilyCardField', 'IntegerField', 'YesNoField', 'Input', 'CaseNumber', 'SummaryList'];
    const shown = new Set(
      Object.values(samples).map((sample) => (typeof sample.type === 'function' ? sample.type.name : '')),
    );
    const missing = Object.entries(ui)
      .filter(([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name))
      .map(([name]) => name)
      .filter((name) => !shown.has(name) && ![...shells, ...frames, ...insideOthers].includes(name));
    expect(missing).toEqual([]);
  });
});

const pages = {
  gallery: ui.galleryPage(aFrame(noAssets)),
  ...Object.fromEntries(ui.exampleNames.map((name) => [name, ui.examplePage(aFrame(noAssets), name)])),
};

describe('every page', () => {
  it.each(Object.entries(pages))('%s obeys a strict policy: no inline style, script or handler', (_name, page) => {
    const html = ui.renderPage(page);
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/i);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/a.js" defer>']);
    expect(html.startsWith('<!doctype html><html lang="id"')).toBe(true);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('puts the token of the session into every form that posts', () => {
    for (const page of Object.values(pages)) {
      const posts = ui.renderPage(page).match(/<form[^>]*method="post"[^>]*>.{0,80}/gs) ?? [];
      for (const form of posts) expect(form).toContain('name="_csrf" value="token-csrf"');
    }
  });

  it('skips the font and says so in the root class when the reader saves data', () => {
    const html = ui.renderPage(
      ui.galleryPage(aFrame(noAssets, { saveData: true, contrast: 'high', textSize: 'a-plus' })),
    );
    expect(html).not.toContain('rel="preload"');
    expect(html).toContain('class="ukuran-a-plus kontras-tinggi hemat"');
  });

  it('speaks English from skip link to footer when asked to', () => {
    const html = ui.renderPage(ui.galleryPage(aFrame(noAssets, { locale: 'en' })));
    expect(html).toContain('Skip to content');
    expect(html).toContain('Our promise');
    expect(html).not.toMatch(/Langsung ke isi|Janji kami|boleh dikosongkan|Perlu bantuan orang/);
  });
});
