import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';

/** What there is to know of a thing, by name; what has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' },
        columnGap: 2,
        rowGap: { xs: 0.5, sm: 1 },
      }}
    >
      {facts.map(([name, value]) => {
        if (value === undefined || value === '' || value === false || value === null) return null;
        return (
          <Fragment key={name}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {name}
            </Typography>
            <Typography
              component="dd"
              variant="body2"
              sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere', minWidth: 0 }}
              dir="auto"
            >
              {value}
            </Typography>
          </Fragment>
        );
      })}
    </Box>
  );
}
