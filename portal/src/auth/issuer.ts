import { OidcClient, WebStorageStateStore, type SigninResponse } from 'oidc-client-ts';
import type { Config } from '../config';

export const returnPath = '/signed-in';

/** What the issuer sends back, in a window that was opened for it, beside the state. */
export const inWindow = 'window';

/**
 * The OpenID Connect code flow with PKCE. Nothing but the verifier and state of a sign-in under way is stored, in the session
 * storage of this tab, since the way to the issuer leaves the page.
 */
export class Issuer {
  private readonly client: OidcClient;

  constructor(config: Config) {
    this.client = new OidcClient({
      authority: config.issuer,
      client_id: config.clientId,
      redirect_uri: location.origin + returnPath,
      response_type: 'code',
      scope: 'openid profile email',
      stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'shares.' }),
    });
  }

  /** @param goOn Where the portal goes on after the way back. */
  async addressToSignIn(goOn: string, urlState?: typeof inWindow): Promise<string> {
    const request = await this.client.createSigninRequest({ state: goOn, url_state: urlState });
    return request.url;
  }

  redeem(returned: string): Promise<SigninResponse> {
    return this.client.processSigninResponse(returned);
  }

  renew(refreshToken: string, profile: SigninResponse['profile']): Promise<SigninResponse> {
    // The class of this is a type only: the library does not export it.
    const state = { refresh_token: refreshToken, session_state: null, profile };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as above
    return this.client.useRefreshToken({ state, timeoutInSeconds: 10 });
  }

  /** Where signing out at the issuer happens, if it offers that. */
  async addressToSignOut(idToken: string | undefined): Promise<string | undefined> {
    if (!(await this.client.metadataService.getEndSessionEndpoint())) return undefined;
    const after = `${location.origin}/signed-out`;
    const request = await this.client.createSignoutRequest({ id_token_hint: idToken, post_logout_redirect_uri: after });
    return request.url;
  }
}
