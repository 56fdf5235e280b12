import { boardMap } from '../board/board-map.client.ts';
import { areaSearch } from '../form/area-search.client.ts';
import { counter } from '../form/counter.client.ts';
import { errorSummary } from '../form/error-summary.client.ts';
import { form } from '../form/form.client.ts';
import { groupDigits } from '../form/group-digits.client.ts';
import { location } from '../form/location.client.ts';
import { photo } from '../form/photo.client.ts';
import { awaitPayment } from './await-payment.ts';
import { copyNumber } from './copy-number.ts';
import { offlineBanner } from './offline.ts';
import { start } from './start.ts';

export const citizenModules = {
  'area-search': areaSearch,
  'await-payment': awaitPayment,
  'board-map': boardMap,
  'copy-number': copyNumber,
  counter,
  'error-summary': errorSummary,
  form,
  'group-digits': groupDigits,
  location,
  photo,
};

offlineBanner();
start(citizenModules);
