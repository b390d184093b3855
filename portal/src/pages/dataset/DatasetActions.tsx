import { Button } from '@mui/material';
import { useState } from 'react';
import type { Versioned } from '../../api/answers';
import type { DatasetDetail } from '../../api/types';
import { isAdmin, isContributor } from '../../app/roles';
import { useProject } from '../../app/useProject';
import { CommandsDialog } from './CommandsDialog';
import { DeleteDatasetDialog } from './DeleteDatasetDialog';
import { EditDatasetDialog } from './EditDatasetDialog';
import { WhyDialog } from './why/WhyDialog';

type Opened = 'why' | 'commands' | 'edit' | 'delete';

/** What can be done with a dataset; only what the reader may do is there. */
export function DatasetActions({ versioned }: { versioned: Versioned<DatasetDetail> }) {
  const { role } = useProject();
  const [opened, setOpened] = useState<Opened>();
  const dataset = versioned.value;
  const isOwn = dataset.share === null;
  const button = (which: Opened, title: string, color?: 'error') => (
    <Button
      variant="outlined"
      color={color}
      onClick={() => {
        setOpened(which);
      }}
    >
      {title}
    </Button>
  );
  const close = () => {
    setOpened(undefined);
  };
  return (
    <>
      {button('why', 'Why can’t I …?')}
      {button('commands', 'Commands')}
      {isOwn && isContributor(role) && button('edit', 'Edit')}
      {isOwn && isAdmin(role) && button('delete', 'Delete', 'error')}
      {opened === 'why' && <WhyDialog dataset={dataset} onClose={close} />}
      {opened === 'commands' && <CommandsDialog dataset={dataset} onClose={close} />}
      {opened === 'edit' && <EditDatasetDialog versioned={versioned} onClose={close} />}
      {opened === 'delete' && <DeleteDatasetDialog versioned={versioned} onClose={close} />}
    </>
  );
}
