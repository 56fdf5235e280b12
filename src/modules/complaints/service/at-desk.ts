// What an officer with a telephone needs to take a report: the questions asked aloud, and what stands there before the first key.
import type { Field } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { versionForIntake } from '../../catalogue/index.ts';
import { kindValues, levelValues } from '../rules.ts';
import type { OutsideChannel } from '../types.ts';
import { type CategoryGroup, categoryChoices } from './category.ts';
import { complaintService, outsideChannels } from './setting.ts';

const asked = ['isi', 'kategori', 'wilayah', 'patokan', 'anonim', 'nama', 'hp'];

export interface DeskForm {
  readonly service: string;
  readonly fields: readonly Field[];
  readonly usual: Readonly<Record<string, string>>; // what nearly every caller means: a problem, shown without a name
  readonly categories: readonly CategoryGroup[];
  readonly officials: readonly OutsideChannel[]; // whom an officer names to whoever calls about wrongdoing by officials
}

export async function deskForm(ctx: Context): Promise<DeskForm> {
  const service = await complaintService(ctx);
  const { definition } = await versionForIntake(ctx, service);
  const known = definition.form.flatMap((page) => page.fields);
  const questions = asked.flatMap((id) => known.find((field) => field.id === id) ?? []);
  return {
    service,
    fields: questions.map(({ when: _shown, ...field }) => field), // one screen, no step in between
    usual: { jenis: kindValues.complaint, anonim: levelValues.open },
    categories: await categoryChoices(ctx),
    officials: await outsideChannels(ctx),
  };
}
