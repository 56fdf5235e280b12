export { federationModule } from './module.ts';
export { withPartnerSimulator } from './simulator/for-development.ts';
