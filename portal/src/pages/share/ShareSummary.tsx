import { Paper, Typography } from '@mui/material';
import type { ShareDetail } from '../../api/types';
import { Facts } from '../../components/Facts';
import { isPast } from '../../format/dates';
import { DateTime } from '../../components/values/DateTime';
import { AccessChip } from '../../shares/AccessChip';
import { KeywordChips } from '../../shares/KeywordChips';
import { useClassificationNames } from '../../shares/useClassificationNames';
import { accessMeaning, typeWords } from '../../shares/wording';
import { LimitWords } from './LimitWords';
import { SelectionWords } from './SelectionWords';

/** What the share is, and what it gives in words. */
export function ShareSummary({ share }: { share: ShareDetail }) {
  const classificationName = useClassificationNames();
  return (
    <Paper sx={{ p: { xs: 2, sm: 3 } }}>
      <Facts
        facts={[
          ['Description', <span style={{ whiteSpace: 'pre-wrap' }}>{share.description || 'None'}</span>],
          [
            'Access',
            <>
              <AccessChip isViewRestricted={share.isViewRestricted} />
              <Typography variant="body2" sx={{ mt: 0.5, maxWidth: 720 }}>
                {accessMeaning(share.isViewRestricted)}
              </Typography>
            </>,
          ],
          ['Download limit', share.egressLimit && !share.isViewRestricted && <LimitWords limit={share.egressLimit} />],
          ['Type', typeWords(share.shareType)],
          ['Originating project', share.originatingProject.name],
          ['Keywords', share.keywords.length > 0 && <KeywordChips values={share.keywords} />],
          [
            'Classifications',
            share.classificationIds.length > 0 && (
              <KeywordChips values={share.classificationIds.map(classificationName)} />
            ),
          ],
          ['Selects', <SelectionWords conditions={share.conditions} />],
          [
            'Created',
            <>
              <DateTime time={share.createdAt} /> by {share.createdBy}
            </>,
          ],
          ['Updated', <DateTime time={share.updatedAt} />],
          ['Expires', share.expiresAt && <ExpiryWords time={share.expiresAt} />],
        ]}
      />
    </Paper>
  );
}

function ExpiryWords({ time }: { time: string }) {
  return (
    <>
      <DateTime time={time} />
      {isPast(time) && ': the share has expired and gives no access'}
    </>
  );
}
