import type { ReportLine } from '../../api/queries/reports';

type Line = Pick<ReportLine, 'publisher' | 'zone' | 'bytes' | 'refusedBytes' | 'requests' | 'cost'>;
type Zone = Line['zone'];

/** What one project pays, or nobody does when there is no publisher. */
export interface PublisherSum {
  publisher?: Line['publisher'];
  requests: number;
  /** With those of the errors, which are charged for alike. */
  bytes: Record<Zone, number>;
  cost: number;
}

export function sumByPublisher(lines: readonly Line[]): PublisherSum[] {
  const sums = new Map<string | undefined, PublisherSum>();
  for (const { publisher, zone, bytes, refusedBytes, requests, cost } of lines) {
    const sum = sums.get(publisher?.id) ?? {
      ...(publisher && { publisher }),
      requests: 0,
      bytes: { INTERNET: 0, CROSS_REGION: 0, SAME_REGION: 0 },
      cost: 0,
    };
    sum.requests += requests;
    sum.bytes[zone] += bytes + refusedBytes;
    sum.cost += cost;
    sums.set(publisher?.id, sum);
  }
  return [...sums.values()];
}
