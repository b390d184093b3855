import { inWindow, returnPath, type Issuer } from './issuer';
import { session } from './session';

const channelName = 'shares.signed-in';

/** Leaves this page for the issuer, and comes back to where it was. */
export async function signIn(issuer: Issuer, goOn: string): Promise<never> {
  location.assign(await issuer.addressToSignIn(goOn));
  return new Promise<never>(() => undefined);
}

export const isReturn = () => location.pathname === returnPath;

/** Whether this page is the window that {@link signInAgain} opened; it has then passed on what the issuer said. */
export function passOnReturn(): boolean {
  if (!new URLSearchParams(location.search).get('state')?.endsWith(`;${inWindow}`)) return false;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(location.href);
  channel.close();
  history.replaceState(null, '', returnPath);
  window.close();
  return true;
}

/** Ends a sign-in that left the page. The code does not stay in the address, where it would be shared or kept in the history. */
export async function finishSignIn(issuer: Issuer): Promise<void> {
  const returned = location.href;
  history.replaceState(null, '', '/');
  const tokens = await issuer.redeem(returned);
  session.begin(issuer, tokens);
  const goOn = typeof tokens.userState === 'string' && tokens.userState.startsWith('/') ? tokens.userState : '/';
  // Only a path of this origin: '//elsewhere' would be another one.
  history.replaceState(null, '', goOn.startsWith('//') ? '/' : goOn);
}

/**
 * Signs in again in a window of its own, so that this page keeps what was typed. Call it from a click.
 * @returns what went wrong, in words, or nothing.
 */
export async function signInAgain(): Promise<string | undefined> {
  const opened = window.open('about:blank', '_blank', 'popup,width=520,height=680');
  if (!opened) return 'The browser has blocked the window. Allow windows of this page, then try again.';
  const returned = returnedAddress();
  opened.location.href = await session.issuer.addressToSignIn('', inWindow);
  const tokens = await session.issuer.redeem(await returned);
  return session.resume(tokens)
    ? undefined
    : `You signed in as somebody else. Sign in as ${session.person.id} to go on here, or reload the page to begin anew.`;
}

function returnedAddress(): Promise<string> {
  return new Promise(resolve => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = (message: MessageEvent<string>) => {
      channel.close();
      resolve(message.data);
    };
  });
}
