import type { ShareDetail } from '../../api/types';
import { PublisherActions } from './PublisherActions';
import { SubscriberActions } from './SubscriberActions';

/** What an administrator can do with the share. */
export function ShareActions({ share, etag }: { share: ShareDetail; etag: string }) {
  return share.shareType === 'PUBLISHER' ? (
    <PublisherActions share={share} etag={etag} />
  ) : (
    <SubscriberActions share={share} />
  );
}
