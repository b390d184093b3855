import { kept } from './kept';

const format = (options: Intl.DateTimeFormatOptions) =>
  kept((locale: string | undefined) => new Intl.DateTimeFormat(locale, options));
const dates = format({ dateStyle: 'medium' });
const dateTimes = format({ dateStyle: 'medium', timeStyle: 'short' });
const exactTimes = format({ dateStyle: 'full', timeStyle: 'long' });

/** Dates in the reader's language and time zone. */
export const formatDate = (time: string, locale?: string): string => dates(locale).format(new Date(time));

export const formatDateTime = (time: string, locale?: string): string => dateTimes(locale).format(new Date(time));

/** The exact moment, down to the second and with its zone. */
export const formatExactTime = (time: string, locale?: string): string => exactTimes(locale).format(new Date(time));

const padded = (value: number) => String(value).padStart(2, '0');

/** A day of the reader's calendar as an input of type date has it, yyyy-mm-dd. */
export const dayOf = (time: Date): string =>
  `${String(time.getFullYear()).padStart(4, '0')}-${padded(time.getMonth() + 1)}-${padded(time.getDate())}`;

/** A moment as an input of type datetime-local has it, in the reader's time zone. */
export const localInput = (time: Date): string =>
  `${dayOf(time)}T${padded(time.getHours())}:${padded(time.getMinutes())}`;

/** The first moment of a day of the reader's calendar; undefined when it is no day. */
export function startOfDay(day: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return undefined;
  const start = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return dayOf(start) === day ? start : undefined;
}

/** The first moment after a day. */
export function endOfDay(day: string): Date | undefined {
  const start = startOfDay(day);
  return start && new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1);
}

export const isPast = (time: string): boolean => Date.parse(time) <= Date.now();
