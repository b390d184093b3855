import { List, ListItem, ListItemButton, ListItemIcon, ListItemText } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { NavLink, useLocation } from 'react-router';
import { projectDetail } from '../api/queries/projects';
import { isAdmin } from './roles';
import { sections } from './sections';

interface Props {
  project: string;
  onChosen?: () => void;
}

export function SectionList({ project, onChosen }: Props) {
  const { data, isError } = useQuery(projectDetail(project));
  const { pathname } = useLocation();
  const mayAdminister = data !== undefined && isAdmin(data.role);
  if (isError) return null;
  return (
    <nav aria-label="Pages of the project">
      <List dense>
        {sections
          .filter(({ isForAdmins }) => !isForAdmins || mayAdminister)
          .map(({ path, title, Icon }) => {
            const address = `/projects/${project}/${path}`;
            return (
              <ListItem key={path} disablePadding>
                <ListItemButton
                  component={NavLink}
                  to={address}
                  selected={pathname.startsWith(address)}
                  onClick={onChosen}
                  sx={{ borderRadius: 1 }}
                >
                  <ListItemIcon sx={{ minWidth: 36 }}>
                    <Icon fontSize="small" />
                  </ListItemIcon>
                  <ListItemText primary={title} />
                </ListItemButton>
              </ListItem>
            );
          })}
      </List>
    </nav>
  );
}
