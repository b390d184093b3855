// Reads {"schema": pointer into the document, "body": a JSON value} a line, and answers each with a list of what is wrong with the body.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const contract = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// Clients may meet members that are newer than they are; here a member that is not described is a mistake.
for (const schema of Object.values(contract.components?.schemas ?? {})) {
  if (schema.properties) schema.additionalProperties ??= false;
}

const ajv = new Ajv.default({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(contract, 'contract');

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, body } = JSON.parse(line);
  const validate = ajv.getSchema(`contract${schema}`);
  const problems = !validate
    ? [`there is no schema at ${schema}`]
    : validate(body) ? [] : validate.errors.map(e => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
  console.log(JSON.stringify(problems));
}
