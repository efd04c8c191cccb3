import { describe, expect, it } from 'vitest';
import {
  minutesPerDay,
  nextLesson,
  shortestPath,
  units,
  unitsMissing,
  withReceipt,
  type Overview,
  type Receipt,
} from './study';

const lesson = (code: string, number: number, countedSeconds: number, creditSeconds = 2700) => ({
  code,
  number,
  title: code,
  countedSeconds,
  creditSeconds,
  quizQuestions: 1,
  speed: 1,
});

function overview(counted: [number, number, number]): Overview {
  const total = counted[0] + counted[1] + counted[2];
  return {
    courseTitle: '课程',
    sittingName: '考期',
    examDate: '2026-12-26',
    level: '高级',
    countedSeconds: total,
    requiredSeconds: 7290,
    totalSeconds: 8100,
    unitSeconds: 2700,
    deadline: '2026-12-25T17:30:00+08:00',
    daysLeft: 15,
    met: total >= 7290,
    closed: false,
    serverTime: '2026-12-10T10:32:00+08:00',
    rules: { heartbeatSeconds: 15, capSeconds: 20, demoSpeed: false },
    chapters: [
      {
        number: 1,
        title: '一',
        countedSeconds: counted[0] + counted[1],
        creditSeconds: 5400,
        lessons: [lesson('T1.1', 1, counted[0]), lesson('T1.2', 2, counted[1])],
      },
      {
        number: 2,
        title: '二',
        countedSeconds: counted[2],
        creditSeconds: 2700,
        lessons: [lesson('T2.1', 1, counted[2])],
      },
    ],
  };
}

describe('hours', () => {
  it('rounds what is counted down and what is missing up', () => {
    const view = overview([2699, 0, 0]);
    expect(units(view.countedSeconds, view)).toBe('0.9');
    expect(unitsMissing(view)).toBe('1.8');
    expect(unitsMissing(overview([2700, 2700, 1890]))).toBe('0.0');
  });

  it('spreads what is missing over the days left, the last day counting as one', () => {
    expect(minutesPerDay(overview([0, 0, 0]))).toBe(9);
    expect(minutesPerDay({ ...overview([0, 0, 0]), daysLeft: 0 })).toBe(122);
  });
});

describe('the way on', () => {
  it('goes on with what was begun', () => {
    expect(nextLesson(overview([2700, 0, 30]))?.lesson.code).toBe('T2.1');
    expect(nextLesson(overview([2700, 0, 0]))?.label).toBe('1-2');
    expect(nextLesson(overview([2700, 2700, 2700]))).toBeUndefined();
  });

  it('leads to the required hours and no further', () => {
    const steps = shortestPath(overview([2700, 700, 0]), 'T2.1');
    expect(steps.map((step) => [step.lesson.code, step.seconds])).toEqual([
      ['T2.1', 2700],
      ['T1.2', 1190],
    ]);
    expect(shortestPath(overview([2700, 2700, 1890]))).toEqual([]);
  });
});

describe('a receipt', () => {
  it('is carried into the list, the chapter and the course', () => {
    const after = withReceipt(overview([0, 0, 0]), {
      window: 'w',
      state: 'COUNTING',
      lesson: 'T1.2',
      countedNowSeconds: 15,
      windowCountedSeconds: 15,
      windowUncountedSeconds: 0,
      lessonCountedSeconds: 15,
      lessonCreditSeconds: 2700,
      courseCountedSeconds: 15,
      met: false,
      serverTime: '2026-12-10T10:33:00+08:00',
      number: 'J1210 0001 0001',
    } satisfies Receipt);
    expect(after.chapters[0]?.countedSeconds).toBe(15);
    expect(after.chapters[0]?.lessons[1]?.countedSeconds).toBe(15);
    expect(after.countedSeconds).toBe(15);
  });
});
