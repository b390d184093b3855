import { queryOptions } from '@tanstack/react-query';
import { allData, bodyOf, largestPage } from '../answers';
import { ApiError } from '../ApiError';
import { api } from '../client';
import type { components } from '../schema';

export type ReportMonth = components['schemas']['EgressPeriod'];
export type ReportLine = components['schemas']['ReportLine'];

/** The months that there are reports of, the latest first. */
export const reportMonths = queryOptions({
  queryKey: ['report-months'],
  queryFn: ({ signal }) =>
    allData(nextToken =>
      api.GET('/reports/egress/periods', { params: { query: { limit: largestPage, nextToken } }, signal }),
    ),
  staleTime: 60_000,
});

/** A file of a month as the API has it, byte for byte. */
export const reportFile = (period: string, format: 'csv' | 'focus'): Promise<Blob> =>
  bodyOf<Blob>(api.GET('/reports/egress', { params: { query: { period, format } }, parseAs: 'blob' }));

/** All lines of a month as one JSON array. Their text is taken as it is: amounts have more digits than a number of JavaScript. */
export async function reportLines(period: string): Promise<Blob> {
  const parts: string[] = [];
  await readReport(period, {
    begin: () => (parts.length = 0),
    page: text => {
      const lines = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')).trim();
      if (lines) parts.push(lines);
    },
  });
  return new Blob(['[', parts.join(',\n'), ']\n'], { type: 'application/json' });
}

interface Reader {
  /** Before the first page, and again when the report was made anew while it was read. */
  begin: () => void;
  page: (text: string) => void;
}

const mostBeginnings = 5;

/** Reads the lines of a month page by page, each as text. */
export async function readReport(period: string, reader: Reader, signal?: AbortSignal): Promise<void> {
  for (let beginnings = 1; ; beginnings++) {
    reader.begin();
    try {
      let nextToken: string | undefined;
      do {
        const query = { period, limit: largestPage, nextToken };
        const text = await bodyOf<string>(api.GET('/reports/egress', { params: { query }, signal, parseAs: 'text' }));
        reader.page(text);
        nextToken = (JSON.parse(text) as { nextToken: string }).nextToken;
      } while (nextToken);
      return;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'BAD_PAGE_TOKEN' || beginnings === mostBeginnings) throw error;
    }
  }
}
