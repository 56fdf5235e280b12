import { expect, test } from 'vitest';
import { Workflow } from '../schema.ts';
import { sampleDefinition } from '../testing.ts';
import { compile } from './index.ts';

const label = { id: 'Lanjut', en: 'Go on' };

/** The sample service with opinions, and a system step on their refusal that leads to `to`. */
function codesWith(to: string): string[] {
  const definition = sampleDefinition((input) => {
    const { workflow } = input;
    workflow.states.ditelaah = { label, waitsFor: 'tasks' };
    const complete = workflow.actions.find((action) => action.kind === 'complete');
    const from = complete?.to ?? '';
    if (complete) complete.to = 'ditelaah';
    workflow.tasks = [{ id: 'pendapat', in: 'ditelaah', kind: 'opinion', label, role: 'petugas' }];
    const system = { kind: 'advance' as const, label, from: ['ditelaah'], by: ['system'] };
    workflow.actions.push(
      { ...system, do: 'setuju', when: 'tasks-agreed', to: from },
      { ...system, do: 'tidak', when: 'tasks-refused', to: to === 'next' ? from : to },
    );
    return input;
  });
  Workflow.parse(definition.workflow);
  return compile(definition, {}).findings.map((one) => one.code);
}

test('a system step that stays where its moment still holds would never come to rest', () => {
  expect(codesWith('ditelaah')).toContain('L24-W051');
  expect(codesWith('next')).not.toContain('L24-W051');
});
