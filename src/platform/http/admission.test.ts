import { expect, test } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { createLane } from './admission.ts';

const size = { running: 2, waiting: 3, patienceSeconds: 10 };
const refusal = (work: () => unknown): AppError | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error : undefined;
  }
};

test('some are worked on, some wait in the order they came, and one more is told to try again', async () => {
  const lane = createLane(size);
  const inside = [await lane.enter(), await lane.enter()];
  const order: number[] = [];
  const line = [1, 2, 3].map((who) =>
    lane.enter().then((leave) => {
      order.push(who);
      return leave;
    }),
  );
  await expect(lane.enter()).rejects.toMatchObject({ kind: 'unavailable', code: 'platform.busy' });
  expect(order).toEqual([]);
  inside[0]?.();
  (await line[0])?.();
  (await line[1])?.();
  (await line[2])?.();
  expect(order).toEqual([1, 2, 3]);
  inside[1]?.();
  await expect(lane.enter()).resolves.toBeTypeOf('function');
});

test('leaving twice frees one place, not two', async () => {
  const lane = createLane({ ...size, waiting: 0 });
  const first = await lane.enter();
  await lane.enter();
  first();
  first();
  await lane.enter();
  expect(refusal(lane.refuseWhenFull)?.code).toBe('platform.busy');
});

test('a line that would take longer than people wait is refused, with the time after which to try again', async () => {
  let at = 0;
  const lane = createLane({ running: 1, waiting: 100, patienceSeconds: 10 }, () => at);
  for (let round = 0; round < 60; round++) {
    const leave = await lane.enter();
    at += 30_000; // each takes half a minute
    leave();
  }
  await lane.enter();
  const refused = refusal(lane.refuseWhenFull);
  expect(refused?.params.seconds).toBeGreaterThan(20);
  expect(refused?.params.seconds).toBeLessThanOrEqual(120);
});
