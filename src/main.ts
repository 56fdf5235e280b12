import { runServer } from './start.ts';

await runServer({ web: true, worker: true });
