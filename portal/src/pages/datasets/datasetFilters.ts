import type { DatasetFilters } from '../../api/queries/datasets';

/** Parameters of the page's address, and what the API calls them. */
const apiNames = {
  share: 'share',
  source: 'source',
  text: 'text',
  tag: 'tag',
  createdBy: 'createdBy',
  type: 'processId',
  keyword: 'keyword',
  classification: 'classificationId',
} as const;

export const filterNames = Object.keys(apiNames) as (keyof typeof apiNames)[];

/** What the API is asked for, by the parameters of the address; it refuses values that it does not know, and the page says so. */
export function filtersOf(address: URLSearchParams): DatasetFilters {
  return Object.fromEntries(
    filterNames.flatMap(name => {
      const value = address.get(name);
      return value ? [[apiNames[name], value]] : [];
    }),
  );
}
