import { describe, expect, it } from 'vitest';
import { ARTICLES } from '../../../core/explain/articles.ts';
import { invitationOf } from '../../../core/explain/invitation.ts';

describe('what an article invites to', () => {
  it('is a minute of the break that it names', () => {
    expect(invitationOf('breathing/even', null)).toEqual({
      kind: 'breathing',
      pattern: 'even',
      seconds: 60,
    });
    expect(invitationOf('selfMassage/handOnHeart', null)).toEqual({ kind: 'heart', seconds: 60 });
    expect(invitationOf('selfMassage/jaw', null)).toEqual({ kind: 'hands', seconds: 60 });
  });

  it('is one breath where that is all it asks for', () => {
    expect(invitationOf('breathing/oneBreath', null)?.seconds).toBe(10);
  });

  it('is never longer than the last offer after skips', () => {
    expect(invitationOf('stillness', 20)?.seconds).toBe(20);
    expect(invitationOf('stillness', 300)?.seconds).toBe(60);
  });

  it('is nothing for a rest that is over', () => {
    expect(invitationOf(ARTICLES['own-rest'].tryThis, null)).toBeNull();
  });

  it('is a break for every other article', () => {
    for (const [id, { tryThis }] of Object.entries(ARTICLES))
      if (id !== 'own-rest') expect(invitationOf(tryThis, null)?.kind, id).toBeTruthy();
  });
});
