import { ApiError } from './ApiError';

const byCode: Partial<Record<string, string>> = {
  UNREACHABLE: 'Check the connection of this computer, then try again.',
  UNAUTHENTICATED: 'Sign in again.',
  ROLE_TOO_LOW: 'Ask an owner or administrator of this project to do it, or to change your role.',
  SHARING_DISABLED: 'An administrator can allow sharing in the settings of the project.',
  SHARE_IS_ANALYZE_ONLY: 'The publisher allows analyses only. A pipeline can read these files.',
  DOWNLOADS_SUSPENDED: 'The limit that the publisher set on downloads is reached. Analyses go on.',
  NOT_FOUND: 'It may have been deleted, or it is not shared with this project any more.',
  ALREADY_EXISTS: 'Choose another name.',
  CONFLICT: 'Others are changing the same thing. Try again.',
  VERSION_MISMATCH: 'Somebody else changed it meanwhile. Compare both versions before you save.',
  TOO_MANY_REQUESTS: 'Wait a moment, then try again.',
  NOT_READY: 'Storage is being set up. Try again in a few seconds.',
  STORE_UNAVAILABLE: 'Try again in a few seconds.',
  TIMED_OUT: 'Try again; ask for less at once if it happens again.',
  BODY_TOO_LARGE: 'Name fewer things in one request.',
};

/** What the reader can do about an error; empty where the message says all. */
export function adviceFor(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Reload the page. If it happens again, tell whoever runs this service.';
  return (
    byCode[error.code] ?? (error.status >= 500 ? 'Try again. If it happens again, tell whoever runs this service.' : '')
  );
}

export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return 'This page failed.';
}
