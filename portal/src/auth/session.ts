import type { SigninResponse } from 'oidc-client-ts';
import type { Issuer } from './issuer';
import { personOf, type Person } from './Person';

/** Tokens end a little earlier here, so that none ends on its way to the API. */
const marginInSeconds = 15;

/**
 * The session of this page. Its tokens are in memory only: a reload goes to the issuer again. When it ends, requests wait
 * while the person signs in again, and nothing that was typed is lost.
 */
export class Session {
  #tokens: SigninResponse | undefined;
  #issuer: Issuer | undefined;
  #renewal: Promise<void> | undefined;
  #isExpired = false;
  readonly #waiting = new Set<() => void>();
  readonly #listeners = new Set<() => void>();

  begin(issuer: Issuer, tokens: SigninResponse): void {
    this.#issuer = issuer;
    this.#accept(tokens);
  }

  get issuer(): Issuer {
    if (!this.#issuer) throw new Error('Nobody has signed in yet');
    return this.#issuer;
  }

  get person(): Person {
    if (!this.#tokens) throw new Error('Nobody has signed in yet');
    return personOf(this.#tokens.profile);
  }

  /** Whether requests wait for the person to sign in again. */
  get isExpired(): boolean {
    return this.#isExpired;
  }

  /** A token that is still good, however long it takes to get one. */
  async token(): Promise<string> {
    while (!this.#tokens || this.#isExpired || this.#isOver(this.#tokens)) await this.#renewed();
    return this.#tokens.access_token;
  }

  /** The API has refused this token. */
  expire(token: string): void {
    if (this.#tokens?.access_token === token) this.#tokens.expires_at = 0;
  }

  /** Goes on with a new sign-in of the same person; false when it is somebody else, whose data must not mix with what is here. */
  resume(tokens: SigninResponse): boolean {
    if (personOf(tokens.profile).id !== this.person.id) return false;
    this.#accept(tokens);
    return true;
  }

  async signOut(): Promise<void> {
    const address = await this.issuer.addressToSignOut(this.#tokens?.id_token).catch(() => undefined);
    location.assign(address ?? '/signed-out');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #isOver(tokens: SigninResponse): boolean {
    return tokens.expires_at !== undefined && tokens.expires_at - marginInSeconds < Date.now() / 1000;
  }

  #accept(tokens: SigninResponse): void {
    this.#tokens = tokens;
    this.#setExpired(false);
    this.#waiting.forEach(goOn => {
      goOn();
    });
    this.#waiting.clear();
  }

  #renewed(): Promise<void> {
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renew(): Promise<void> {
    const old = this.#tokens;
    if (old?.refresh_token && !this.#isExpired) {
      const renewed = await this.issuer.renew(old.refresh_token, old.profile).catch(() => undefined);
      if (renewed) {
        renewed.refresh_token ??= old.refresh_token;
        this.#accept(renewed);
        return;
      }
    }
    this.#setExpired(true);
    await new Promise<void>(goOn => this.#waiting.add(goOn));
  }

  #setExpired(isExpired: boolean): void {
    this.#isExpired = isExpired;
    this.#listeners.forEach(listener => {
      listener();
    });
  }
}

export const session = new Session();
