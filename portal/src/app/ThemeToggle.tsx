import BrightnessAutoIcon from '@mui/icons-material/BrightnessAuto';
import DarkModeIcon from '@mui/icons-material/DarkMode';
import LightModeIcon from '@mui/icons-material/LightMode';
import { IconButton, Tooltip } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';

const modes = {
  system: { next: 'light', title: 'Colours of the system', Icon: BrightnessAutoIcon },
  light: { next: 'dark', title: 'Light colours', Icon: LightModeIcon },
  dark: { next: 'system', title: 'Dark colours', Icon: DarkModeIcon },
} as const;

/** Light, dark, or what the system has; the browser remembers the choice. */
export function ThemeToggle() {
  const { mode = 'system', setMode } = useColorScheme();
  const { next, title, Icon } = modes[mode];
  return (
    <Tooltip title={`${title}. Change to: ${modes[next].title.toLowerCase()}`} describeChild={false}>
      <IconButton
        onClick={() => {
          setMode(next);
        }}
      >
        <Icon />
      </IconButton>
    </Tooltip>
  );
}
