import { Chip } from '@mui/material';
import type { Dataset } from '../api/types';

const words = {
  PENDING: ['Waiting for files', 'warning'],
  RUNNING: ['Running', 'info'],
  COMPLETED: ['Completed', 'success'],
  FAILED: ['Failed', 'error'],
  ARCHIVED: ['Archived', 'default'],
  DELETED: ['Deleted', 'default'],
} as const;

export const statusWords = (status: Dataset['status']): string => words[status][0];

export function StatusChip({ status }: { status: Dataset['status'] }) {
  const [label, color] = words[status];
  return <Chip size="small" variant="outlined" label={label} color={color} />;
}
