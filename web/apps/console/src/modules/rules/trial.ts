import type { Schemas } from '@tanshi/api-client';

/** The simulator's form; figures are texts until they are sent. */
export interface TrialForm {
  level: string;
  education: string;
  major: string;
  months: string;
  continuous: string;
  series: string;
  certificateLevel: string;
  since: string;
  asOf: string;
  one: string;
  other: string;
}

const isFigure = (text: string) => /^\d{1,3}$/.test(text.trim());

export function errorsOf(form: TrialForm): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!form.major.trim()) errors.major = '请填写专业';
  if (!isFigure(form.months)) errors.months = '请填写月数';
  if (form.continuous.trim() && !isFigure(form.continuous)) errors.continuous = '请填写月数';
  else if (form.continuous.trim() && Number(form.continuous) > Number(form.months)) {
    errors.continuous = '不能多于累计';
  }
  if (form.series && !/^\d{4}-(0[1-9]|1[0-2])$/.test(form.since.trim())) {
    errors.since = '年-月，例如 2025-06';
  }
  if (!form.asOf) errors.asOf = '请选日期';
  return errors;
}

export function bodyOf(form: TrialForm): Schemas['TrialRequest'] {
  const certificate = {
    series: form.series,
    level: form.certificateLevel,
    since: form.since.trim(),
  } as NonNullable<Schemas['TrialRequest']['certificate']>;
  return {
    ruleSets: [...new Set([form.one, form.other].filter(Boolean))],
    level: form.level as Schemas['TrialRequest']['level'],
    education: form.education as Schemas['TrialRequest']['education'],
    major: form.major.trim(),
    months: Number(form.months),
    continuousMonths: form.continuous.trim() ? Number(form.continuous) : undefined,
    certificate: form.series ? certificate : undefined,
    asOf: form.asOf,
  };
}
