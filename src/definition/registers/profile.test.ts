import { describe, expect, it } from 'vitest';
import { sampleDefinition, sampleEnv, sampleField } from '../testing.ts';
import { profileFor, type Told } from './carry.ts';

const base = sampleDefinition();
const meant = {
  ...base,
  form: [
    {
      page: 'pemohon',
      title: { id: 'Anda', en: 'You' },
      fields: [
        sampleField('name', { id: 'nama', prefill: 'profile.name' }),
        sampleField('phone', { id: 'hp', prefill: 'profile.phone' }),
      ],
    },
  ],
};

const told = (from: string, answers: Record<string, unknown>, more: Partial<Told> = {}): Told => ({
  ...{ definition: meant, answers: answers as Told['answers'], from, proven: new Set<string>(), accepted: false },
  ...more,
});

describe('the profile of a person', () => {
  it('takes a proven word before an accepted one, that before one that was only written, and the latest among equals', () => {
    const profile = profileFor(
      [
        told('P4', { nama: 'Tenri', hp: '+6281200000004' }),
        told('P3', { nama: 'A. Tenri', hp: '+6281200000003' }, { accepted: true }),
        told('P2', { nama: 'Andi Tenri Wulandari', hp: '+6281200000002' }, { proven: new Set(['nama']) }),
        told('P1', { nama: 'Andi Lama', hp: '+6281200000001' }, { proven: new Set(['nama']), accepted: true }),
      ],
      meant,
      sampleEnv(),
    );
    expect(profile).toEqual({
      nama: { raw: 'Andi Tenri Wulandari', from: 'P2', proven: true },
      hp: { raw: '+6281200000003', from: 'P3', proven: false },
    });
  });

  it('holds nothing that would be wrong in this form, and nothing of questions without a meaning', () => {
    expect(profileFor([told('P1', { nama: '', hp: 'tidak ada', lain: 'x' })], meant, sampleEnv())).toEqual({});
    expect(profileFor([], meant, sampleEnv())).toEqual({});
  });
});
