// How much of the public is worked on at once. Beyond it people wait in line, and where the line would take too long they are told to try
// again: a flood then costs those who flood, while officers, who never stand in this line, go on working and memory stays flat.
import { AppError } from '../../lib/errors.ts';

export interface LaneSize {
  readonly running: number; // at once
  readonly waiting: number; // at most in line
  readonly patienceSeconds: number; // whoever would wait longer is refused at once
}
export interface Lane {
  /** Resolves when it is this one's turn, with what to call when it is done. @throws unavailable `platform.busy` with params.seconds */
  enter(): Promise<() => void>;
  /** The same refusal without standing in line: before somebody has sent 10 MB for nothing. */
  refuseWhenFull(): void;
}
export interface Admission {
  readonly plain: Lane;
  readonly files: Lane; // photos are drawn anew, which takes a processor a good part of a second each
}

const smoothing = 0.1;

export function createLane(size: LaneSize, now: () => number = () => performance.now()): Lane {
  const line: (() => void)[] = [];
  let running = 0;
  let meanSeconds = 0.05;

  const leaveAt = (began: number) => {
    let left = false;
    return (): void => {
      if (left) return;
      left = true;
      meanSeconds += smoothing * ((now() - began) / 1000 - meanSeconds);
      const next = line.shift();
      if (next) next();
      else running -= 1;
    };
  };
  const refuseWhenFull = (): void => {
    const waitSeconds = (meanSeconds * (line.length + 1)) / size.running;
    if (running < size.running || (line.length < size.waiting && waitSeconds <= size.patienceSeconds)) return;
    const seconds = Math.min(120, Math.max(5, Math.ceil(waitSeconds)));
    throw new AppError('unavailable', 'platform.busy', { params: { seconds } });
  };
  return {
    refuseWhenFull,
    async enter() {
      refuseWhenFull();
      if (running < size.running) running += 1;
      else await new Promise<void>((turn) => line.push(turn)); // whoever leaves hands the place on
      return leaveAt(now());
    },
  };
}

/** @param connections of the database: a few of them are left to officers whatever the public does */
export function createAdmission(connections: number): Admission {
  return {
    plain: createLane({ running: Math.max(2, connections - 4), waiting: 400, patienceSeconds: 8 }),
    files: createLane({ running: 2, waiting: 40, patienceSeconds: 20 }),
  };
}
