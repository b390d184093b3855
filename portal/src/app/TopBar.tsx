import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, Box, Button, IconButton, Link, Toolbar } from '@mui/material';
import { Link as RouterLink, NavLink, useParams } from 'react-router';
import { Logo } from './Logo';
import { mayReadReports } from './mayReadReports';
import { PersonMenu } from './PersonMenu';
import { ProjectChooser } from './ProjectChooser';
import { ThemeToggle } from './ThemeToggle';

export function TopBar({ onMenu }: { onMenu: () => void }) {
  const { project } = useParams();
  return (
    <AppBar position="sticky" color="inherit" elevation={0} sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <Toolbar sx={{ gap: { xs: 0.5, sm: 2 }, px: { xs: 1, sm: 3 } }}>
        {project && (
          <IconButton aria-label="Open the navigation" onClick={onMenu} sx={{ display: { md: 'none' } }}>
            <MenuIcon />
          </IconButton>
        )}
        <Link
          component={RouterLink}
          to="/"
          color="inherit"
          aria-label="Shares, start page"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 700, fontSize: '1.1rem' }}
        >
          <Logo />
          <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            Shares
          </Box>
        </Link>
        <ProjectChooser />
        {/* On narrow windows the chooser takes the space that is left, where there is one. */}
        <Box sx={{ flex: 1, display: { xs: project ? 'none' : 'block', sm: 'block' } }} />
        {mayReadReports() && (
          <Button component={NavLink} to="/reports" color="inherit">
            Reports
          </Button>
        )}
        <ThemeToggle />
        <PersonMenu />
      </Toolbar>
    </AppBar>
  );
}
