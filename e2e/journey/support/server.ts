import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Kills the application without warning; whoever runs the journey starts it again. Settles when it answers again. */
export async function killServer(): Promise<void> {
  const file = process.env.TANSHI_PID_FILE;
  if (!file) throw new Error('TANSHI_PID_FILE names no file: run etc/journey.sh');
  process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL');
  const address = `${process.env.TANSHI_URL ?? 'http://127.0.0.1:8080'}/api/session`;
  const patience = Date.now() + 120_000;
  while (Date.now() < patience) {
    await sleep(500);
    if (
      await fetch(address).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
  }
  throw new Error('the application did not come back within two minutes');
}
