#!/usr/bin/env node
// A function that does what its event says, on the bare Runtime API.
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { signed } from './signed.mjs';

const env = process.env;
const api = `http://${env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const post = (path, body, headers = {}) => fetch(`${api}/${path}`, { method: 'POST', body, headers });

const actions = {
  echo: ({ event }) => JSON.stringify(event),
  environment: () => JSON.stringify({ ...env, pid: process.pid }),
  exit: ({ event }) => process.exit(event.code),
  hang: () => delay(1e9),
  large: ({ event }) => `"${'x'.repeat(event.bytes - 2)}"`,
  print: ({ event }) => {
    event.lines.forEach(line => console.log(line));
    return '"printed"';
  },
  // Ends only when that many processes are here at once.
  meet: async ({ event }) => {
    writeFileSync(`${event.folder}/${process.pid}`, '');
    while (readdirSync(event.folder).length < event.count) await delay(5);
    return JSON.stringify(process.pid);
  },
  waitFor: async ({ event }) => {
    writeFileSync(`${event.file}.started`, '');
    while (!existsSync(event.file)) await delay(5);
    return '"done"';
  },
  answerAndExit: async ({ id }) => {
    await post(`invocation/${id}/response`, '"answered"');
    process.exit(0);
  },
  // Calls the local DynamoDB that many times and tells how many responses it saw, in a file.
  call: async ({ event }) => {
    for (let seen = 0; seen < event.count; seen++) {
      writeFileSync(event.file, String(seen));
      const item = { PK: { S: 'call' }, SK: { S: String(seen) } };
      const request = signed(env.AWS_ENDPOINT_URL_DYNAMODB, 'dynamodb', 'DynamoDB_20120810.PutItem', { TableName: event.table, Item: item });
      const response = await fetch(env.AWS_ENDPOINT_URL_DYNAMODB, request);
      await response.text();
    }
    return '"called"';
  },
};

// Appends the events it gets to a file, and answers as the file beside it says.
actions.deliver = ({ event }) => {
  const keys = event.Records.map(record => record.dynamodb.Keys.SK.S);
  appendFileSync(env.DELIVERIES, `${JSON.stringify(event.Records)}\n`);
  if (existsSync(`${env.DELIVERIES}.fail`) && keys.includes(readFileSync(`${env.DELIVERIES}.fail`, 'utf8'))) throw new Error('failing');
  return '{"batchItemFailures":[]}';
};

if (env.INIT === 'fails') {
  await post('init/error', JSON.stringify({ errorType: 'Function.NoTable', errorMessage: 'no table' }), { 'Lambda-Runtime-Function-Error-Type': 'Function.NoTable' });
  process.exit(1);
}
if (env.INIT === 'exits') process.exit(7);

while (true) {
  const next = await fetch(`${api}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const event = await next.json();
  if (event.do === 'throw') {
    await post(`invocation/${id}/error`, JSON.stringify({ errorType: 'Function.Thrown', errorMessage: 'thrown' }));
    continue;
  }
  const body = await actions[event.Records ? 'deliver' : event.do]({ event, id });
  const response = await post(`invocation/${id}/response`, body);
  if (response.status !== 202) console.log(`response: ${response.status}`);
}
