// Random services that can be published: the compiler is the judge. What an author slips on is part of it.
import fc from 'fast-check';
import { compile, hasErrors } from '../../compiler/index.ts';
import { ServiceDefinition } from '../../schema.ts';
import type { DefinitionInput } from '../../testing.ts';
import { stageClocks } from './random-custody.ts';
import { type Plan, plan, roleNames, text, workflowOf } from './random-workflows.ts';

function inputOf(of: Plan): DefinitionInput {
  const workflow = workflowOf(of);
  const pays = Object.values(workflow.states).some((state) => state.bill !== undefined);
  const options = ['lama', 'baru'].map((value) => ({ value, label: text(value) }));
  const onExpiry = (id: string) => (of.expiry !== undefined && of.decides === id ? { onExpiry: of.expiry } : {});
  return {
    service: 'acak',
    title: text('Layanan acak'),
    summary: text('Layanan untuk uji.'),
    sector: 'umum',
    channels: ['web'],
    unit: { code: 'kel-lompoe' },
    standard: {
      legal: ['UU 25/2009'],
      procedure: [{ who: 'pemohon', text: text('Isi.') }],
      promise: of.promise,
      fee: { amount: pays ? 50_000 : 0, legal: 'Perda 1/2024 Pasal 3' },
      product: text('Hasil'),
      hours: { accept: '24-jam', process: 'jam-kantor' },
      confidence: 'sourced',
    },
    form: [
      {
        page: 'isi',
        title: text('Isi'),
        fields: [
          { id: 'nik', type: 'nik', label: text('NIK'), required: true },
          { id: 'nama', type: 'name', label: text('Nama'), required: true },
          { id: 'jenis', type: 'choice', label: text('Jenis'), required: true, options },
        ],
      },
    ],
    documents: [
      {
        id: 'surat',
        label: text('Surat'),
        why: text('Mencocokkan.'),
        required: 'soft',
        when: { jenis: { is: 'baru' } },
      },
    ],
    registers: [{ register: 'population', ask: { nik: 'nik', name: 'nama' } }],
    retention: 'layanan-umum',
    clocks: [
      { id: 'promise', duration: of.promise, start: 'sent', ...onExpiry('promise') },
      { id: 'legal', duration: { amount: 5, unit: 'working-days' }, start: of.legalStart, ...onExpiry('legal') },
      ...stageClocks(of.handing, workflow).map((clock) => ({ ...clock, ...onExpiry(clock.id) })),
    ],
    workflow,
    ...(of.letter
      ? {
          letter: {
            template: 'keterangan',
            title: text('Surat'),
            number: '{kode}/{urut:000}/{unit}/{tahun}',
            classification: '474',
            signer: of.last,
            opening: text('Menerangkan bahwa'),
            closing: text('Dibuat untuk dipakai.'),
          },
        }
      : {}),
  };
}

/** What the compiler says of a plan; the definition only when it may be published. */
export function publishable(input: DefinitionInput): { definition?: ServiceDefinition; codes: readonly string[] } {
  const { definition, findings } = compile(ServiceDefinition.parse(input), {});
  const codes = findings.filter((found) => found.severity === 'error').map((found) => found.code);
  return hasErrors(findings) ? { codes } : { definition, codes };
}

// What goes wrong under an author's hands: a line lost, a name changed for another that exists, a voice too many.
const slip = fc.record({
  how: fc.constantFrom('lose', 'lead', 'add', 'who', 'join', 'run', 'meet'),
  at: fc.nat(40),
  to: fc.nat(40),
});
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never;

function slipped(input: DefinitionInput, { how, at, to }: Slip): DefinitionInput {
  const changed = structuredClone(input);
  const { workflow } = changed;
  const states = Object.keys(workflow.states);
  const state = states[to % states.length] ?? workflow.start;
  const action = workflow.actions[at % workflow.actions.length];
  if (action === undefined) return changed;
  if (how === 'lose') workflow.actions.splice(at % workflow.actions.length, 1);
  else if (how === 'lead') action.to = state;
  else if (how === 'add') action.from = [...new Set([...action.from, state])];
  else if (how === 'who') action.by = [['applicant', 'system', ...roleNames][to % 7] ?? 'petugas'];
  else if (how === 'run') workflow.pauseIn = [];
  else if (how === 'meet') workflow.separation = (workflow.separation ?? []).slice(1);
  else workflow.states[state] = { ...workflow.states[state], label: text('Lain'), join: { atLeast: 1 + (at % 4) } };
  return changed;
}

/** Inputs as an author could have written them, slips included; not all of them may be published. */
export const inputs: fc.Arbitrary<DefinitionInput> = fc
  .tuple(plan.map(inputOf), fc.oneof(fc.constant([]), fc.array(slip, { minLength: 1, maxLength: 3 })))
  .map(([input, slips]) => slips.reduce(slipped, input));

/** Compiled definitions without an error. Throws when a new rule of the compiler leaves next to none of them. */
export const definitions: fc.Arbitrary<ServiceDefinition> = onlyPublishable(500);

function onlyPublishable(patience: number): fc.Arbitrary<ServiceDefinition> {
  let inARow = 0;
  return inputs
    .map(publishable)
    .filter(({ definition, codes }) => {
      inARow = definition ? 0 : inARow + 1;
      if (inARow > patience) throw new Error(`no random service may be published any more: ${codes.join(', ')}`);
      return definition !== undefined;
    })
    .map(({ definition }) => {
      if (!definition) throw new Error('it was filtered');
      return definition;
    });
}
