export { createApiKey } from './api-keys.ts';
export { loginLinkCommand } from './cli.ts';
export { identityModule } from './module.ts';
export { channelOfProgram, findProgram } from './sessions/resolve-officer.ts';
export { findOfficerByUsername, getOfficer, getOfficers, listOfficers, type Person } from './staff/directory.ts';
