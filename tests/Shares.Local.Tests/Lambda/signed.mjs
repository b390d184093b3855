// Requests of AWS's JSON protocols, signed with the keys of the environment.
import { createHash, createHmac } from 'node:crypto';

const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION } = process.env;
const hash = text => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

/** What `fetch` takes beside the address. */
export function signed(address, service, target, input) {
  const body = JSON.stringify(input);
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const headers = { 'x-amz-date': time, 'x-amz-security-token': AWS_SESSION_TOKEN, 'x-amz-target': target };
  const signedHeaders = ['host', ...Object.keys(headers)];
  const lines = Object.entries({ host: new URL(address).host, ...headers }).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', '', lines.join(''), signedHeaders.join(';'), hash(body)].join('\n');
  const scope = [time.slice(0, 8), AWS_REGION, service, 'aws4_request'];
  const key = scope.reduce(hmac, `AWS4${AWS_SECRET_ACCESS_KEY}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope.join('/'), hash(canonical)].join('\n')).toString('hex');
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/${scope.join('/')}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  return { method: 'POST', body, headers: { ...headers, 'content-type': 'application/x-amz-json-1.0', authorization } };
}
