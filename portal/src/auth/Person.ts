import type { IdTokenClaims } from 'oidc-client-ts';

/** Who is signed in, as the issuer says. Only for showing: the API itself checks the token. */
export interface Person {
  /** The user id that the API uses for the same person. */
  id: string;
  email: string;
  groups: readonly string[];
}

export function personOf(claims: IdTokenClaims): Person {
  const username = claims['cognito:username'] ?? claims['username'];
  const groups = claims['cognito:groups'] ?? claims['groups'];
  return {
    id: typeof username === 'string' ? username : claims.sub,
    email: claims.email ?? '',
    groups: Array.isArray(groups) ? groups.filter(group => typeof group === 'string') : [],
  };
}
