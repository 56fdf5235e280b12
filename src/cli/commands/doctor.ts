// `loket24 doctor`: is everything this installation needs in order?
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import { registerStates } from '../../modules/registers/index.ts';
import { defineCommand, type PlatformCall } from '../../platform/command.ts';
import type { Config } from '../../platform/config.ts';
import { createClient } from '../../platform/database/connection.ts';
import { listMigrations, missingMigrations } from '../../platform/database/migrate.ts';
import { isRegionLoaded } from '../../platform/region-load.ts';

export const doctor = defineCommand({
  name: 'doctor',
  usage: '',
  summary: 'check settings, disk, database, mail and jobs',
  needs: 'platform',
  run: examine,
});

type Finding = readonly ['ok' | 'note' | 'problem', string];

async function examine(call: PlatformCall): Promise<number> {
  const findings = [
    nodeVersion(),
    address(call.config),
    ...(await disk(call.config)),
    ...(await database(call)),
    await mail(call.config),
    ...(await registerFindings(call)),
  ];
  for (const [kind, sentence] of findings) call.stdout.write(`${kind.padEnd(8)}${sentence}\n`);
  return findings.some(([kind]) => kind === 'problem') ? 1 : 0;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > 20 || (major === 20 && minor >= 19);
  return fine
    ? ['ok', `Node ${process.versions.node}`]
    : ['problem', `Node ${process.versions.node} is too old: 20.19 or newer is needed.`];
}

function address(config: Config): Finding {
  if (config.development)
    return [
      'note',
      `Development mode at ${config.publicUrl}: simulators are on. Set NODE_ENV=production for real use.`,
    ];
  if (!config.publicUrl.startsWith('https:'))
    return [
      'problem',
      `PUBLIC_URL is ${config.publicUrl}: without https sessions and documents can be read on the way.`,
    ];
  return ['ok', `Public address ${config.publicUrl}`];
}

async function disk({ dataDir }: Config): Promise<Finding[]> {
  await mkdir(dataDir, { recursive: true });
  const writable = await access(dataDir, constants.W_OK).then(
    () => true,
    () => false,
  );
  const { bavail, bsize } = await statfs(dataDir);
  const free = (bavail * bsize) / 1024 ** 3;
  const space = `${free.toFixed(1)} GB free at ${dataDir}`;
  return [
    writable
      ? ['ok', `Data folder ${dataDir} can be written`]
      : ['problem', `Data folder ${dataDir} cannot be written.`],
    free < 1 ? ['problem', `${space}: make room, a full disk stops all services.`] : ['ok', space],
  ];
}

async function database({ ctx, owner }: PlatformCall): Promise<Finding[]> {
  const client = createClient(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; open: string | null; stuck: number; waiting: number }>(
      `select current_setting('server_version') as version,
         (select string_agg(c.oid::regclass::text, ', ') from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_id'
           where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)) as open,
         (select count(*) from graphile_worker.jobs where attempts >= max_attempts and locked_at is null) as stuck,
         (select count(*) from graphile_worker.jobs where attempts < max_attempts and run_at < now() - interval '10 minutes') as waiting`,
    );
    const [row] = rows;
    const pending = await missingMigrations(client, await listMigrations());
    return [
      ['ok', `PostgreSQL ${row?.version ?? ''} answers`],
      pending.length === 0
        ? ['ok', 'All migrations are applied']
        : ['problem', `Migrations are missing: ${pending.join(', ')}. Run: loket24 migrate`],
      row?.open
        ? ['problem', `Tables without region isolation: ${row.open}.`]
        : ['ok', 'Every table is isolated by region'],
      (await isRegionLoaded(ctx))
        ? ['ok', `${ctx.region.name} is loaded`]
        : ['problem', `${ctx.region.name} is not loaded. Run: loket24 region load ${ctx.region.dir}`],
      row?.stuck ? ['problem', `${row.stuck} jobs failed for good.`] : ['ok', 'No job failed for good'],
      row?.waiting
        ? ['problem', `${row.waiting} jobs wait for more than ten minutes: is a worker running?`]
        : ['ok', 'No job waits long'],
    ];
  } finally {
    await client.end();
  }
}

async function registerFindings({ ctx }: PlatformCall): Promise<Finding[]> {
  return (await registerStates(ctx)).map((state): Finding => {
    const name = `Register ${state.name}`;
    const setting = `REGISTER_${state.name.toUpperCase().replaceAll('-', '_')}_URL`;
    if (state.connected === 'off') return ['note', `${name} is switched off: papers are asked for instead.`];
    if (state.connected === 'not-connected')
      return ctx.config.registerSimulator
        ? ['note', `${name} is answered by the simulator while the server runs. Set ${setting} for real use.`]
        : ['note', `${name} is not connected (${setting} is not set): papers are asked for instead.`];
    if (state.up === undefined) return ['ok', `${name} is connected; it was not asked yet`];
    const rate = `${state.failed} of ${state.asked} look-ups failed in 24 hours`;
    return state.up
      ? ['ok', `${name} answers (${state.averageMilliseconds ?? 0} ms on average, ${rate})`]
      : ['problem', `${name} does not answer (${rate}). Applications go on; officers check by hand.`];
  });
}

async function mail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === undefined)
    return ['note', 'SMTP_URL is not set: mail is kept in the development outbox and reaches nobody.'];
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 5_000, greetingTimeout: 5_000 });
  try {
    await transport.verify();
    return ['ok', 'The mail server answers'];
  } catch {
    return ['problem', 'The mail server of SMTP_URL does not answer or refuses the login.'];
  } finally {
    transport.close();
  }
}
