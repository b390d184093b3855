import { Box, Drawer } from '@mui/material';
import { useParams } from 'react-router';
import { SectionList } from './SectionList';

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** The pages of the project: at the left, or over the page on narrow windows. */
export function Navigation({ isOpen, onClose }: Props) {
  const { project } = useParams();
  if (!project) return null;
  return (
    <>
      <Box
        sx={{
          display: { xs: 'none', md: 'block' },
          width: 208,
          flexShrink: 0,
          p: 1,
          borderRight: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <SectionList project={project} />
      </Box>
      <Drawer
        open={isOpen}
        onClose={onClose}
        sx={{ display: { md: 'none' } }}
        slotProps={{ paper: { 'aria-label': 'Navigation', sx: { width: 260, p: 1 } } }}
      >
        <SectionList project={project} onChosen={onClose} />
      </Drawer>
    </>
  );
}
