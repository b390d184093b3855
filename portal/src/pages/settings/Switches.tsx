import { Alert, FormControlLabel, FormHelperText, Paper, Stack, Switch, Typography } from '@mui/material';
import type { Versioned } from '../../api/answers';
import type { ProjectDetail } from '../../api/types';
import { ErrorMessage } from '../../components/ErrorMessage';
import { useProjectSettings } from './useProjectSettings';

const switches = [
  [
    'isShareable',
    'Allow datasets in this project to be shared',
    'Administrators can create shares. Switched off, no new share can be made; those that exist go on until they are deleted.',
  ],
  [
    'isDiscoverable',
    'Allow others to search for your project',
    'Publishers find the project by its name and can offer it shares. Switched off, those it has stay.',
  ],
] as const;

export function Switches({ versioned, mayChange }: { versioned: Versioned<ProjectDetail>; mayChange: boolean }) {
  const { settings } = versioned.value;
  const change = useProjectSettings(versioned);
  return (
    <Stack component="section" spacing={1.5} aria-labelledby="sharing-title">
      <Typography variant="h2" id="sharing-title">
        Sharing
      </Typography>
      <Paper sx={{ p: 2 }}>
        <Stack spacing={2}>
          {switches.map(([name, label, help]) => (
            <div key={name}>
              <FormControlLabel
                label={label}
                control={
                  <Switch
                    checked={settings[name]}
                    disabled={!mayChange || change.isPending}
                    onChange={(_, checked) => {
                      change.mutate({ [name]: checked });
                    }}
                    slotProps={{ input: { 'aria-describedby': `${name}-help` } }}
                  />
                }
              />
              <FormHelperText id={`${name}-help`}>{help}</FormHelperText>
            </div>
          ))}
          {change.data?.value.notices?.map(notice => (
            <Alert key={notice} severity="info">
              {notice}
            </Alert>
          ))}
          {change.error && <ErrorMessage title="The setting was not changed" error={change.error} />}
        </Stack>
      </Paper>
    </Stack>
  );
}
