import { ok } from 'node:assert/strict';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { stir } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { type Exhale, started } from './exhale.ts';

const seconds = async (exhale: Exhale): Promise<number> =>
  (await exhale.view()).screenTimeMs / SECOND_MS;

test('Screen time grows while there is input, stands without it, and grows again', async () => {
  const exhale = await started({ minutesAtScreen: 3 });
  await stir();
  await until('20 s more are counted', async () => (await seconds(exhale)) >= 200, {
    seconds: 30,
    stirring: true,
  });
  const stoppedAtMs = Date.now();
  const stood = await seconds(exhale);
  // Detection takes its 15 s; what it then reports began with the last input.
  await until(
    'the stillness is noticed',
    async () => (await exhale.stored()).state?.presence.is === 'still',
    { seconds: 30 },
  );
  // The last input was up to four seconds before.
  ok(Date.now() - stoppedAtMs >= 10 * SECOND_MS);
  const still = await seconds(exhale);
  ok(still <= stood + 5, `${still} s after ${stood} s`);
  await never('it grows', async () => (await seconds(exhale)) > still + 0.5, { seconds: 4 });
  await stir();
  await until('it grows again', async () => (await seconds(exhale)) > still + 3, {
    stirring: true,
  });
  ok((await seconds(exhale)) < still + 10, 'the absence is not counted');
});

test('A minute away is a rest where a minute is enough', async () => {
  const exhale = await started({ minutesAtScreen: 17.2, settings: { restMinutes: 1 } });
  await stir();
  await until('the rest has cleared it', async () => (await exhale.view()).screenTimeMs === 0, {
    seconds: 90,
  });
  await stir();
  const rest = await until('the rest is recorded', async () => (await exhale.today()).rests[0]);
  ok(rest.seconds >= 58 && rest.seconds < 100, `${rest.seconds} s`);
  ok((await exhale.view()).screenTimeMs < MINUTE_MS);
});
