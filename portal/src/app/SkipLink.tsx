import { Link } from '@mui/material';

/** The first stop of the keyboard: past bar and navigation to the page. */
export function SkipLink() {
  return (
    <Link
      href="#main"
      onClick={event => {
        // The address holds the view; its end must stay free.
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'background.paper',
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      Skip to the page
    </Link>
  );
}
