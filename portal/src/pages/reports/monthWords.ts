import type { ReportMonth } from '../../api/queries/reports';

/** `November 2026` of 2026-11, in the reader's language. */
export const monthWords = (period: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${period}-01T00:00:00Z`),
  );

export const statusWords = ({ status, version }: Pick<ReportMonth, 'status' | 'version'>): string =>
  status === 'FINAL' ? `Final, version ${version}` : 'Estimated';

const bills: Record<ReportMonth['completeness']['bill'], string> = {
  MISSING: 'AWS has not billed anything of this month yet.',
  ESTIMATED: 'AWS may still change its bill of this month.',
  FINAL: 'AWS has closed its bill of this month.',
};

/** What the numbers of a month rest on. */
export function completenessWords({ bill, trailReadUntil, checkedDays, uncheckedDays }: ReportMonth['completeness']) {
  const trail = trailReadUntil && ` The trail’s files are read up to ${trailReadUntil}.`;
  const days = checkedDays + uncheckedDays;
  const checked = days > 0 && ` CloudWatch has counted too on ${checkedDays} of ${days} days of shares with downloads.`;
  return [bills[bill], trail, checked].filter(Boolean).join('');
}
