import { Typography } from '@mui/material';
import { Fragment } from 'react';
import type { Condition } from '../../api/types';
import { selectionParts } from './selectionParts';

/** Which datasets a share selects, in words. */
export function SelectionWords({ conditions }: { conditions: readonly Condition[] }) {
  const { together, alone } = selectionParts(conditions);
  if (together.length + alone === 0) return <>No dataset: it has no conditions.</>;
  return (
    <>
      {together.length > 0 && (
        <span>
          Completed datasets{' '}
          {together.map(({ words, values }, at) => (
            <Fragment key={words}>
              {at > 0 && ', and '}
              {words} <strong>{values.join(' or ')}</strong>
            </Fragment>
          ))}
        </span>
      )}
      {alone > 0 && (
        <span>
          {together.length > 0 ? '; also ' : ''}
          {alone} named one by one
        </span>
      )}
      <Typography variant="body2" color="textSecondary">
        The selection is alive: a dataset that comes to match is in the share from that moment.
      </Typography>
    </>
  );
}
