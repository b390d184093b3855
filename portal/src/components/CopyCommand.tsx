import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { IconButton, Paper, Tooltip } from '@mui/material';
import { useEffect, useState } from 'react';

/** A command to paste into a terminal, with a button that copies it. */
export function CopyCommand({ label, command }: { label: string; command: string }) {
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, 3000);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied]);

  return (
    <Paper sx={{ display: 'flex', alignItems: 'flex-start', bgcolor: 'background.default' }}>
      {/* Scrolls by itself, so it must be reachable with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={label} style={{ flex: 1, margin: 0, padding: 12, overflowX: 'auto', minWidth: 0 }}>
        <code>{command}</code>
      </pre>
      <Tooltip title={isCopied ? 'Copied' : 'Copy'}>
        <IconButton
          aria-label={isCopied ? `${label}: copied` : `Copy: ${label}`}
          onClick={() => {
            void navigator.clipboard.writeText(command).then(() => {
              setCopied(true);
            });
          }}
        >
          {isCopied ? <CheckIcon fontSize="small" /> : <ContentCopyIcon fontSize="small" />}
        </IconButton>
      </Tooltip>
    </Paper>
  );
}
