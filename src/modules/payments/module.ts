import type { Module } from '../../platform/module.ts';
import { paymentApi } from './api.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { payRoutes } from './pages/pay.tsx';
import { treasuryRoutes } from './pages/treasury.tsx';
import { makeBill, voidOnEnd, voidOnLapse } from './service/make-bill.ts';
import { prepareBill } from './service/prepare.ts';

export const paymentsModule: Module = {
  name: 'payments',
  routes: [...paymentApi, ...payRoutes, ...treasuryRoutes],
  jobs: { 'payments.prepare': async (ctx, { id: billId }) => void (await prepareBill(ctx, billId)) },
  listen: (events) => {
    events.on('cases.billed', makeBill);
    events.on('cases.acted', voidOnEnd);
    events.on('cases.lapsed', voidOnLapse);
  },
  errors: { id: id.errors, en: en.errors },
};
