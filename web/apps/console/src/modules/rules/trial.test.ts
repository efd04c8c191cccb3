import { describe, expect, it } from 'vitest';
import { bodyOf, errorsOf, type TrialForm } from './trial';

const form: TrialForm = {
  level: 'SENIOR',
  education: 'BACHELOR',
  major: ' 法学 ',
  months: '24',
  continuous: '',
  series: '',
  certificateLevel: 'JUNIOR',
  since: '',
  asOf: '2026-12-19',
  one: 'deck-2024',
  other: 'deck-2024',
};

describe('the simulator', () => {
  it('asks one version once, and leaves out what is not filled in', () => {
    expect(errorsOf(form)).toEqual({});
    expect(bodyOf(form)).toEqual({
      ruleSets: ['deck-2024'],
      level: 'SENIOR',
      education: 'BACHELOR',
      major: '法学',
      months: 24,
      continuousMonths: undefined,
      certificate: undefined,
      asOf: '2026-12-19',
    });
  });

  it('names what is missing or cannot be', () => {
    const wrong = {
      ...form,
      major: '',
      months: 'x',
      continuous: '30',
      series: 'OWN',
      since: '2025',
    };
    expect(Object.keys(errorsOf({ ...wrong, months: '24' }))).toEqual([
      'major',
      'continuous',
      'since',
    ]);
    expect(errorsOf(wrong).months).toBeDefined();
  });
});
