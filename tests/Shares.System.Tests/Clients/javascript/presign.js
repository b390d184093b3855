// Presigns: the work comes as JSON on the input, the result goes out as JSON. See PresignWork.cs of Shares.Bench.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const work = JSON.parse(readFileSync(0, 'utf8'));
const s3 = new S3Client({ region: work.region, credentials: work });
const sign = (Key) => getSignedUrl(s3, new GetObjectCommand({ Bucket: work.bucket, Key }), { expiresIn: work.expiresIn });
const timedPass = async () => {
  const before = process.cpuUsage();
  for (const key of work.keys) await sign(key);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

await timedPass();
const seconds = [];
for (let pass = 0; pass < 5; pass++) seconds.push(await timedPass());
const { version } = createRequire(import.meta.url)('@aws-sdk/client-s3/package.json');
console.log(JSON.stringify({ version, seconds, example: await sign(work.keys[0]) }));
