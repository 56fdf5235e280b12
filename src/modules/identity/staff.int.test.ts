import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { projectRoot } from '../../platform/root.ts';
import { findUnitByCode, organisationModule } from '../organisation/index.ts';
import { createApiKeyCommand, loginLinkCommand, staffListCommand } from './cli.ts';
import { identityModule } from './module.ts';
import { resolveOfficer } from './sessions/resolve-officer.ts';
import { getOfficer, getOfficers, listOfficers } from './staff/directory.ts';
import { loadStaff } from './staff/load-staff.ts';
import { anOfficer } from './testing.ts';

let test: TestApp;
let dir: string;

beforeAll(async () => {
  test = await startTestApp({ modules: [organisationModule, identityModule], loadRegion: true });
  dir = await mkdtemp(join(tmpdir(), 'loket24-staff-'));
  await cp(join(projectRoot, 'regions/parepare/staff.yaml'), join(dir, 'staff.yaml'));
});
afterAll(async () => {
  await test.close();
  await rm(dir, { recursive: true, force: true });
});

async function editStaff(change: (text: string) => string): Promise<void> {
  const path = join(dir, 'staff.yaml');
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('loading staff', () => {
  it('changes nothing when nothing changed, and gives nobody a password', async () => {
    expect(await loadStaff(test.platform, dir)).toEqual({ officers: 0, changed: false });
    expect(await test.database.query('select 1 from identity.password')).toEqual([]);
  });

  it('finds who holds a role in a unit', async () => {
    const unit = await findUnitByCode(test.platform, 'kel-lompoe');
    const found = await listOfficers(test.platform, { unitId: unit?.id, role: 'lurah' });
    expect(found.map((person) => person.username)).toEqual(['lurah.lompoe']);
    expect(found[0]?.memberships[0]).toMatchObject({ unitCode: 'kel-lompoe', unitName: 'Kelurahan Lompoe' });
    expect(found[0]?.permissions).toEqual(['inbox']);
  });

  it('moves an officer at once for keys already in use, and keeps the name of one who left', async () => {
    const { id } = await anOfficer(test.ctx(), 'petugas.lompoe');
    const key = await createApiKeyCommand(test.platform, { name: 'uji', scope: 'inbox', as: 'petugas.lompoe' });
    expect((await resolveOfficer(test.platform, { bearer: key }))?.memberships[0]?.unitCode).toBe('kel-lompoe');
    await editStaff((text) =>
      text.replace(/\[\{ unit: kel-lompoe, role: petugas \}[^\]]*\]/, '[{ unit: kel-lemoe, role: petugas }]'),
    );
    expect(await loadStaff(test.platform, dir)).toEqual({ officers: 1, changed: true });
    expect((await resolveOfficer(test.platform, { bearer: key }))?.memberships[0]?.unitCode).toBe('kel-lemoe');
    await editStaff((text) => text.replace(/ {2}- username: petugas\.lompoe\n( {4}.*\n)+/, ''));
    await loadStaff(test.platform, dir);
    expect(await resolveOfficer(test.platform, { bearer: key })).toBeUndefined();
    expect(await getOfficer(test.platform, id)).toMatchObject({ username: 'petugas.lompoe', active: false });
    expect((await getOfficers(test.platform, [id, 'unknown'])).size).toBe(1);
    expect((await listOfficers(test.platform)).some((person) => person.id === id)).toBe(false);
  });

  it('names the file and the officer when a unit does not exist or a name stands twice', async () => {
    await editStaff((text) => text.replace('unit: kec-ujung', 'unit: kec-gaib'));
    await expect(loadStaff(test.platform, dir)).rejects.toMatchObject({
      code: 'organisation.content_wrong',
      params: { file: 'staff.yaml', problem: 'unit: kec-gaib' },
    });
    await editStaff((text) =>
      text.replace('unit: kec-gaib', 'unit: kec-ujung').replace('username: kasi.lompoe', 'username: lurah.lompoe'),
    );
    await expect(loadStaff(test.platform, dir)).rejects.toMatchObject({ params: { place: 'lurah.lompoe' } });
    expect((await anOfficer(test.ctx(), 'kasi.lompoe')).active).toBe(true);
  });
});

describe('the operator’s commands', () => {
  it('print a link and nothing else', async () => {
    const printed = await loginLinkCommand(test.platform, { as: 'LURAH.lompoe' });
    expect(printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/petugas\/masuk\/tautan\/[\w-]{43}$/);
  });

  it('print a key and nothing else; it acts as its officer within its scope', async () => {
    const printed = await createApiKeyCommand(test.platform, { name: 'penerbitan', scope: 'publish', as: 'admin' });
    expect(printed).toMatch(/^lk_[\w-]{43}$/);
    expect(await resolveOfficer(test.platform, { bearer: printed })).toMatchObject({
      username: 'admin',
      permissions: ['publish'],
      via: 'api-key',
    });
    const rows = await test.database.query('select * from identity.api_key');
    expect(JSON.stringify(rows)).not.toContain(printed);
  });

  it('make a key without an officer that may do what the public may', async () => {
    const printed = await createApiKeyCommand(test.platform, { name: 'Dasbor', scope: 'admin' });
    expect(await resolveOfficer(test.platform, { bearer: printed })).toMatchObject({
      name: 'Dasbor',
      memberships: [],
      permissions: [],
    });
  });

  it('never fall back to a cookie when a key was given and is wrong', async () => {
    expect(await resolveOfficer(test.platform, { bearer: 'lk_salah', cookie: 'A'.repeat(43) })).toBeUndefined();
  });

  it('say who is probably meant when a name is unknown', async () => {
    const wrong = loginLinkCommand(test.platform, { as: 'lurah.lompo' });
    await expect(wrong).rejects.toThrow(/"lurah.lompo".*lurah\.lompoe/);
    await expect(createApiKeyCommand(test.platform, { name: 'x', scope: 'inbox', as: 'zzz' })).rejects.toThrow(
      'staff list',
    );
    await expect(loginLinkCommand(test.platform, {})).rejects.toThrow('--as');
    await expect(createApiKeyCommand(test.platform, { name: 'x', scope: 'DROP TABLE' })).rejects.toThrow('DROP TABLE');
  });

  it('list everybody with place and role', async () => {
    const lines = (await staffListCommand(test.platform)).split('\n');
    expect(lines[0]).toMatch(/^USERNAME +NAME +TITLE +UNIT +ROLE$/);
    expect(lines.some((line) => /^lurah\.lompoe .*Kelurahan Lompoe +lurah$/.test(line))).toBe(true);
    expect(lines.length).toBeGreaterThan(160);
  });
});
