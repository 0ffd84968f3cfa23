/** The day that comes so many days after the given one; both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether a text is an existing day, so that a half-typed one is left alone. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && daysAfter(text, 0) === text;

/** The weeks of the month in which a day lies, Monday first; null where a neighbouring month fills the week. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month.slice(0, 7)}-01`;
  const blanks = (new Date(first).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array(blanks).fill(null);
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = daysAfter(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The first day of the month that comes so many months after the given day's. */
export function monthAfter(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
