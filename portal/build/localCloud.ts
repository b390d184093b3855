import type { Plugin, ProxyOptions } from 'vite';

/** Where `bash infra/run.sh` listens; another address through the environment variable SHARES_GATEWAY. */
const gateway = process.env['SHARES_GATEWAY'] ?? 'http://localhost:8080';

export const proxy: Record<string, ProxyOptions> = { '/api': { target: gateway }, '/oidc': { target: gateway } };

/** While developing, the local cloud's issuer seen through this server, so that the browser asks one origin only. */
export function localCloud(): Plugin {
  return {
    name: 'local-cloud',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const origin = `http://${request.headers.host ?? ''}`;
        const answer = (body: string) => {
          response.setHeader('Content-Type', 'application/json');
          response.end(body);
        };
        if (request.url === '/config.json') {
          answer(JSON.stringify({ issuer: `${origin}/oidc`, clientId: 'portal' }));
        } else if (request.url === '/oidc/.well-known/openid-configuration') {
          // eslint-disable-next-line no-restricted-globals -- of this server, which has no session
          void fetch(gateway + request.url)
            .then(discovery => discovery.text())
            .then(text => {
              answer(text.replaceAll(gateway, origin));
            }, next);
        } else {
          next();
        }
      });
    },
  };
}
