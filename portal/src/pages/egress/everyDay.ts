import type { Egress, EgressGroup } from '../../api/queries/egress';

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** All days that were asked for, in order: those on which nothing left have no group. */
export function everyDay({ from, to, groups }: Pick<Egress, 'from' | 'to' | 'groups'>) {
  const byDay = new Map(groups.map(group => [group.day, group]));
  const days: { day: string; group: EgressGroup | undefined }[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += dayInMilliseconds) {
    const day = new Date(time).toISOString().slice(0, 10);
    days.push({ day, group: byDay.get(day) });
  }
  return days;
}
