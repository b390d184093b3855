import { Button, Paper, Stack, Typography } from '@mui/material';

/** What is shown while nobody is signed in. */
export function BeforeSignIn({ title, text, action }: { title: string; text: string; action?: string }) {
  return (
    <Stack component="main" sx={{ minHeight: '100vh', alignItems: 'center', justifyContent: 'center', p: 2 }}>
      <Paper sx={{ p: 4, maxWidth: 440 }}>
        <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
          <Typography variant="h1">{title}</Typography>
          <Typography>{text}</Typography>
          {action && (
            <Button variant="contained" href="/">
              {action}
            </Button>
          )}
        </Stack>
      </Paper>
    </Stack>
  );
}
