import type { Schemas } from '@tanshi/api-client';

export type Overview = Schemas['StudyOverview'];
export type Lesson = Schemas['StudyLesson'];
export type Receipt = Schemas['StudyReceipt'];

export interface LessonPlace {
  lesson: Lesson;
  /** `3-2`: chapter and lesson as the list numbers them. */
  label: string;
}

/** `9.6`: hours of 45 minutes with one digit, rounded down so that nothing is promised that is not there. */
export function units(seconds: number, overview: Overview): string {
  return (Math.floor((seconds * 10) / overview.unitSeconds) / 10).toFixed(1);
}

/** What is missing, rounded up: 还差 0.0 stands only when nothing is missing. */
export function unitsMissing(overview: Overview): string {
  const missing = Math.max(0, overview.requiredSeconds - overview.countedSeconds);
  return (Math.ceil((missing * 10) / overview.unitSeconds) / 10).toFixed(1);
}

/** Minutes a day until the deadline; the day of the deadline counts as one. */
export function minutesPerDay(overview: Overview): number {
  const missing = Math.max(0, overview.requiredSeconds - overview.countedSeconds);
  return Math.ceil(missing / 60 / Math.max(1, overview.daysLeft));
}

export function places(overview: Overview): LessonPlace[] {
  return overview.chapters.flatMap((chapter) =>
    chapter.lessons.map((lesson) => ({ lesson, label: `${chapter.number}-${lesson.number}` })),
  );
}

/** A dot in an address looks like a file to servers and proxies: `T1.2` is `/me/study/T1-2`. */
export const lessonRoute = (code: string) => `/me/study/${code.replace('.', '-')}`;
export const codeOfRoute = (part: string | undefined) => part?.replace('-', '.') || undefined;

export const isFull = (lesson: Lesson) => lesson.countedSeconds >= lesson.creditSeconds;

/** Where to go on: the first lesson begun and not finished, else the first that is not full. */
export function nextLesson(overview: Overview): LessonPlace | undefined {
  const open = places(overview).filter((place) => !isFull(place.lesson));
  return open.find((place) => place.lesson.countedSeconds > 0) ?? open[0];
}

export interface PathStep extends LessonPlace {
  seconds: number;
}

/** The lessons that lead to the required hours, the present one first, each with the time it still needs. */
export function shortestPath(overview: Overview, current?: string): PathStep[] {
  let missing = overview.requiredSeconds - overview.countedSeconds;
  const open = places(overview).filter((place) => !isFull(place.lesson));
  open.sort((a, b) => Number(b.lesson.code === current) - Number(a.lesson.code === current));
  const steps: PathStep[] = [];
  for (const place of open) {
    if (missing <= 0) break;
    const room = place.lesson.creditSeconds - place.lesson.countedSeconds;
    const seconds = Math.min(room, missing);
    steps.push({ ...place, seconds });
    missing -= seconds;
  }
  return steps;
}

/** The overview as the server's receipt makes it, without asking again. */
export function withReceipt(overview: Overview, receipt: Receipt): Overview {
  const chapters = overview.chapters.map((chapter) => {
    const lessons = chapter.lessons.map((lesson) =>
      lesson.code === receipt.lesson
        ? { ...lesson, countedSeconds: receipt.lessonCountedSeconds }
        : lesson,
    );
    return {
      ...chapter,
      lessons,
      countedSeconds: lessons.reduce((sum, lesson) => sum + lesson.countedSeconds, 0),
    };
  });
  return {
    ...overview,
    chapters,
    countedSeconds: receipt.courseCountedSeconds,
    met: receipt.met,
    serverTime: receipt.serverTime,
  };
}
