import { describe, expect, it } from 'vitest';
import { storedAlerts } from '#lib/contracts/alerts.ts';
import { draftOf, readDraft } from './alert-draft.ts';

const settings = { ...storedAlerts.parse({}), version: 3 };
const draft = draftOf(settings, 'Europe/Berlin');

describe('the form of the alerts', () => {
  it('gives back what it was made of', () => {
    const set = {
      ...settings,
      quiet: { from: '22:00', to: '06:30', zone: 'UTC' },
      recipients: ['one@example.org', 'two@example.org'],
      webhook: 'https://example.org/hook',
    };
    expect(readDraft(draftOf(set, 'Europe/Berlin'), 3)).toEqual({ settings: set });
    expect(readDraft(draft, 3)).toEqual({ settings });
  });

  it('takes addresses one a line, or with commas', () => {
    const read = readDraft(
      { ...draft, recipients: ' a@example.org,b@example.org\n\nc@example.org ' },
      3,
    );
    expect(read).toMatchObject({
      settings: { recipients: ['a@example.org', 'b@example.org', 'c@example.org'] },
    });
  });

  it('says at each field what is wrong with it', () => {
    const wrong = {
      ...draft,
      rules: { ...draft.rules, slow: { on: true, threshold: '', night: false } },
      repeatHours: '1.5',
      quietOn: true,
      quiet: { from: '22:00', to: '22:00', zone: 'Mars' },
      recipients: 'a@example.org nobody',
      webhook: 'ftp://example.org',
    };
    const read = readDraft(wrong, 3);
    expect('errors' in read && Object.keys(read.errors).sort()).toEqual([
      'quiet.to',
      'quiet.zone',
      'recipients',
      'repeatHours',
      'rules.slow.threshold',
      'webhook',
    ]);
  });
});
