import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { projectFacets } from '../../api/queries/facets';
import { projectShares } from '../../api/queries/shares';
import type { Dataset } from '../../api/types';
import { useProject } from '../../app/useProject';
import type { Choice } from '../../components/list/ChoiceFilter';
import { FilterSidebar } from '../../components/list/FilterSidebar';
import { SingleChoiceFilter } from '../../components/list/SingleChoiceFilter';
import { TextFilter } from '../../components/list/TextFilter';
import { useClassificationNames } from '../../shares/useClassificationNames';
import { filterNames } from './datasetFilters';

const sources: readonly Choice[] = [
  { value: 'own', label: 'Own' },
  { value: 'shared', label: 'Shared with this project' },
];

/** The filters of the list of datasets. They offer what the project's own datasets, its shares and the rows that are shown have. */
export function DatasetFilters({ shown }: { shown: readonly Dataset[] }) {
  const { id: project } = useProject();
  const { data: facets } = useQuery(projectFacets(project));
  const { data: shares = [] } = useQuery(projectShares(project));
  const received = useMemo(() => shares.filter(share => share.shareType === 'SUBSCRIBER'), [shares]);
  const classificationName = useClassificationNames();
  const choices = useMemo(() => {
    const values = (own: { value: string }[] | undefined, more: string[]) =>
      inOrder([...(own ?? []).map(({ value }) => value), ...more]);
    return {
      tag: values(
        facets?.tags,
        shown.flatMap(dataset => dataset.tags.map(tag => tag.value)),
      ),
      createdBy: values(
        facets?.creators,
        shown.map(dataset => dataset.createdBy),
      ),
      type: values(
        facets?.dataTypes,
        shown.map(dataset => dataset.processId),
      ),
      keyword: inOrder(received.flatMap(share => share.keywords)),
      classification: inOrder(
        received.flatMap(share => share.classificationIds),
        classificationName,
      ),
      share: received.map(share => ({ value: share.id, label: share.name })),
    };
  }, [facets, shown, received, classificationName]);

  return (
    <FilterSidebar names={filterNames}>
      <TextFilter name="text" label="Name or description" />
      <SingleChoiceFilter name="source" label="Own or shared" choices={sources} />
      <SingleChoiceFilter name="share" label="Share" choices={choices.share} />
      <SingleChoiceFilter name="tag" label="Tag" choices={choices.tag} />
      <SingleChoiceFilter name="createdBy" label="Created by" choices={choices.createdBy} />
      <SingleChoiceFilter name="type" label="Data type" choices={choices.type} />
      <SingleChoiceFilter name="keyword" label="Share’s keyword" choices={choices.keyword} />
      <SingleChoiceFilter name="classification" label="Share’s classification" choices={choices.classification} />
    </FilterSidebar>
  );
}

function inOrder(values: readonly string[], label: (value: string) => string = value => value): Choice[] {
  return [...new Set(values)]
    .map(value => ({ value, label: label(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
