// Whatever is sent, to whatever service: an answer comes back, within the limits, and nothing given is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGsm7 } from '../../lib/gsm7/gsm7.ts';
import { validateDocuments } from '../interview/documents.ts';
import { parseAnswers } from '../interview/parse-answers.ts';
import { compileFiles } from '../load/index.ts';
import type { ServiceDefinition } from '../schema.ts';
import { sampleAnswers, sampleDefinition } from '../testing.ts';
import { answerDialogue, startDialogue } from './dialogue.ts';
import { chatProfile, lengthOf, smsProfile } from './profile.ts';
import { dialogueEnv } from './testing.ts';
import type { DialogueEnv, DialogueMessage, DialogueTurn } from './types.ts';

const shipped = compileFiles(['regions/parepare']).flatMap((file) => file.definition ?? []);
const chosen = ['sk-ahli-waris', 'akta-kelahiran', 'izin-reklame', 'pengaduan'];
const services: readonly ServiceDefinition[] = [
  sampleDefinition(),
  ...shipped.filter((def) => chosen.includes(def.service)),
];

const plausible = [
  ...Object.values(sampleAnswers()).filter((value) => typeof value === 'string'),
  ...[
    'ya',
    'tidak',
    '1',
    '2',
    '1.',
    '3',
    'besok',
    'kemarin',
    '17 agustus 1990',
    '1,2',
    'lompoe',
    'l',
    '1/2',
    'Jl. Mawar 1',
    '12,5',
    'Rp 5.000',
    '-4.01, 119.62',
    '2026',
  ],
];
const steering = [
  '0',
  '#',
  '-',
  'ulang',
  'bantuan',
  'ringkasan',
  'lanjut',
  'english',
  'bahasa indonesia',
  'lagi',
  'cukup',
  'hapus',
  'nanti',
  'KIRIM',
  'setuju',
];
const nasty = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e1',
  '__proto__',
  'constructor',
  '{link}'.repeat(300),
  'x'.repeat(50_000),
  '9'.repeat(400),
  '"0"',
  '\u{1f44d}',
  '٣',
  '<script>',
  '{{7*7}}',
  'dua '.repeat(500),
];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...plausible) },
  { weight: 4, arbitrary: fc.constantFrom(...steering) },
  { weight: 1, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const message: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ text }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom('unggahan-1', 'unggahan-2', '../x', ''))
      .map((ids) => ({ files: ids.map((uploadId) => ({ uploadId })) })),
  },
  { weight: 1, arbitrary: fc.record({ location: fc.record({ lat: fc.double(), lng: fc.double() }) }) },
  { weight: 1, arbitrary: fc.anything() },
);

function withinLimits(turn: DialogueTurn, env: DialogueEnv): void {
  const profile = env.profile ?? chatProfile;
  expect(turn.replies.length).toBeGreaterThan(0);
  for (const reply of turn.replies) {
    expect(reply.trim()).not.toBe('');
    expect(lengthOf(reply, profile)).toBeLessThanOrEqual(profile.maxLength);
    expect(reply).not.toMatch(/undefined|NaN|\[object/);
    if (profile.gsm7) expect(toGsm7(reply)).toBe(reply);
  }
}

// Only the question that was asked may change, and an answer is never replaced by nothing but by skipping it.
function nothingLost(before: DialogueTurn, now: DialogueTurn, sent: unknown): void {
  const asked = before.state.at.path?.split('.')[0];
  for (const [field, raw] of Object.entries(before.state.answers)) {
    if (field === asked) expect(now.state.answers).toHaveProperty([field]);
    else expect(now.state.answers[field], `${field} after ${JSON.stringify(sent)}`).toEqual(raw);
  }
  for (const [id, uploads] of Object.entries(before.state.documents)) {
    if (uploads !== null) expect(now.state.documents[id]?.length).toBeGreaterThan(0);
  }
}

describe.each(services.map((def) => [def.service, def] as const))('%s', (_slug, def) => {
  it.each(['chat', 'sms'] as const)('answers any run of messages over %s', { timeout: 120_000 }, (name) => {
    const env = dialogueEnv({ profile: name === 'sms' ? smsProfile : chatProfile });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        let turn = startDialogue(def, env);
        withinLimits(turn, env);
        for (const sent of messages) {
          const next = answerDialogue(def, JSON.parse(JSON.stringify(turn.state)), sent as DialogueMessage, env);
          expect(JSON.parse(JSON.stringify(next.state))).toEqual(next.state);
          expect(next.state.seq).toBe(turn.state.seq + 1);
          withinLimits(next, env);
          nothingLost(turn, next, sent);
          if (next.errors.length > 0 && next.errors.every((error) => error.code !== 'eligibility.not_met')) {
            expect(next.state.answers).toEqual(turn.state.answers);
          }
          if (next.done !== undefined) {
            const { answers, documents } = next.done;
            expect(parseAnswers(def, answers, env)).toMatchObject({ answers, errors: [] });
            expect(validateDocuments(def, answers, { given: documents.map((one) => one.id), env })).toEqual([]);
          }
          turn = next;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes any stored state', { timeout: 60_000 }, () => {
    const env = dialogueEnv();
    const part = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom('nik', 'wilayah', 'ktp', 'path', 'step', 'alamat'), fc.anything()),
    );
    const state = fc.record({ answers: part, documents: part, at: part, closed: part, language: part, seq: part });
    fc.assert(
      fc.property(state, message, (stored, sent) => {
        const turn = answerDialogue(def, stored as never, sent as DialogueMessage, env);
        withinLimits(turn, env);
      }),
      { numRuns: 100 },
    );
  });
});
