import { useMemo } from 'react';
import type { Share } from '../../api/types';
import { ChoiceFilter, type Choice } from '../../components/list/ChoiceFilter';
import { DateRangeFilter } from '../../components/list/DateRangeFilter';
import { FilterSidebar } from '../../components/list/FilterSidebar';
import { TextFilter } from '../../components/list/TextFilter';
import { useClassificationNames } from '../../shares/useClassificationNames';
import { typeWords } from '../../shares/wording';
import { filterNames } from './filterShares';

interface Props {
  shares: readonly Share[];
  publisherName: (id: string) => string;
}

const types: readonly Choice[] = (['PUBLISHER', 'SUBSCRIBER'] as const).map(value => ({
  value,
  label: typeWords(value),
}));
const asIs = (value: string) => value;

/** The filters of the list of shares; each offers what the shares have. */
export function ShareFilters({ shares, publisherName }: Props) {
  const classificationName = useClassificationNames();
  const keywords = useChoices(shares, share => share.keywords, asIs);
  const classifications = useChoices(shares, share => share.classificationIds, classificationName);
  const publishers = useChoices(shares, share => [share.originatingProjectId], publisherName);
  return (
    <FilterSidebar names={filterNames}>
      <ChoiceFilter name="type" label="Type" choices={types} />
      <TextFilter name="text" label="Name or description" />
      <ChoiceFilter name="keyword" label="Keyword" choices={keywords} />
      <ChoiceFilter name="classification" label="Classification" choices={classifications} />
      <ChoiceFilter name="publisher" label="Publisher" choices={publishers} />
      <DateRangeFilter label="Created" from="from" to="to" />
    </FilterSidebar>
  );
}

function useChoices(
  shares: readonly Share[],
  values: (share: Share) => readonly string[],
  label: (value: string) => string,
) {
  return useMemo(
    () =>
      [...new Set(shares.flatMap(values))]
        .map(value => ({ value, label: label(value) }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `values` says which member, the same in every render
    [shares, label],
  );
}
