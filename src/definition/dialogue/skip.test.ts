import { describe, expect, it } from 'vitest';
import { interview } from '../interview/interview.ts';
import { sampleAnswers, sampleDefinition, sampleEnv, sampleField } from '../testing.ts';
import { startDialogue } from './dialogue.ts';
import { chatProfile, smsProfile } from './profile.ts';
import { dialogueEnv } from './testing.ts';
import { viewOf } from './view.ts';

const definition = sampleDefinition();
const [page, ...others] = definition.form;
if (!page) throw new Error('the sample has a page');
const skipped = sampleField('text', { id: 'catatan_dalam', required: false, on: { chat: 'skip' } });
const needed = sampleField('text', { id: 'catatan_wajib', required: true, on: { chat: 'skip' } });
const withField = (field: typeof skipped) => ({
  ...definition,
  form: [{ ...page, fields: [...page.fields, field] }, ...others],
});

function pathsOf(field: typeof skipped, profile = chatProfile): string[] {
  const def = withField(field);
  const { state } = startDialogue(def, dialogueEnv({ profile }));
  return viewOf(def, { ...state, answers: sampleAnswers() }, dialogueEnv({ profile })).slots.map(({ path }) => path);
}

describe('a question the channel skips', () => {
  it('is not asked, in a chat and in short messages alike, and leaves the answers as an empty box does', () => {
    for (const profile of [chatProfile, smsProfile]) expect(pathsOf(skipped, profile)).not.toContain('catatan_dalam');
    expect(pathsOf({ ...skipped, on: undefined })).toContain('catatan_dalam');
    const web = interview(withField(skipped), { ...sampleAnswers(), catatan_dalam: '' }, sampleEnv());
    expect(web.errors).toEqual([]);
  });

  it('is asked all the same when it must be answered', () => {
    expect(pathsOf(needed)).toContain('catatan_wajib');
  });
});
