import { reportOutbox } from '../report/report-outbox.client.ts';
import { reportPlace } from '../report/report-place.client.ts';
import { reportSense } from '../report/report-sense.client.ts';
import { start } from './start.ts';

start({ 'report-outbox': reportOutbox, 'report-place': reportPlace, 'report-sense': reportSense });
