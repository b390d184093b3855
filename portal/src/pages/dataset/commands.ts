import type { components } from '../../api/schema';
import type { DatasetDetail } from '../../api/types';

type Credentials = components['schemas']['CredentialsResponse'];

/** A word of a shell command, whatever it holds. */
export const quoted = (word: string): string =>
  /^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

export const credentialLines = (credentials: Credentials): string =>
  [
    ['AWS_ACCESS_KEY_ID', credentials.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey],
    ['AWS_SESSION_TOKEN', credentials.sessionToken],
    ['AWS_REGION', credentials.region],
  ]
    .map(([name = '', value = '']) => `export ${name}=${quoted(value)}`)
    .join('\n');

/** Copies the files into a folder named after the dataset. */
export function downloadCommand({ s3, id, name }: Pick<DatasetDetail, 's3' | 'id' | 'name'>): string {
  const folder = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|-+$/g, '') || id;
  return `aws s3 sync ${quoted(s3)} ${quoted(folder)}`;
}

export const pipelineCommand = (origin: string, project: string, dataset: string): string =>
  [
    'curl --aws-sigv4 "aws:amz:$AWS_REGION:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\',
    '  -H "x-amz-security-token: $AWS_SESSION_TOKEN" -H "Content-Type: application/json" \\',
    `  ${origin}/iam/projects/${project}/pipeline-token \\`,
    `  -d '{"executionId": "'$(uuidgen)'", "datasetIds": ["${dataset}"]}'`,
  ].join('\n');
