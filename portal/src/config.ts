/** What one deployment differs in from another, served beside the portal so that one build serves all. */
export interface Config {
  /** Address of the OpenID Connect issuer. */
  issuer: string;
  clientId: string;
}

export async function loadConfig(): Promise<Config> {
  // eslint-disable-next-line no-restricted-globals -- before there is a session
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return (await response.json()) as Config;
}
