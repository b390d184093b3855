import BarChartIcon from '@mui/icons-material/BarChart';
import HistoryIcon from '@mui/icons-material/History';
import SettingsIcon from '@mui/icons-material/Settings';
import ShareIcon from '@mui/icons-material/Share';
import StorageIcon from '@mui/icons-material/Storage';
import type { SvgIconComponent } from '@mui/icons-material';

export interface Section {
  /** Last part of its address, below the project. */
  path: string;
  title: string;
  Icon: SvgIconComponent;
  /** Only for owners and administrators. */
  isForAdmins?: boolean;
}

/** The pages of a project, in the order of the navigation. */
export const sections: readonly Section[] = [
  { path: 'shares', title: 'Shares', Icon: ShareIcon },
  { path: 'datasets', title: 'Datasets', Icon: StorageIcon },
  { path: 'egress', title: 'Egress', Icon: BarChartIcon },
  { path: 'settings', title: 'Project settings', Icon: SettingsIcon },
  { path: 'audit', title: 'Audit', Icon: HistoryIcon, isForAdmins: true },
];
