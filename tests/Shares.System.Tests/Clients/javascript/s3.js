// One request to S3 with the credentials and endpoint of the environment: `put BUCKET KEY FILE` or `get BUCKET KEY FILE`.
// Prints "ok", or the code of the refusal.
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const [action, Bucket, Key, file] = process.argv.slice(2);
const s3 = new S3Client({ endpoint: process.env.AWS_ENDPOINT_URL_S3, forcePathStyle: true, maxAttempts: 1 });
try {
  if (action === 'put') {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: createReadStream(file), ContentLength: statSync(file).size }));
  } else {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    await pipeline(Body, createWriteStream(file));
  }
  console.log('ok');
} catch (error) {
  console.log(error.Code ?? error.name);
}
