import { Rush } from './join';

let rush: Rush;
beforeAll(async () => {
  rush = await Rush.start(3);
}, 60_000);
afterAll(() => rush?.close());

describe('all organs of the cabinet that answer a round at once (WF-3)', () => {
  it.each(Array.from({ length: 10 }, (_, i) => i + 1))(
    'end it exactly once, and no answer is lost or refused (run %i)',
    async () => {
      const { asked, statuses, recorded, events } = await rush.race();
      expect(asked).toBeGreaterThanOrEqual(45);
      expect(statuses).toEqual({ 200: asked });
      expect(recorded).toBe(asked);
      expect(events).toMatchObject({ PositionSet: asked, RoundAnswered: 1, RoundConcluded: 1 });
      expect(events).not.toHaveProperty('RoundDeadlinePassed');
    },
  );
});
