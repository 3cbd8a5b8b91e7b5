import { Rush } from '../races/join';

const REPEATS = Number(process.env.SOAK_JOINS ?? 500);

it(`${REPEATS} times the last of 50 organs that answer at once ends the round, once (WF-3, whole)`, async () => {
  const rush = await Rush.start(3);
  try {
    const times: number[] = [];
    let answers = 0;
    for (let i = 0; i < REPEATS; i += 1) {
      const { asked, statuses, recorded, events, ms } = await rush.race();
      expect({ i, statuses, recorded }).toEqual({ i, statuses: { 200: asked }, recorded: asked });
      expect(events).toMatchObject({ PositionSet: asked, RoundAnswered: 1, RoundConcluded: 1 });
      times.push(ms);
      answers += asked;
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    process.stdout.write(
      `${answers} answers; all of a round answered in p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms\n`,
    );
  } finally {
    await rush.close();
  }
}, 7_200_000);
