export { createApiKey } from './api-keys.ts';
export { type CliOptions, createApiKeyCommand, loginLinkCommand, staffListCommand } from './cli.ts';
export { identityModule } from './module.ts';
export { resolveOfficer } from './sessions/resolve-officer.ts';
export { makeLoginLink } from './sign-in/first-step.ts';
export { findOfficerByUsername, getOfficer, getOfficers, listOfficers, type Person } from './staff/directory.ts';
export { loadStaff } from './staff/load-staff.ts';
