// One set of answers for a service, and the running application they are given to on every channel.
import fc from 'fast-check';
import type { DialogueEnv, DialogueResult } from '../../src/definition/dialogue/types.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import type { ServiceDefinition } from '../../src/definition/schema.ts';
import { areaLookup } from '../../src/modules/organisation/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { encodeForm, type Values } from '../support/visitor.ts';
import { answersArbitrary } from './answers.ts';
import { definitions, env, known } from './everyday.ts';
import { type formBody, play } from './play.ts';
import { type Told, withoutSkipped } from './told.ts';

export interface Running {
  readonly app: TestApp;
  readonly photos: ReadonlyMap<string, File>; // by upload id
  readonly chatEnv: DialogueEnv;
}

export async function startRunning(): Promise<Running> {
  const app = await startTestApp({ loadRegion: true });
  const files = [await aPhoto(900, 600), await aPhoto(800, 600)].map((bytes, n) =>
    asFile(bytes, `foto-${n}.jpg`, 'image/jpeg'),
  );
  const photos = new Map(await Promise.all(files.map(async (file) => [await upload(app, file), file] as const)));
  return { app, photos, chatEnv: { ...env, areas: await areaLookup(app.ctx()) } };
}

async function upload(app: TestApp, file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  const { payload, type } = await encodeForm(form);
  const headers = { 'content-type': type };
  const answer = await app.fastify.inject({ method: 'POST', url: '/api/v1/uploads', payload, headers });
  return answer.json<{ uploadId: string }>().uploadId;
}

export interface Prepared {
  readonly def: ServiceDefinition;
  readonly told: ReadonlyMap<string, Told>;
  readonly result: DialogueResult; // what the chat ended with
}

/** The first generated answers of somebody the service is for, as they were told in a chat. */
export function prepare({ photos, chatEnv }: Running, slug: string, seed: number): Prepared {
  const def = definitions.find((candidate) => candidate.service === slug);
  if (def === undefined) throw new Error(`no service ${slug}`);
  const world = { ...known, photos: [...photos.keys()] };
  for (const told of fc.sample(answersArbitrary(def, world), { numRuns: 20, seed })) {
    const asked = withoutSkipped(def, told);
    const sound = new Set(def.documents.filter(({ accept }) => accept.includes('audio')).map(({ id }) => id));
    const { done } = play(def, chatEnv, {
      told: asked,
      uploads: (id) => (sound.has(id) ? [] : world.photos.slice(0, id.length % 2 === 0 ? 2 : 1)), // a picture is no recording
    });
    if (done !== undefined) return { def, told: asked, result: done };
  }
  throw new Error(`${slug}: nobody was eligible`);
}

/** The papers of this kind as files a page sends. */
export function papersFor({ photos }: Running, { result }: Prepared, document: string): File[] {
  const own = result.documents.filter(({ id }) => id === document);
  return own.map(({ uploadId }) => photos.get(uploadId)).filter((file) => file !== undefined);
}

export function fileValues(name: string, files: readonly (File | undefined)[]): Values {
  const given = files.filter((file) => file !== undefined);
  return given.length === 0 ? {} : { [name]: given };
}

/** What a page posts: photos go as files, not by their ids. */
export function withFiles({ photos }: Running, body: ReturnType<typeof formBody>, def: ServiceDefinition): Values {
  const types = new Map(topLevelFields(def).map((field) => [field.id, field.type]));
  const values = Object.entries(body).map(([name, value]) => {
    if (types.get(name) !== 'file') return { [name]: value };
    return fileValues(name, typeof value === 'string' ? [] : value.map((id) => photos.get(id)));
  });
  return Object.assign({}, ...values);
}

/** Version, answers and documents as the case's first event holds them; an upload counts by its content. */
export async function contentOf({ app }: Running, number: string): Promise<string> {
  const [row] = await app.database.query(
    `select v.hash, (e.data -> 'answers')::text as answers, (e.data -> 'documents')::text as documents
     from cases.event e join cases."case" c on c.id = e.case_id
     join catalogue.service_version v on v.id::text = e.data ->> 'versionId'
     where c.number = '${number}' and e.seq = 1`,
  );
  const uploads = await app.database.query('select id, sha256 from documents.upload');
  const text = `${row?.hash}\n${row?.answers}\n${row?.documents}`;
  return uploads.reduce<string>((all, { id, sha256 }) => all.replaceAll(String(id), String(sha256)), text);
}
