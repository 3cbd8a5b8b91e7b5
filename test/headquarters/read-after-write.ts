import { InboxQuery } from '../../apps/headquarters/src/http/requests.js';
import { readInbox } from '../../apps/headquarters/src/queries/inbox.js';
import { secretariat, type Desk } from './desk';
import { Story } from './given-events';

/** Files and looks into the inbox with Min-Position, 4 at a time. @returns how often the filing was there */
export async function readAfterWrite(desk: Desk, times: number): Promise<number> {
  let seen = 0;
  let left = times;
  const one = async () => {
    while (left-- > 0) {
      const story = new Story('initiative').filed();
      const position = await desk.given.tell(story);
      const wanted = InboxQuery.parse({ dossierId: story.id, organ: 'HQ', role: 'SECR_INTAKE' });
      const { answer } = await desk.readers.read(
        { principal: secretariat, models: ['inbox'], minPosition: position },
        (rows) => readInbox(rows, wanted, new Date()),
      );
      if (answer.items.length === 1) seen += 1;
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  return seen;
}
