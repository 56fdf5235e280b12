// An application sent by a program: real uploads, then one request, as channels outside send it.
import { documentsOnPath } from '../../src/definition/interview/documents.ts';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import type { ServiceDefinition } from '../../src/definition/schema.ts';
import { currentVersion } from '../../src/modules/catalogue/index.ts';
import { areaLookup } from '../../src/modules/organisation/index.ts';
import { newId } from '../../src/platform/ids.ts';
import expected from '../content/expected-ids.json' with { type: 'json' };
import { sampleAnswer } from '../content/sample-answer.ts';
import type { TestApp } from './app.ts';
import { aPdf, aPhoto, asFile } from './papers.ts';
import { encodeForm } from './visitor.ts';

export interface Sent {
  readonly number: string;
  readonly trackingCode: string;
}
type Answers = Readonly<Record<string, unknown>>;

async function upload(app: TestApp, accept: readonly string[]): Promise<string> {
  const photo = accept.includes('jpg');
  const bytes = photo ? await aPhoto() : aPdf();
  const form = new FormData();
  form.append('file', photo ? asFile(bytes, 'foto.jpg', 'image/jpeg') : asFile(bytes, 'berkas.pdf', 'application/pdf'));
  const { payload, type } = await encodeForm(form);
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    payload,
    headers: { 'content-type': type },
  });
  if (answer.statusCode !== 201) throw new Error(`upload: ${answer.body}`);
  return answer.json<{ uploadId: string }>().uploadId;
}

/** An answer to each question that programs are known to send for this service. */
function sampleAnswers(definition: ServiceDefinition): Record<string, unknown> {
  const all: Readonly<Record<string, { fields: readonly string[] } | undefined>> = expected;
  const known = all[definition.service]?.fields ?? [];
  const fields = definition.form.flatMap((page) => page.fields).filter((field) => known.includes(field.id));
  return Object.fromEntries(fields.map((field) => [field.id, sampleAnswer(field)]));
}

/** Applies for any service of the region with every hard document; `over` replaces sample answers. */
export async function applyByProgram(app: TestApp, service: string, over: Answers = {}): Promise<Sent> {
  const ctx = app.ctx();
  const { definition } = await currentVersion(ctx, service);
  const env = { today: '2026-11-23', locale: 'id', areas: await areaLookup(ctx) } as const;
  const answers = { ...sampleAnswers(definition), ...over };
  for (const field of definition.form.flatMap((page) => page.fields))
    if (field.type === 'file' && field.id in answers)
      Object.assign(answers, { [field.id]: [await upload(app, ['jpg'])] });
  const papers = documentsOnPath(definition, parseAnswers(definition, answers, env).answers, env);
  const documents = await Promise.all(
    papers
      .filter((paper) => paper.required === 'hard')
      .map(async (paper) => ({ id: paper.id, uploadId: await upload(app, paper.accept) })),
  );
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/applications',
    headers: { 'idempotency-key': newId() },
    payload: { service, answers, documents, channel: 'api' },
  });
  if (answer.statusCode !== 201) throw new Error(`${service}: ${answer.body}`);
  return answer.json<Sent>();
}
