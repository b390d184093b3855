import { Paper, Stack, Typography } from '@mui/material';
import type { ProjectDetail } from '../../api/types';
import { Facts } from '../../components/Facts';
import { DateTime } from '../../components/values/DateTime';

const statusWords = { PENDING: 'Storage is being made', COMPLETED: 'Ready', FAILED: 'Failed' } as const;

export function ProjectFacts({ project }: { project: ProjectDetail }) {
  return (
    <Stack component="section" spacing={1.5} aria-labelledby="about-title">
      <Typography variant="h2" id="about-title">
        About
      </Typography>
      <Paper sx={{ p: 2 }}>
        <Facts
          facts={[
            ['Name', project.name],
            ['Description', project.description],
            ['Organization', project.organization],
            ['Cost centre', project.billingAccountId],
            ['Status', `${statusWords[project.status]} ${project.statusMessage}`.trim()],
            ['Bucket', project.bucket],
            ['Role of its pipelines', project.pipelineRoleArn ?? 'None: analyses cannot read datasets yet'],
            ['Created', <DateTime key="created" time={project.createdAt} />],
            ['Created by', project.createdBy],
            ['Id', <code key="id">{project.id}</code>],
          ]}
        />
      </Paper>
    </Stack>
  );
}
