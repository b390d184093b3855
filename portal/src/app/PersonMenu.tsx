import AccountCircleIcon from '@mui/icons-material/AccountCircle';
import { Box, IconButton, Menu, MenuItem, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { session } from '../auth/session';

/** Who is signed in, and the way out. */
export function PersonMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { id, email } = session.person;
  return (
    <>
      <Tooltip title={`Signed in as ${id}`} describeChild={false}>
        <IconButton
          aria-haspopup="menu"
          onClick={event => {
            setAnchor(event.currentTarget);
          }}
        >
          <AccountCircleIcon />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => {
          setAnchor(null);
        }}
        slotProps={{ list: { 'aria-label': 'Your account' } }}
      >
        <Box component="li" role="none" sx={{ px: 2, py: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{id}</Typography>
          <Typography variant="body2" color="textSecondary">
            {email}
          </Typography>
        </Box>
        <MenuItem onClick={() => void session.signOut()}>Sign out</MenuItem>
      </Menu>
    </>
  );
}
