import { Alert, Divider, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { accessExplanation, type AccessQuestion } from '../../../api/queries/access';
import { useProject } from '../../../app/useProject';
import { ListState } from '../../../components/ListState';
import { Verdict } from '../../../components/Verdict';

interface Props {
  dataset: string;
  question: AccessQuestion;
  name: string;
}

/** `SHARE_HOLDS_THE_DATASET` as words. */
const words = (rule: string) => rule.charAt(0) + rule.slice(1).toLowerCase().replaceAll('_', ' ');

/** The answer, and each rule that was tried, in order: those of the table, then what storage does. */
export function Explanation({ dataset, question, name }: Props) {
  const { id: project } = useProject();
  const query = useQuery(accessExplanation(project, dataset, question));
  const access = query.data;
  return (
    <ListState query={query} what="explanation">
      {access && (
        <Stack spacing={1.5}>
          <Alert severity={access.isGranted ? 'success' : 'error'}>
            {name}: {access.explanation}
          </Alert>
          {access.rules.map(({ rule, shareId = '', passed, explanation }) => (
            <Verdict key={rule + shareId} can={passed} title={words(rule)} reason={explanation} />
          ))}
          {access.storage.length > 0 && <Divider>What storage does</Divider>}
          {access.storage.map(({ rule, shareId, passed, explanation }) => (
            <Verdict key={rule + shareId} can={passed} title={words(rule)} reason={explanation} />
          ))}
        </Stack>
      )}
    </ListState>
  );
}
