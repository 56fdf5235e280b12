// Factories for tests of this and higher modules.

import type { Answers } from '../../definition/fields/types.ts';
import type { Context, Officer } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { currentVersion } from '../catalogue/index.ts';
import { findOfficerByUsername } from '../identity/index.ts';
import { openCase, type Receipt } from './service/open.ts';
import { routeUnit, unitsOfRoles } from './service/route.ts';

export const domicileAnswers: Answers = {
  nik: '7372011708900001',
  nama: 'Andi Tenri Wulandari',
  hp: '+6281234567890',
  punya_pbb: 'tidak',
  jenis: 'tetap',
  keperluan: 'Melamar kerja',
  alamat: { street: 'Jalan Bau Massepe 12', rt: '001', rw: '002' },
  wilayah: '73.72.01.1004',
};

/** A demonstration officer of the region as the web server would know him. */
export async function anOfficer(ctx: Context, username: string): Promise<Officer> {
  const person = await findOfficerByUsername(ctx, username);
  if (!person) throw new Error(`no officer ${username}`);
  return { ...person, kind: 'officer', via: 'session' };
}

export async function aCase(
  ctx: Context,
  over: { service?: string; answers?: Answers; key?: string; email?: string } = {},
): Promise<Receipt> {
  const version = await currentVersion(ctx, over.service ?? 'sk-domisili');
  const answers = { ...domicileAnswers, ...over.answers };
  const unit = await routeUnit(ctx, version.definition, answers);
  const roleUnits = await unitsOfRoles(ctx, version.definition, unit);
  return openCase(
    { ...ctx, actor: { kind: 'anonymous' } },
    {
      definition: version.definition,
      intake: { versionId: version.id, unitId: unit.id, roleUnits, answers, documents: [] },
      submissionKey: over.key ?? newId(),
      numberLetter: 'P',
      applicantShort: 'Andi T.',
      phone: '+6281234567890',
      ...(over.email ? { email: over.email } : {}),
    },
  );
}
