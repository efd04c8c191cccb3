import { describe, expect, it } from 'vitest';
import { conflictOf, roleChoices, roleNames } from './roles';
import { messageFor } from './tell';

describe('roles', () => {
  it('belong to an institution or to the house, never to candidates', () => {
    expect(roleChoices(true).map((c) => c.role)).toEqual([
      'INSTITUTION_MANAGER',
      'INSTITUTION_STAFF',
    ]);
    expect(roleChoices(false)).toHaveLength(7);
    expect(roleChoices(false).map((c) => c.name)).not.toContain('考生');
  });

  it('are named, and an unknown one shown as it came', () => {
    expect(roleNames(['REVIEWER', 'NEW_ROLE'])).toBe('审核员、NEW_ROLE');
  });

  it('warn of duties that check each other', () => {
    expect(conflictOf(['AUDITOR', 'REVIEWER'])).toContain('审计员');
    expect(conflictOf(['MARKER', 'MARKING_LEADER'])).toContain('仲裁');
    expect(conflictOf(['REVIEWER', 'AUTHOR'])).toBeUndefined();
  });
});

describe('the message to the owner', () => {
  it('holds address, code and user name', () => {
    const issued = { code: 'AB2C-3D4E-5F6G', username: 'he', displayName: '何静宜', reset: false };
    const text = messageFor(issued, 'https://t.example');
    expect(text).toContain('https://t.example/console/activate');
    expect(text).toContain('AB2C-3D4E-5F6G');
    expect(text).toContain('用户名 he');
    expect(messageFor({ ...issued, reset: true }, '')).toContain('重新设置密码');
  });
});
