// Sign-in at the issuer of this machine: authorization code with PKCE (RFC 7636). The token is kept in memory only, so a
// reload signs out; what must survive the way to the issuer and back is in sessionStorage and taken out at once.

const client = 'portal';
const pending = 'shares.sign-in';

const base64Url = bytes => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));
const here = () => location.origin + '/';

export async function startSignIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem(pending, JSON.stringify({ verifier, state }));
  const challenge = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  location.assign('/oidc/authorize?' + new URLSearchParams({
    response_type: 'code', client_id: client, redirect_uri: here(), scope: 'openid profile email', state,
    code_challenge: challenge, code_challenge_method: 'S256',
  }));
}

// The token when this page load is a return from the issuer, null when it is not; throws when the return is not a good one.
export async function finishSignIn() {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) return null;
  const { verifier, state } = JSON.parse(sessionStorage.getItem(pending) ?? '{}');
  sessionStorage.removeItem(pending);
  // The code must not stay in the address, where it would be shared or kept in the history.
  history.replaceState(null, '', here());
  if (!state || answer.get('state') !== state) throw new Error('This sign-in was not started here.');
  if (answer.has('error')) throw new Error(`Signing in was refused: ${answer.get('error')}`);
  const response = await fetch('/oidc/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code: answer.get('code'), client_id: client, redirect_uri: here(), code_verifier: verifier,
    }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`Signing in failed: ${body.error}`);
  return body.access_token;
}

// Only for showing who is signed in: the API itself checks the token.
export function claimsOf(token) {
  const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), letter => letter.charCodeAt(0))));
}
