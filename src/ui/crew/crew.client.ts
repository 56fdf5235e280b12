import { start } from '../client/start.ts';
import { crewList } from './crew-list.client.ts';
import { crewVisit } from './crew-visit.client.ts';

start({ 'crew-list': crewList, 'crew-visit': crewVisit });
