import { createTheme } from '@mui/material/styles';

/** Follows the system's light or dark until the reader chooses. Colours keep a contrast of 4.5:1 on their backgrounds. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-mode' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b5f6b' },
        secondary: { main: '#5b4a9c' },
        warning: { main: '#8a5300' },
        success: { main: '#1b6e3c' },
        error: { main: '#b3261e' },
        info: { main: '#1f5f99' },
        background: { default: '#f5f7f8', paper: '#ffffff' },
        text: { primary: '#17242a', secondary: '#4a5a61' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#6ec9d6' },
        secondary: { main: '#b9abf2' },
        warning: { main: '#f2b866' },
        success: { main: '#7fd3a0' },
        error: { main: '#ff9a92' },
        info: { main: '#8fc4f5' },
        background: { default: '#10171a', paper: '#172125' },
        text: { primary: '#e6edef', secondary: '#a9b8be' },
      },
    },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    h1: { fontSize: '1.6rem', fontWeight: 650 },
    h2: { fontSize: '1.15rem', fontWeight: 650 },
    h3: { fontSize: '1rem', fontWeight: 650 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiAutocomplete: { defaultProps: { size: 'small', slotProps: { paper: { variant: 'elevation', elevation: 8 } } } },
    MuiTooltip: { defaultProps: { arrow: true, describeChild: true } },
    MuiPaper: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiAppBar: { defaultProps: { variant: 'elevation' } },
    MuiDialog: { defaultProps: { slotProps: { paper: { variant: 'elevation' } } } },
    MuiPopover: { defaultProps: { slotProps: { paper: { variant: 'elevation' } } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
  },
});
