import { queryOptions } from '@tanstack/react-query';
import { readReport, type ReportLine } from '../../api/queries/reports';
import { sumByPublisher } from './sumByPublisher';

/** What each publisher pays for a month. @param madeAt Of the report, which is read anew when it was made anew. */
export const publishersOf = (period: string, madeAt: string) =>
  queryOptions({
    queryKey: ['report', period, madeAt],
    queryFn: async ({ signal }) => {
      const lines: ReportLine[] = [];
      const begin = () => {
        lines.length = 0;
      };
      const page = (text: string) => {
        lines.push(...(JSON.parse(text) as { data: ReportLine[] }).data);
      };
      await readReport(period, { begin, page }, signal);
      return sumByPublisher(lines);
    },
    staleTime: Infinity,
  });
