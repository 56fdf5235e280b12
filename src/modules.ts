// Composition root: the only file that names every module. The order is the order of loading and of subscribing.

import { applicationsModule } from './modules/applications/index.ts';
import { assetsModule } from './modules/assets/index.ts';
import { assistedModule } from './modules/assisted/index.ts';
import { authoringModule } from './modules/authoring/index.ts';
import { callsModule } from './modules/calls/index.ts';
import { casesModule } from './modules/cases/index.ts';
import { catalogueModule } from './modules/catalogue/index.ts';
import { complaintsModule } from './modules/complaints/index.ts';
import { crewModule } from './modules/crew/index.ts';
import { deskModule } from './modules/desk/index.ts';
import { dispatchModule } from './modules/dispatch/index.ts';
import { documentsModule } from './modules/documents/index.ts';
import { dossierModule } from './modules/dossier/index.ts';
import { federationModule } from './modules/federation/index.ts';
import { hotlineModule } from './modules/hotline/index.ts';
import { identityModule } from './modules/identity/index.ts';
import { inspectionsModule } from './modules/inspections/index.ts';
import { lettersModule } from './modules/letters/index.ts';
import { notificationsModule } from './modules/notifications/index.ts';
import { open311Module } from './modules/open311/index.ts';
import { organisationModule } from './modules/organisation/index.ts';
import { paymentsModule } from './modules/payments/index.ts';
import { publicBoardModule } from './modules/publicboard/index.ts';
import { registersModule } from './modules/registers/index.ts';
import { timekeepingModule } from './modules/timekeeping/index.ts';
import { triageModule } from './modules/triage/index.ts';
import type { Module } from './platform/module.ts';

export const modules: readonly Module[] = [
  organisationModule,
  identityModule,
  catalogueModule,
  documentsModule,
  notificationsModule,
  registersModule,
  triageModule,
  casesModule,
  applicationsModule,
  assetsModule,
  complaintsModule,
  dispatchModule,
  dossierModule,
  hotlineModule,
  open311Module,
  federationModule,
  publicBoardModule,
  lettersModule,
  paymentsModule,
  deskModule,
  timekeepingModule,
  inspectionsModule,
  crewModule,
  callsModule,
  authoringModule,
  assistedModule,
];
