// Puts one counter screen together: the version, what was kept, what is wrong.
import { calledOf } from '../../../definition/called.ts';
import type { Env } from '../../../definition/fields/types.ts';
import type { FieldError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { html, type Incoming, type Reply } from '../../../platform/http/define.ts';
import { areaGroups } from '../../applications/index.ts';
import { currentVersion, type ServiceVersion } from '../../catalogue/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import type { Entry, EntryMode, EntryNote } from '../types.ts';
import { type Asked, askedOf, fieldsOf } from './questions.ts';
import { notFoundVersion } from './version.ts';
import { CounterView } from './view.tsx';

export interface Screen {
  readonly version: ServiceVersion;
  readonly mode: EntryMode;
  readonly practice: boolean;
  readonly entryId: string;
  readonly kept: Pick<Entry, 'answers' | 'documents' | 'seen' | 'note'> | undefined;
  readonly errors: readonly FieldError[];
  readonly notices: readonly string[];
  readonly env: Env;
}

/** What the browser's script needs to follow the path: the questions and conditions, nothing of the office's work. */
function rulesOf({ definition }: ServiceVersion): string {
  const { service, eligibility, form, documents } = definition;
  return JSON.stringify({ service, eligibility, form, documents });
}

/** The officer's own kelurahan, for the questions about an area: most people come to the counter where they live. */
async function ownArea(ctx: Context, officer: Officer): Promise<{ code: string; unit: string } | undefined> {
  for (const { unitId } of officer.memberships) {
    const unit = await getUnit(ctx, unitId);
    if (unit.areaCode?.split('.').length === 4) return { code: unit.areaCode, unit: unit.name };
  }
  return undefined;
}

interface Prefilled {
  readonly answers: Record<string, unknown>;
  readonly notices: readonly string[];
}
async function prefilled(ctx: Context, officer: Officer, asked: Asked): Promise<Prefilled> {
  const area = await ownArea(ctx, officer);
  if (!area) return { answers: {}, notices: [] };
  const answers: Record<string, unknown> = {};
  for (const field of fieldsOf(asked)) {
    if (field.type === 'area' && field.required) answers[field.id] = area.code;
  }
  const notices = Object.keys(answers).length > 0 ? [messagesFor(ctx.locale).counter.prefilled(area.unit)] : [];
  return { answers, notices };
}

export async function showCounter(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  given: { readonly officer: Officer; readonly screen: Screen },
): Promise<Reply> {
  const { officer, screen } = given;
  const { definition } = screen.version;
  const asked = askedOf(definition, screen.env);
  const first = screen.kept ? undefined : await prefilled(ctx, officer, asked);
  const note: EntryNote = screen.kept?.note ?? {};
  const current = await currentVersion(ctx, definition.service).catch(notFoundVersion);
  const view = (
    <CounterView
      frame={frame}
      service={say(definition.title, ctx.locale)}
      slug={definition.service}
      asksIdentity={calledOf(definition) === 'permohonan'}
      mode={screen.mode}
      practice={screen.practice}
      entryId={screen.entryId}
      versionId={screen.version.id}
      oldVersion={current !== undefined && current.id !== screen.version.id}
      asked={asked}
      rules={rulesOf(screen.version)}
      today={screen.env.today}
      areas={await areaGroups(ctx)}
      raw={screen.kept?.answers ?? first?.answers ?? {}}
      documents={screen.kept?.documents ?? []}
      seen={screen.kept?.seen ?? []}
      note={note}
      declarations={definition.declare.map((text) => say(text, ctx.locale))}
      errors={screen.errors}
      notices={[...screen.notices, ...(first?.notices ?? [])]}
      asksEmail={!fieldsOf(asked).some((field) => field.type === 'email')}
    />
  );
  return html(view, screen.errors.length > 0 ? 422 : 200);
}
